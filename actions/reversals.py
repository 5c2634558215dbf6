"""Taking an entry back, with everything it had led to: balance, boards, contribution and level.

Nobody is left in debt. When the points have been spent, taking back is refused; forced by staff, the brand first makes
up what is missing (`write_off`, which counts nowhere), so that the reversal is always of the whole entry.
"""

from dataclasses import dataclass, replace

from actions import grants
from rules.ledger import AlreadyReversed, Entry, NoSuchEntry, NotReversible, Phase
from rules.occasion import Occasion
from rules.people import Member
from rules.points import BY_NAME
from storage import ledger, members
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Consequences:
    """What taking an entry back means for its member.

    `points` is what their balance changes by, `missing` what they have spent of it already; `contribution` and
    `level` are the lifetime figures afterwards, `level_before` the level now.
    """

    entry: int
    member: int
    points: int
    missing: int
    contribution: int
    level: int
    level_before: int


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Done: the reversing entry, what it meant, and how many points the brand made up."""

    entry: Entry
    consequences: Consequences
    written_off: int


def consequences(tx: Tx, entry: int, occasion: Occasion) -> Consequences:
    """What `take_back` would do, for a preview. Raises NoSuchEntry, NotReversible, AlreadyReversed."""
    original = _reversible(tx, entry)
    earner = ledger.member_of(tx, original.credit)
    owner = earner if earner is not None else ledger.member_of(tx, original.debit)
    assert owner is not None, original
    who = members.get(tx, owner)
    points = -original.amount if owner == earner else original.amount
    contribution = who.contribution - original.contribution
    level = occasion.programme.levels.reached(contribution) if original.contribution else who.level
    if original.contribution < 0:
        level = max(level, who.level)
    missing = max(-points - ledger.balance(tx, owner).free, 0)
    return Consequences(entry, owner, points, missing, contribution, level, who.level)


def take_back(
    tx: Tx, entry_id: int, occasion: Occasion, actor: Member, reason: str, *, forced: bool = False
) -> TakenBack:
    """Reverse the entry for `reason`; boards lose it in the periods in which it had counted.

    Raises NoSuchEntry, NotReversible, AlreadyReversed, and NotEnoughPoints unless `forced`.
    """
    original = _reversible(tx, entry_id)
    ahead = consequences(tx, entry_id, occasion)
    where = replace(occasion, group=original.group)
    written_off = _make_up(tx, ahead, where, actor, reason) if forced else 0
    cause = grants.caused(f"reversal:{entry_id}", original.rule, where, actor=actor, reason=reason)
    # A reversal carries the day of what it reverses, for that day decides the periods of the boards.
    entry = ledger.reverse(tx, entry_id, replace(cause, day=original.day))
    if original.contribution:
        rule, earned_at = BY_NAME[original.rule], _earned_at(tx, original)
        grants.count(tx, ahead.member, entry, -original.contribution, rule, occasion, earned_at=earned_at)
    return TakenBack(entry, ahead, written_off)


def _reversible(tx: Tx, entry: int) -> Entry:
    found = ledger.get(tx, entry)
    if found is None:
        raise NoSuchEntry(entry)
    if found.phase is not Phase.SINGLE or found.rule in ("write_off", "redeem"):
        raise NotReversible(entry)
    if ledger.reversal_of(tx, entry) is not None:
        raise AlreadyReversed(entry)
    return found


def _earned_at(tx: Tx, original: Entry) -> int:
    """When the points had been earned in the first place, also when a reversal is reversed."""
    while original.reverses is not None:
        before = ledger.get(tx, original.reverses)
        assert before is not None, original
        original = before
    return original.at


def _make_up(tx: Tx, ahead: Consequences, occasion: Occasion, actor: Member, reason: str) -> int:
    if ahead.missing:
        cause = grants.caused(f"write_off:{ahead.entry}", "write_off", occasion, actor=actor, reason=reason)
        ledger.issue(tx, ahead.member, ahead.missing, cause, 0)
    return ahead.missing
