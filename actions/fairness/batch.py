"""Points for many people at once: looked at, given in one transaction, and found again as a whole."""

from msgspec import Struct

from actions.fairness.grant import Awarded, carry_out
from actions.fairness.proposer import require_proposer
from actions.persons import candidate
from rules.fairness.batch import Batch, BatchDecided, BatchFlaw, BatchLine, BatchState, NoSuchBatch, lines_in
from rules.fairness.grant import WAITS_S, GrantState, SecondPersonNeeded, StaffGroupNeeded, needs_second
from rules.occasion import Occasion
from rules.people import Member
from rules.reading.names import is_id
from rules.refusals import Candidate
from rules.values import replace
from storage import audits, directory, groups, members
from storage.engine.tx import Tx
from storage.fairness import batches, grants
from storage.ledger import ledger

MOST_MEANT = 4


class BatchMistake(Struct, frozen=True):
    """A line that can't be read: its number, who was named, what is wrong, and which people may be meant."""

    line: int
    who: str
    flaw: BatchFlaw
    people: tuple[Candidate, ...] = ()


class BatchShare(Struct, frozen=True):
    """What one person of a batch gets; of several who are called alike, by `handle` one tells who it is."""

    name: str
    points: int
    handle: str = ""


class BatchSeen(Struct, frozen=True):
    """A batch as it is shown; with mistakes there is none yet (`id` 0). `desk` is asked when it takes a second person.

    So many of its people were given the very same on that day, for that reason: it may be the same list `again`.
    """

    id: int
    reason: str
    by: str
    shares: tuple[BatchShare, ...]
    points: int
    mistakes: tuple[BatchMistake, ...] = ()
    desk: int | None = None
    again: int = 0


class BatchGiven(Struct, frozen=True):
    """All of it has been given, `confirmed_by` a second person if it took one."""

    id: int
    reason: str
    by: str
    confirmed_by: str | None
    points: int
    awards: tuple[Awarded, ...]


def draft(tx: Tx, actor: Member, reason: str, text: str, occasion: Occasion) -> BatchSeen:
    """The list as a batch to be looked at, or the lines that can't be read. Raises TooManyPeople."""
    found: dict[int, int] = {}
    mistakes: list[BatchMistake] = []
    for line in lines_in(text):
        read = _read(tx, actor, line, found)
        if isinstance(read, BatchFlaw):
            mistakes.append(BatchMistake(line.line, line.who, read, _may_be_meant(tx, line.who, read)))
        else:
            found[read[0]] = read[1]
    if mistakes or not found:
        return BatchSeen(0, reason, actor.name, (), 0, tuple(mistakes))
    return looked_at(tx, batches.add(tx, actor.id, reason, list(found.items()), occasion.now), occasion)


def looked_at(tx: Tx, number: int, occasion: Occasion) -> BatchSeen:
    """A batch as it is shown before it is given: with who was given the very same on that day."""
    batch = _known(tx, number)
    return replace(_seen(tx, batch), again=_given_before(tx, batch, occasion))


def confirm(tx: Tx, actor: Member, number: int, occasion: Occasion) -> BatchGiven | BatchSeen:
    """Give it, or propose it when it is too much for one person. Raises BatchDecided, StaffGroupNeeded."""
    batch = _known(tx, number)
    if not _too_much(tx, batch, occasion):
        return _give(tx, batch, BatchState.DRAFTED, None, occasion)
    staff = groups.staff(tx)
    if staff is None:
        raise StaffGroupNeeded(occasion.programme.grants.alone_staff_day)
    _move(tx, batch, BatchState.DRAFTED, BatchState.PROPOSED, occasion)
    audits.record(tx, occasion.now, actor.id, "batch.propose", None, batch.reason, batch=number, points=batch.points)
    return _seen(tx, batch, staff.id)


def agree(tx: Tx, second: Member, number: int, occasion: Occasion) -> BatchGiven:
    """The second person agrees. Raises SecondPersonNeeded, BatchDecided, ProposerGone."""
    batch = _known(tx, number)
    _require_second(batch, second)
    require_proposer(tx, batch.actor)
    return _give(tx, batch, BatchState.PROPOSED, second, occasion)


def decline(tx: Tx, second: Member, number: int, occasion: Occasion) -> BatchSeen:
    """The second person does not agree. Raises SecondPersonNeeded, BatchDecided."""
    batch = _known(tx, number)
    _require_second(batch, second)
    _move(tx, batch, BatchState.PROPOSED, BatchState.DECLINED, occasion)
    audits.record(tx, occasion.now, second.id, "batch.decline", None, batch.reason, batch=number, points=batch.points)
    return _seen(tx, batch)


def lapse(tx: Tx, occasion: Occasion) -> list[BatchSeen]:
    """What nobody has decided in time is let go."""
    old = [_known(tx, number) for number in batches.undecided(tx, occasion.now - WAITS_S)]
    for batch in old:
        _move(tx, batch, BatchState.PROPOSED, BatchState.LAPSED, occasion)
    return [_seen(tx, batch) for batch in old]


