"""Earning shields by helping."""

from msgspec import Struct

from rules.daily.shield import after_help, before_help
from rules.ledger.reversals import Aftermath, Also
from rules.occasion import Occasion
from rules.people import Member
from rules.values import spread
from storage import outcomes
from storage.daily import shields
from storage.engine.tx import Tx


class ShieldEarned(Struct, frozen=True):
    """One more shield for so many helps: how many there are now, of how many one can keep, mending how many days back."""

    have: int
    most: int
    helps: int
    days: int


def helped(tx: Tx, member: int, fact: str, occasion: Occasion) -> ShieldEarned | None:
    """Count a credited help towards the member's next shield, each `fact` once; the shield, if it earned one."""
    streak = occasion.programme.streak
    if not shields.count_help(tx, member, fact, occasion.now):
        return None
    before = shields.get(tx, member)
    after = after_help(before, streak)
    shields.put(tx, member, after)
    if after.have == before.have:
        return None
    earned = ShieldEarned(after.have, streak.shields_most, streak.helps_per_shield, streak.make_up_days)
    outcomes.note(tx, member, occasion, "checkin", "checkin/shield_earned", None, spread(earned))
    return earned


def unhelped(tx: Tx, member: Member, fact: str, occasion: Occasion) -> tuple[Also, ...]:
    """That help no longer counts; a shield that mended a day has mended it."""
    if not shields.uncount_help(tx, member.id, fact):
        return ()
    before = shields.get(tx, member.id)
    after = before_help(before, occasion.programme.streak)
    if after == before:
        return ()
    shields.put(tx, member.id, after)
    kind = Aftermath.SHIELD_LOST if after.have < before.have else Aftermath.HELP_UNCOUNTED
    return (Also(kind, member.name, after=after.have),)
