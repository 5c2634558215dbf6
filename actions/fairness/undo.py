"""Taking back entries by hand, after a look at what it will mean: level, balance, and what was spent already."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from actions.daily.checkin_undone import days_left, missed_in
from actions.fairness.unwinding import follow, give_back, require_unpaid, together
from actions.ledger.lineage import latest, original, stands
from actions.ledger.reversals import Consequences, consequences, take_back
from rules.daily.share import ShareKind
from rules.fairness.undo import NothingCredited
from rules.ledger.ledger import Entry, NoSuchEntry, NotReversible, Phase
from rules.ledger.reversals import Also, GivenBack
from rules.occasion import Occasion
from rules.offers.seat import MovesWithSeat
from rules.people import Member
from rules.refusals import NotForYourself
from rules.shop.order import MovesWithOrder
from rules.values import replace
from storage import audits, members
from storage.daily import features
from storage.engine.tx import Tx
from storage.ledger import ledger
from storage.offers import seats
from storage.shop import orders

CLOCKS_APART_S = 600
REACTED = ("checkin", "thanks", "idea", *(kind.rule for kind in ShareKind))  # rules whose credit is told by a reaction


class UndoneEntry(Struct, frozen=True):
    """One entry to take back: `points` is what the member's balance changes by, `missing` what they have spent.

    `along`: it was not named, but goes with one that was. `reacted` is the group and message that our reaction is on,
    `grant` what staff gave by hand, 0 for everything else.
    """

    entry: int
    name: str
    points: int
    rule: str
    why: str | None
    at: int
    missing: int
    along: bool = False
    reacted: tuple[int, int] | None = None
    grant: int = 0


class Fall(Struct, frozen=True):
    """A member's level afterwards, where it changes."""

    name: str
    before: str
    after: str


class UndoPreview(Struct, frozen=True):
    """What taking the entries back will mean: levels, what else goes, what is given back to whom a limit had refused it.

    `missing` points have been spent and would be borne by the brand. `heard`: somebody is there to be told of it.
    """

    lines: tuple[UndoneEntry, ...]
    falls: tuple[Fall, ...]
    also: tuple[Also, ...]
    given: tuple[GivenBack, ...]
    missing: int
    reason: str
    heard: bool = True


class Told(Struct, frozen=True):
    """What one member is told of it; `missed` is a day that no longer counts as checked in, which a shield still `mends`."""

    member: int
    points: int
    entries: tuple[int, ...]
    reason: str
    level: str | None
    missed: date | None = None
    mends: bool = False


class Undone(Struct, frozen=True):
    """Done: the entries taken back, and what each member is told."""

    lines: tuple[UndoneEntry, ...]
    falls: tuple[Fall, ...]
    also: tuple[Also, ...]
    given: tuple[GivenBack, ...]
    written_off: int
    reason: str
    by: str
    told: tuple[Told, ...]


class _OnlyLooked(Exception):
    """Carries what was done out of the savepoint that undoes it."""

    def __init__(self, done: Undone) -> None:
        super().__init__()
        self.done = done


def entries_of(tx: Tx, group: int, message: int, said_at: int, limit: int) -> tuple[int, ...]:
    """The entries that a message led to and that still stand. Raises NothingCredited.

    What is older than the message (`said_at`, UTC seconds) came of another of that number, before the group became a
    supergroup and counted anew.
    """
    found = [entry for entry in ledger.of_message(tx, group, message, limit) if entry.at > said_at - CLOCKS_APART_S]
    credits = [entry for entry in found if entry.phase is Phase.SINGLE and entry.reverses is None]
    numbers = tuple(entry.id for entry in credits if stands(tx, entry.id))
    if not numbers:
        raise NothingCredited
    return numbers


def preview(tx: Tx, actor: Member, entries: Sequence[int], reason: str, occasion: Occasion) -> UndoPreview:
    """What `undo` would do, found by doing it and letting nothing of it stand.

    Raises what `undo` raises, but for NotEnoughPoints.
    """
    try:
        with tx.savepoint():
            raise _OnlyLooked(undo(tx, actor, entries, reason, occasion, forced=True))
    except _OnlyLooked as looked:
        done = looked.done
    heard = any(not members.get(tx, one.member).forgotten for one in done.told)
    return UndoPreview(done.lines, done.falls, done.also, done.given, done.written_off, reason, heard)