def entries(tx: Tx, number: int) -> tuple[int, ...]:
    """The entries of the ledger that a batch has made. Raises NoSuchBatch."""
    keys = [f"grant:{member}:{grant}" for member, grant in batches.granted(tx, number)]
    found = [ledger.by_key(tx, key) for key in keys]
    if not found:
        raise NoSuchBatch(number)
    return tuple(sorted(entry.id for entry in found if entry is not None))


def _given_before(tx: Tx, batch: Batch, occasion: Occasion) -> int:
    day = occasion.day.isoformat()
    return sum(
        grants.given(tx, member, points, batch.reason, day, but=(-batch.id, member)) is not None
        for member, points in batch.lines
    )


def _read(tx: Tx, actor: Member, line: BatchLine, known: dict[int, int]) -> tuple[int, int] | BatchFlaw:
    if line.points is None:
        return BatchFlaw.POINTS
    people = _called(tx, line.who)
    if len(people) != 1:
        return BatchFlaw.SEVERAL if people else BatchFlaw.UNKNOWN
    if people[0].id == actor.id:
        return BatchFlaw.OWN
    return BatchFlaw.TWICE if people[0].id in known else (people[0].id, line.points)


def _called(tx: Tx, who: str) -> list[Member]:
    """By @name, by Telegram's number, or by the name they are shown under; a number is nobody's name."""
    if who.startswith("@"):
        member = members.by_username(tx, who[1:])
    elif is_id(who):
        member = members.by_telegram_id(tx, int(who))
    else:
        return directory.called(tx, who, MOST_MEANT)
    return [member] if member else []


def _may_be_meant(tx: Tx, who: str, flaw: BatchFlaw) -> tuple[Candidate, ...]:
    """Those of that name, or of one like it, to choose from."""
    if flaw not in (BatchFlaw.SEVERAL, BatchFlaw.UNKNOWN) or who.startswith("@") or is_id(who):
        return ()
    people = _called(tx, who) if flaw is BatchFlaw.SEVERAL else directory.alike(tx, who, MOST_MEANT)
    return tuple(candidate(one) for one in people)


def _handle(tx: Tx, member: Member) -> str:
    if len(directory.called(tx, member.name, 2)) < 2:
        return ""
    return f"@{member.username}" if member.username else f"ID {member.telegram_id}"


def _known(tx: Tx, number: int) -> Batch:
    batch = batches.get(tx, number)
    if batch is None:
        raise NoSuchBatch(number)
    return batch


def _too_much(tx: Tx, batch: Batch, occasion: Occasion) -> bool:
    """Whether any of it, with what its maker gave today, is more than one person may give alone."""
    before, today = 0, occasion.span_of(occasion.day)
    for member, points in batch.lines:
        to_member, in_all = grants.given_alone(tx, batch.actor, member, *today)
        if needs_second(points, to_member, in_all + before, occasion.programme.grants):
            return True
        before += points
    return False


def _require_second(batch: Batch, second: Member) -> None:
    if second.id == batch.actor or second.id in dict(batch.lines):
        raise SecondPersonNeeded


def _move(tx: Tx, batch: Batch, before: BatchState, after: BatchState, occasion: Occasion) -> None:
    if not batches.move(tx, batch.id, before, after, occasion.now):
        raise BatchDecided


def _give(tx: Tx, batch: Batch, before: BatchState, second: Member | None, occasion: Occasion) -> BatchGiven:
    _move(tx, batch, before, BatchState.GIVEN, occasion)
    actor = members.get(tx, batch.actor)
    awards = tuple(_award(tx, batch, actor, member, points, second, occasion) for member, points in batch.lines)
    by = second or actor
    audits.record(tx, occasion.now, by.id, "batch.give", None, batch.reason, batch=batch.id, points=batch.points)
    return BatchGiven(batch.id, batch.reason, actor.name, second.name if second else None, batch.points, awards)


def _award(
    tx: Tx, batch: Batch, actor: Member, member: int, points: int, second: Member | None, occasion: Occasion
) -> Awarded:
    """A grant of its own, counted at the member's home; chat and command name the batch and the line."""
    home = members.get(tx, member).home
    state = GrantState.PROPOSED if second else GrantState.GIVEN
    command, day = (-batch.id, member), occasion.day.isoformat()
    grant, _ = grants.add(tx, member, actor.id, points, batch.reason, occasion.now, day, command, (home, None), state)
    if second:
        grants.decide(tx, grant.id, GrantState.GIVEN, second.id, occasion.now)
    batches.became(tx, batch.id, member, grant.id)
    return carry_out(tx, grant, actor, occasion, second)


def _seen(tx: Tx, batch: Batch, desk: int | None = None) -> BatchSeen:
    people = [(members.get(tx, member), points) for member, points in batch.lines]
    shares = tuple(BatchShare(member.name, points, _handle(tx, member)) for member, points in people)
    return BatchSeen(batch.id, batch.reason, members.get(tx, batch.actor).name, shares, batch.points, (), desk)
