"""A member asks for all that is kept about them."""

from dataclasses import dataclass

from rules.mydata import MyData
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import Refusal
from storage.engine.tx import Tx
from storage.operations import mydata

PAUSE_S = 3600


@dataclass(eq=False)
class GivenLately(Refusal):
    """They were given it a moment ago, and may ask again from `again_at` (UTC seconds)."""

    again_at: int


def give(tx: Tx, member: Member, occasion: Occasion) -> MyData:
    """All that is kept about the member. Raises GivenLately."""
    last = mydata.given_at(tx, member.id)
    if last is not None and 0 <= occasion.now - last < PAUSE_S:
        raise GivenLately(last + PAUSE_S)
    mydata.given(tx, member.id, occasion.now)
    return mydata.gather(tx, member.id, occasion.now)
