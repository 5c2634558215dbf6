"""Agreeing to the covenant."""

from dataclasses import dataclass

from actions.daily.acceptance import pay_withheld
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import Refusal
from storage import members
from storage.engine.tx import Tx


@dataclass(eq=False)
class CovenantChanged(Refusal):
    """The button belonged to an older version of the covenant; version `version` is in force."""

    version: int


def agree_to(tx: Tx, member: Member, version: int, occasion: Occasion) -> None:
    """Record the member's consent to that version, and pay what has waited for it. Raises CovenantChanged."""
    if version != occasion.programme.brand.covenant_version:
        raise CovenantChanged(occasion.programme.brand.covenant_version)
    members.agree(tx, member.id, version, occasion.now)
    pay_withheld(tx, member, occasion)