def undo(tx: Tx, actor: Member, entries: Sequence[int], reason: str, occasion: Occasion, *, forced: bool) -> Undone:
    """Take all of them back with everything that goes with them, or none.

    Raises NoSuchEntry, NotReversible, MovesWithOrder, MovesWithSeat, AlreadyReversed, EarnedAgain, NotForYourself, what
    stands against the return of a feature's row, and NotEnoughPoints unless `forced`.
    """
    named = tuple(latest(tx, entry) for entry in entries)
    whole = together(tx, named)
    ahead = [_ahead(tx, entry, occasion) for entry in whole]
    _not_for_oneself(actor, ahead)
    levels = {each.member: members.get(tx, each.member).level for each in ahead}
    done, written_off = _take_all(tx, ahead, whole, occasion, actor, reason, forced=forced)
    lines = tuple(_line(tx, each, along=each.entry not in named) for each in done)
    also: list[Also] = []
    # In the order in which they were earned: what one of them leaves is seen by those that came with it.
    for entry in sorted(whole, key=lambda entry: original(tx, entry)[0].id):
        also += follow(tx, entry, occasion, actor)
    given = give_back(tx, tuple(whole), occasion)
    if any(one.member == actor.id for one in given):
        raise NotForYourself
    _record(tx, actor, done, given, written_off, reason, occasion)
    falls = tuple(fall for member, before in levels.items() if (fall := _fall(tx, member, before, occasion)))
    told = tuple(_told(tx, member, before, done, reason, occasion) for member, before in levels.items())
    return Undone(lines, falls, tuple(also), given, written_off, reason, actor.name, told)


def _take_all(
    tx: Tx,
    ahead: Sequence[Consequences],
    whole: Mapping[int, int | None],
    occasion: Occasion,
    actor: Member,
    reason: str,
    *,
    forced: bool,
) -> tuple[list[Consequences], int]:
    """What became of each, in the order of `ahead`, and what the brand made up for all of them.

    What is given again comes first, then what was paid last: so it is there to be taken back.
    """
    done: dict[int, Consequences] = {}
    written_off = 0
    for each in sorted(ahead, key=lambda one: (not one.gives, -one.entry)):
        require_unpaid(tx, each.entry)
        taken = take_back(tx, each.entry, occasion, actor, reason, forced=forced, along_with=whole[each.entry])
        done[each.entry] = replace(each, points=taken.points, missing=taken.written_off)
        written_off += taken.written_off
    return [done[each.entry] for each in ahead], written_off


def _ahead(tx: Tx, entry: int, occasion: Occasion) -> Consequences:
    """What taking it back would mean. Points of the shop move with their order, those of a seat with the seat."""
    try:
        return consequences(tx, entry, occasion)
    except NotReversible:
        found = _entry(tx, entry)
        held = _entry(tx, found.reverses) if found.reverses is not None else found
        hold = held.settles or held.id
        if (order := orders.of_hold(tx, hold)) is not None:
            raise MovesWithOrder(entry, order) from None
        if (seat := seats.of_hold(tx, hold)) is not None:
            raise MovesWithSeat(entry, seat.event) from None
        raise


def _not_for_oneself(actor: Member, ahead: Sequence[Consequences]) -> None:
    if any(each.member == actor.id and each.gives for each in ahead):
        raise NotForYourself


def _line(tx: Tx, ahead: Consequences, *, along: bool) -> UndoneEntry:
    entry, name = _entry(tx, ahead.entry), members.get(tx, ahead.member).name
    message, grant = _reacted(tx, entry) if ahead.points < 0 else None, _grant(tx, entry)
    return UndoneEntry(
        entry.id, name, ahead.points, entry.rule, entry.reason, entry.at, ahead.missing, along, message, grant
    )


def _reacted(tx: Tx, entry: Entry) -> tuple[int, int] | None:
    """Where our reaction tells of it; on what is featured stands another one."""
    if entry.rule not in REACTED or not entry.group or not entry.message:
        return None
    featured = features.at(tx, entry.group, entry.message)
    return None if featured is not None and featured.taken_back_at is None else (entry.group, entry.message)


def _grant(tx: Tx, entry: Entry) -> int:
    root, _ = original(tx, entry.id)
    return int(root.subject) if root.rule == "grant" and root.subject.isdecimal() else 0


def _entry(tx: Tx, entry: int) -> Entry:
    found = ledger.get(tx, entry)
    if found is None:
        raise NoSuchEntry(entry)
    return found


def _record(
    tx: Tx,
    actor: Member,
    ahead: Sequence[Consequences],
    given: Sequence[GivenBack],
    written_off: int,
    reason: str,
    occasion: Occasion,
) -> None:
    for each in ahead:
        detail = {"entry": each.entry, "points": each.points, "written_off": written_off}
        audits.record(tx, occasion.now, actor.id, "points.undo", each.member, reason, **detail)
    for one in given:
        detail = {"entry": one.entry, "points": one.points, "undone": one.undone}
        audits.record(tx, occasion.now, actor.id, "points.give_back", one.member, reason, **detail)


def _fall(tx: Tx, member: int, before: str, occasion: Occasion) -> Fall | None:
    levels, who = occasion.programme.levels, members.get(tx, member)
    fell = levels.higher(before, who.level)
    return Fall(who.name, levels.named(before).title, levels.named(who.level).title) if fell else None


def _told(tx: Tx, member: int, before: str, ahead: Sequence[Consequences], reason: str, occasion: Occasion) -> Told:
    theirs = [each for each in ahead if each.member == member]
    fall = _fall(tx, member, before, occasion)
    entries, points = tuple(each.entry for each in theirs), sum(each.points for each in theirs)
    missed = missed_in(tx, entries)
    mends = missed is not None and days_left(missed, members.get(tx, member), occasion) > 1
    return Told(member, points, entries, reason, fall.after if fall else None, missed, mends)
