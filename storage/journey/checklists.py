"""Checklists of first steps, their steps, and what the team has noted on them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from rules.journey.checklist import Checklist, ChecklistNote, ChecklistState, Step
from rules.mydata import Untold
from rules.programme.checklists import ChecklistStep
from rules.programme.programme import Programme
from rules.programme.wording import as_kept, kept
from rules.sheets import Cell, Cells, Column, beside, inside, moment
from rules.source import Domain
from storage.declarations import GOES, STAYS, Own, SheetSource
from storage.engine.tx import Tx

_COLUMNS = "checklist.id, checklist.member, checklist.domain, checklist.owner, checklist.begun_at, checklist.state"
_RUNNING = "checklist.state = 'running'"


def _checklist(row: Any) -> Checklist:
    return Checklist(row.id, row.member, Domain(row.domain), row.owner, row.begun_at, ChecklistState(row.state))


def begin(
    tx: Tx, member: int, domain: Domain, owner: int, steps: Sequence[ChecklistStep], now: int, today: date
) -> int:
    """First steps with a member begin; the number of the checklist. Its steps are those of that day, for good."""
    number = tx.add(
        "INSERT INTO checklist (member, domain, owner, begun_at, state)"
        " VALUES (:member, :domain, :owner, :now, 'running')",
        member=member,
        domain=domain.value,
        owner=owner,
        now=now,
    )
    for place, step in enumerate(steps):
        tx.run(
            "INSERT INTO checklist_step (checklist, place, key, title, due_on)"
            " VALUES (:number, :place, :key, :title, :due_on)",
            number=number,
            place=place,
            key=step.key,
            title=kept(step.title),
            due_on=(today + timedelta(days=step.due_days)).isoformat(),
        )
    return number


def get(tx: Tx, number: int) -> Checklist | None:
    """The checklist of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM checklist WHERE id = :number", number=number)
    return _checklist(row) if row else None


def running_of(tx: Tx, member: int) -> Checklist | None:
    """The one that runs with a member."""
    row = tx.one(f"SELECT {_COLUMNS} FROM checklist WHERE member = :member AND {_RUNNING}", member=member)
    return _checklist(row) if row else None


def running(tx: Tx, limit: int, offset: int) -> list[Checklist]:
    """Those that run, with what is due first, from that many on."""
    rows = tx.all(
        f"SELECT {_COLUMNS}, min(checklist_step.due_on) AS due_on FROM checklist JOIN checklist_step"
        f" ON checklist_step.checklist = checklist.id AND done_at IS NULL WHERE {_RUNNING}"
        f" GROUP BY {_COLUMNS} ORDER BY due_on, checklist.id LIMIT :limit OFFSET :offset",
        limit=limit,
        offset=offset,
    )
    return [_checklist(row) for row in rows]


def count_running(tx: Tx) -> int:
    """How many run."""
    n: int = tx.value(f"SELECT count(*) FROM checklist WHERE {_RUNNING}")
    return n


def overdue(tx: Tx, today: date, limit: int) -> list[Checklist]:
    """Those that run and have a step whose day is over, the longest overdue first."""
    rows = tx.all(
        f"SELECT {_COLUMNS}, min(checklist_step.due_on) AS due_on FROM checklist JOIN checklist_step"
        f" ON checklist_step.checklist = checklist.id AND done_at IS NULL AND due_on < :today WHERE {_RUNNING}"
        f" GROUP BY {_COLUMNS} ORDER BY due_on, checklist.id LIMIT :limit",
        today=today.isoformat(),
        limit=limit,
    )
    return [_checklist(row) for row in rows]


def steps(tx: Tx, number: int) -> list[Step]:
    """Its steps in their order."""
    rows = tx.all(
        "SELECT key, title, due_on, done_at, done_by FROM checklist_step WHERE checklist = :number ORDER BY place",
        number=number,
    )
    return [Step(row.key, as_kept(row.title), date.fromisoformat(row.due_on), row.done_at, row.done_by) for row in rows]


