"""Taking an entry back, with everything it had led to: balance, boards, contribution and level.

Nobody is left in debt. When the points have been spent, taking back is refused; forced by staff, the brand first makes
up what is missing (`write_off`, which counts nowhere), so that the reversal is always of the whole entry. When points
come back, what was made up since they had gone is the brand's (`actions/ledger/recovery.py`).
"""

from collections.abc import Callable

from msgspec import Struct

from actions.ledger import lineage, paying, recovery
from rules.ledger.ledger import AlreadyReversed, Entry, NoSuchEntry, NotReversible, Phase
from rules.ledger.reversals import Also, GivenBack
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.points import BY_NAME
from rules.values import replace
from storage import members
from storage.engine.tx import Tx
from storage.ledger import ledger

Step = Callable[[Tx, Entry, Occasion, Member], tuple[Also, ...]]
# These go with an order, with a seat at an event, with their member, or with the reversal that they belong to.
ELSEWHERE = ("redeem", "event_seat", "forfeit", "write_off", "recovery")


def _nothing(tx: Tx, entry: Entry, occasion: Occasion, actor: Member) -> tuple[Also, ...]:
    return ()


def quietly(step: Callable[[Tx, Entry, Occasion], tuple[Also, ...]]) -> Step:
    """A step that leaves no name of who took it."""
    return lambda tx, entry, occasion, actor: step(tx, entry, occasion)


class Unwinding(Struct, frozen=True):
    """What a rule's entry takes with it: other entries (`along`), rows of its feature (`take`), limits it had used (`frees`).

    `restore` and `along_again` are for taking a taking back back. A feature declares one for each rule it pays by, in
    its module's `UNWINDING`.
    """

    take: Step = _nothing
    restore: Step = _nothing
    along: Callable[[Tx, Entry], tuple[int, ...]] = lambda tx, entry: ()
    along_again: Callable[[Tx, Entry, Entry], tuple[int, ...]] = lambda tx, entry, reversal: ()
    frees: Callable[[Tx, Entry, Occasion], tuple[GivenBack, ...]] = lambda tx, entry, occasion: ()


class Consequences(Struct, frozen=True):
    """What taking an entry back means for its member.

    `points` is what their balance changes by, `missing` what they have spent of it already; `contribution` and
    `level` are the lifetime figures afterwards. `gives`: it took points itself, which come back.
    """

    entry: int
    member: int
    gives: bool
    points: int
    missing: int
    contribution: int
    level: str


class TakenBack(Struct, frozen=True):
    """Done: the reversing entry, what the balance changed by, and how many points the brand made up."""

    entry: Entry
    points: int
    written_off: int


def consequences(tx: Tx, entry: int, occasion: Occasion) -> Consequences:
    """What `take_back` would do, for a preview. Raises NoSuchEntry, NotReversible, AlreadyReversed."""
    original = _reversible(tx, entry)
    earner = ledger.member_of(tx, original.credit)
    owner = owner_of(tx, original)
    who = members.get(tx, owner)
    gives = owner != earner
    points = _coming_back(tx, who, original) if gives else -original.amount
    contribution = who.contribution - original.contribution
    missing = max(-points - ledger.balance(tx, owner).free, 0)
    level = _level_after(who, original, occasion)
    return Consequences(entry, owner, gives, points, missing, contribution, level)


def _coming_back(tx: Tx, who: Member, taken: Entry) -> int:
    """What of it one can spend: not what is the brand's, and nothing where nobody is there any more."""
    return 0 if who.forgotten else taken.amount - recovery.due(tx, who.id, taken)


def _level_after(who: Member, entry: Entry, occasion: Occasion) -> str:
    """The level that is left without the entry: nobody falls by what had counted for nothing, or against them."""
    levels, contribution = occasion.programme.levels, who.contribution - entry.contribution
    if entry.contribution > 0:
        return levels.reached(contribution).key
    return levels.standing(contribution, who.level).key


def take_back(
    tx: Tx,
    entry_id: int,
    occasion: Occasion,
    actor: Member,
    reason: str,
    *,
    forced: bool = False,
    along_with: int | None = None,
) -> TakenBack:
    """Reverse the entry for `reason`; boards lose it in the periods in which it had counted.

    `along_with` is the entry with which it goes. Its key remembers it, so that both come again together.

    Raises what `consequences` raises, and NotEnoughPoints unless `forced`.
    """
    original = _reversible(tx, entry_id)
    ahead = consequences(tx, entry_id, occasion)
    where = replace(occasion, group=original.group)
    written_off = _make_up(tx, ahead, where, actor, reason) if forced else 0
    cause = paying.caused(_key(entry_id, along_with), original.rule, where, actor=actor, reason=reason)
    # A reversal carries the day of what it reverses, for that day decides the periods of the boards.
    entry = ledger.reverse(tx, entry_id, replace(cause, day=original.day))
    if original.contribution:
        rule, earned_at = BY_NAME[original.rule], lineage.first(tx, original).at
        paying.count(tx, ahead.member, entry, -original.contribution, rule, occasion, earned_at=earned_at)
    if ahead.gives:
        recovery.recover(tx, ahead.member, original, where, actor, reason)
    return TakenBack(entry, ahead.points, written_off)


def together(one: Entry, other: Entry) -> bool:
    """Whether both are reversals that were made in one go, because what one of them takes back goes with the other's."""
    if one.reverses is None or other.reverses is None:
        return False
    return one.key == _key(one.reverses, other.reverses) or other.key == _key(other.reverses, one.reverses)


def _key(entry: int, along_with: int | None) -> str:
    return f"reversal:{entry}" if along_with is None else f"reversal:{entry}+{along_with}"


def _reversible(tx: Tx, entry: int) -> Entry:
    found = ledger.get(tx, entry)
    if found is None:
        raise NoSuchEntry(entry)
    if found.phase is not Phase.SINGLE or found.rule in ELSEWHERE:
        raise NotReversible(entry, gone=found.rule == paying.FORFEIT)
    last = lineage.last(tx, entry)
    if last != entry:
        raise AlreadyReversed(entry, last)
    return found


def owner_of(tx: Tx, entry: Entry) -> int:
    """The member whose points the entry moves."""
    earner = ledger.member_of(tx, entry.credit)
    owner = earner if earner is not None else ledger.member_of(tx, entry.debit)
    assert owner is not None, entry
    return owner


def _make_up(tx: Tx, ahead: Consequences, occasion: Occasion, actor: Member, reason: str) -> int:
    if ahead.missing:
        cause = paying.caused(f"write_off:{ahead.entry}", "write_off", occasion, actor=actor, reason=reason)
        ledger.issue(tx, ahead.member, ahead.missing, cause, 0)
    return ahead.missing
