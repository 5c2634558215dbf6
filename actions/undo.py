"""Taking back entries by hand, after a look at what it will mean: level, balance, and what was spent already."""

from collections.abc import Sequence
from dataclasses import dataclass

from actions.reversals import Consequences, consequences, take_back
from rules.ledger import Entry, NoSuchEntry, Phase
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import NotForYourself
from rules.undo import NothingCredited
from storage import audits, ledger, members
from storage.tx import Tx

CLOCKS_APART_S = 600


@dataclass(frozen=True, slots=True)
class Line:
    """One entry to take back: `points` is what the member's balance changes by, `missing` what they have spent."""

    entry: int
    name: str
    points: int
    rule: str
    why: str | None
    at: int
    missing: int


@dataclass(frozen=True, slots=True)
class Fall:
    """A member's level afterwards, where it changes."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking the entries back will mean; `missing` points have been spent and would be borne by the brand."""

    lines: tuple[Line, ...]
    falls: tuple[Fall, ...]
    missing: int
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """What one member is told of it."""

    member: int
    points: int
    entries: tuple[int, ...]
    reason: str
    level: str | None


@dataclass(frozen=True, slots=True)
class Undone:
    """Done: the entries taken back, and what each member is told."""

    lines: tuple[Line, ...]
    falls: tuple[Fall, ...]
    written_off: int
    reason: str
    by: str
    told: tuple[Told, ...]


def entries_of(tx: Tx, group: int, message: int, said_at: int, limit: int) -> tuple[int, ...]:
    """The entries that a message led to and that still stand. Raises NothingCredited.

    What is older than the message (`said_at`, UTC seconds) came of another of that number, before the group became a
    supergroup and counted anew.
    """
    found = [entry for entry in ledger.of_message(tx, group, message, limit) if entry.at > said_at - CLOCKS_APART_S]
    standing = [entry for entry in found if entry.phase is Phase.SINGLE and entry.reverses is None]
    numbers = tuple(entry.id for entry in standing if ledger.reversal_of(tx, entry.id) is None)
    if not numbers:
        raise NothingCredited
    return numbers


def preview(tx: Tx, actor: Member, entries: Sequence[int], reason: str, occasion: Occasion) -> Preview:
    """What `undo` would do; nothing is written. Raises NoSuchEntry, NotReversible, AlreadyReversed, NotForYourself."""
    ahead = [consequences(tx, entry, occasion) for entry in entries]
    _not_for_oneself(actor, ahead)
    lines = tuple(_line(tx, each) for each in ahead)
    return Preview(lines, _falls(tx, ahead, occasion), _missing(tx, ahead), reason)


def undo(tx: Tx, actor: Member, entries: Sequence[int], reason: str, occasion: Occasion, *, forced: bool) -> Undone:
    """Take all of them back, or none. Raises what `preview` raises, and NotEnoughPoints unless `forced`."""
    ahead = [consequences(tx, entry, occasion) for entry in entries]
    _not_for_oneself(actor, ahead)
    lines, falls = tuple(_line(tx, each) for each in ahead), _falls(tx, ahead, occasion)
    written_off = 0
    # Newest first: what was paid last is there to be taken back first.
    for entry in sorted(entries, reverse=True):
        written_off += take_back(tx, entry, occasion, actor, reason, forced=forced).written_off
    for each in ahead:
        detail = {"entry": each.entry, "points": each.points, "written_off": written_off}
        audits.record(tx, occasion.now, actor.id, "points.undo", each.member, reason, **detail)
    told = tuple(_told(tx, member, ahead, reason, occasion) for member in {each.member: None for each in ahead})
    return Undone(lines, falls, written_off, reason, actor.name, told)


def _not_for_oneself(actor: Member, ahead: Sequence[Consequences]) -> None:
    if any(each.member == actor.id and each.points > 0 for each in ahead):
        raise NotForYourself


def _line(tx: Tx, ahead: Consequences) -> Line:
    entry = _entry(tx, ahead.entry)
    name = members.get(tx, ahead.member).name
    return Line(entry.id, name, ahead.points, entry.rule, entry.reason, entry.at, ahead.missing)


def _entry(tx: Tx, entry: int) -> Entry:
    found = ledger.get(tx, entry)
    if found is None:
        raise NoSuchEntry(entry)
    return found


def _missing(tx: Tx, ahead: Sequence[Consequences]) -> int:
    """Points that members have spent already, of all that is to be taken from each."""
    taken: dict[int, int] = {}
    for each in ahead:
        taken[each.member] = taken.get(each.member, 0) - each.points
    return sum(max(points - ledger.balance(tx, member).free, 0) for member, points in taken.items())


def _falls(tx: Tx, ahead: Sequence[Consequences], occasion: Occasion) -> tuple[Fall, ...]:
    levels = occasion.programme.levels
    lost: dict[int, int] = {}
    for each in ahead:
        lost[each.member] = lost.get(each.member, 0) + members.get(tx, each.member).contribution - each.contribution
    falls = []
    for member, contribution in lost.items():
        who = members.get(tx, member)
        after = levels.reached(who.contribution - contribution)
        if contribution > 0 and after < who.level:
            falls.append(Fall(who.name, levels.ladder[who.level].title, levels.ladder[after].title))
    return tuple(falls)


def _told(tx: Tx, member: int, ahead: Sequence[Consequences], reason: str, occasion: Occasion) -> Told:
    theirs = [each for each in ahead if each.member == member]
    now, before = members.get(tx, member), theirs[0].level_before
    level = occasion.programme.levels.ladder[now.level].title if now.level < before else None
    return Told(member, sum(each.points for each in theirs), tuple(each.entry for each in theirs), reason, level)
