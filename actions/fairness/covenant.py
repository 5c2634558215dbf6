"""Agreeing to the covenant."""

from dataclasses import dataclass

from actions.daily.acceptance import pay_withheld
from rules.occasion import DAY_S, Occasion
from rules.people import Member
from rules.refusals import Refusal
from storage import members
from storage.engine.tx import Tx
from storage.post import inbox
from storage.post.inbox import Resumed


@dataclass(eq=False)
class CovenantChanged(Refusal):
    """The button belonged to an older version of the covenant; version `version` is in force."""

    version: int


def agree_to(tx: Tx, member: Member, version: int, chat: int, occasion: Occasion) -> Resumed:
    """Record the consent, given in `chat`, to that version, pay what waited for it, and go on with what it had stopped.

    Raises CovenantChanged.
    """
    if version != occasion.programme.brand.covenant_version:
        raise CovenantChanged(occasion.programme.brand.covenant_version)
    members.agree(tx, member.id, version, occasion.now)
    pay_withheld(tx, member, occasion)
    return inbox.resume(tx, member.telegram_id, occasion.handled_at - DAY_S, chat)