def tick(tx: Tx, number: int, key: str, by: int, now: int) -> bool:
    """A step is done; False when it was."""
    ticked = tx.run(
        "UPDATE checklist_step SET done_at = :now, done_by = :by"
        " WHERE checklist = :number AND key = :key AND done_at IS NULL",
        number=number,
        key=key,
        by=by,
        now=now,
    )
    return ticked > 0


def untick(tx: Tx, number: int, key: str) -> bool:
    """A step is not done after all; False when it was not."""
    taken = tx.run(
        "UPDATE checklist_step SET done_at = NULL, done_by = NULL"
        " WHERE checklist = :number AND key = :key AND done_at IS NOT NULL",
        number=number,
        key=key,
    )
    return taken > 0


def turn(tx: Tx, number: int, state: ChecklistState) -> None:
    """It stands otherwise."""
    tx.run("UPDATE checklist SET state = :state WHERE id = :number", number=number, state=state.value)


def hand(tx: Tx, number: int, owner: int) -> None:
    """Somebody else of the team sees to it."""
    tx.run("UPDATE checklist SET owner = :owner WHERE id = :number", number=number, owner=owner)


def write(tx: Tx, number: int, by: int, words: str, now: int) -> None:
    """Somebody of the team writes something on it."""
    tx.run(
        "INSERT INTO checklist_note (checklist, written_by, at, words) VALUES (:number, :by, :now, :words)",
        number=number,
        by=by,
        now=now,
        words=words,
    )


def notes(tx: Tx, number: int, limit: int) -> list[ChecklistNote]:
    """What stands on it, the newest first."""
    rows = tx.all(
        "SELECT written_by, at, words FROM checklist_note WHERE checklist = :number ORDER BY id DESC LIMIT :limit",
        number=number,
        limit=limit,
    )
    return [ChecklistNote(row.written_by, row.at, row.words) for row in rows]


def count_notes(tx: Tx, number: int) -> int:
    """How many notes stand on it."""
    n: int = tx.value("SELECT count(*) FROM checklist_note WHERE checklist = :number", number=number)
    return n


def _sheet(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        "SELECT checklist.id, checklist.begun_at, who.telegram_id, who.name, checklist.domain,"
        " staff.telegram_id AS actor, staff.name AS actor_name, checklist.state, checklist_step.key AS step, checklist_step.title,"
        " checklist_step.due_on, checklist_step.done_at FROM checklist"
        " JOIN checklist_step ON checklist_step.checklist = checklist.id JOIN member AS who ON who.id = checklist.member"
        " JOIN member AS staff ON staff.id = checklist.owner ORDER BY checklist.id, checklist_step.place"
    )
    for row in rows:
        yield (*tuple(row)[:9], as_kept(row.title), *tuple(row)[10:])


SHEETS = (
    SheetSource(
        "checklists",
        (
            Column("id"),
            moment("begun_at"),
            Column("telegram_id"),
            beside("name"),
            Column("source_domain", Cells.WORD, "export/domain_"),
            Column("actor"),
            beside("actor_name"),
            Column("state", Cells.WORD, "export/checklist_"),
            inside("first_step"),
            beside("first_step_title", "first_step"),
            Column("due_on"),
            moment("done_at"),
        ),
        _sheet,
    ),
)

_OF_CHECKLIST = "checklist IN (SELECT id FROM checklist WHERE member = :member)"
OWN = (
    Own("checklist", untold=Untold.INSIDE, fate=GOES),
    Own("checklist", "owner", but=("domain", "begun_at", "state"), fate=STAYS),
    Own("checklist_step", "", _OF_CHECKLIST, untold=Untold.INSIDE, fate=GOES),
    Own("checklist_step", "done_by", but=("title", "due_on"), fate=STAYS),
    Own("checklist_note", "", _OF_CHECKLIST, untold=Untold.INSIDE, fate=GOES),
    Own("checklist_note", "written_by", fate=STAYS),
)
