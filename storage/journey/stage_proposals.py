"""Proposals for another stage, who may be proposed, and when they were last seen."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rules.journey.stage_proposal import StageProposal, StageProposalState
from rules.mydata import Untold
from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from rules.stage import Stage
from storage.declarations import GOES, STAYS, Own, SheetSource
from storage.engine.tx import Tx

_COLUMNS = "id, member, stage, stood_on, quiet_since, at, until, state, settled_by"
# Members of a community that takes part, who have agreed, belong not to the team, and are not suspended.
_ELIGIBLE = (
    "covenant_version > 0 AND (suspended_until IS NULL OR suspended_until <= :now)"
    " AND EXISTS (SELECT 1 FROM membership JOIN chat_group ON chat_group.id = membership.chat_group AND active = 1"
    " AND part = 'community' WHERE membership.member = member.id AND present = 1)"
    " AND NOT EXISTS (SELECT 1 FROM role WHERE role.member = member.id"
    " AND role.role IN ('owner', 'operator', 'moderator', 'reviewer'))"
)


def _proposal(row: Any) -> StageProposal:
    return StageProposal(
        row.id,
        row.member,
        Stage(row.stage),
        Stage(row.stood_on) if row.stood_on else None,
        date.fromisoformat(row.quiet_since) if row.quiet_since else None,
        row.at,
        row.until,
        StageProposalState(row.state),
        row.settled_by,
    )


def eligible(tx: Tx, after: int, many: int, now: int) -> list[int]:
    """The next members who may be proposed, by their numbers."""
    rows = tx.all(
        f"SELECT id FROM member WHERE id > :after AND {_ELIGIBLE} ORDER BY id LIMIT :many",
        after=after,
        many=many,
        now=now,
    )
    return [row.id for row in rows]


def last_seen(tx: Tx, first: int, last: int) -> dict[int, date]:
    """The latest day on which each of the members from one number to another wrote, or checked in."""
    rows = tx.all(
        "SELECT member, max(day) AS day FROM (SELECT member, day FROM talk WHERE member BETWEEN :first AND :last"
        " UNION ALL SELECT member, day FROM check_in WHERE member BETWEEN :first AND :last AND how <> 'passed') AS seen"
        " GROUP BY member",
        first=first,
        last=last,
    )
    return {row.member: date.fromisoformat(row.day) for row in rows}


def recent_days(tx: Tx, first: int, last: int, since: date) -> dict[int, list[date]]:
    """The days from `since` on, at which each of them wrote."""
    rows = tx.all(
        "SELECT DISTINCT member, day FROM talk WHERE member BETWEEN :first AND :last AND day >= :since",
        first=first,
        last=last,
        since=since.isoformat(),
    )
    found: dict[int, list[date]] = {}
    for row in rows:
        found.setdefault(row.member, []).append(date.fromisoformat(row.day))
    return found


def resting_since(tx: Tx, first: int, last: int) -> dict[int, int]:
    """Since when (UTC seconds) those of them are honoured without duties who are."""
    rows = tx.all(
        "SELECT member, since FROM stage WHERE stage = 'alumni' AND until IS NULL AND member BETWEEN :first AND :last",
        first=first,
        last=last,
    )
    return {row.member: row.since for row in rows}


def stood(tx: Tx, first: int, last: int) -> dict[int, list[Stage]]:
    """Where each of them stands, and what came before, the latest first; not those who stand nowhere now."""
    rows = tx.all(
        "SELECT stage.member, stage.stage FROM stage JOIN stage AS standing ON standing.member = stage.member"
        " AND standing.until IS NULL WHERE stage.member BETWEEN :first AND :last ORDER BY stage.member, stage.id DESC",
        first=first,
        last=last,
    )
    found: dict[int, list[Stage]] = {}
    for row in rows:
        found.setdefault(row.member, []).append(Stage(row.stage))
    return found


def open_of(tx: Tx, member: int) -> StageProposal | None:
    """What is found or waits about the member."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM stage_proposal WHERE member = :member AND state IN ('found', 'waiting')", member=member
    )
    return _proposal(row) if row else None


def asked_since(tx: Tx, member: int, stage: Stage, since: int) -> bool:
    """Whether staff have declined, or let lapse, the same about the member since then (UTC seconds)."""
    found = tx.one(
        "SELECT 1 AS yes FROM stage_proposal WHERE member = :member AND stage = :stage"
        " AND state IN ('declined', 'lapsed') AND settled_at > :since",
        member=member,
        stage=stage.value,
        since=since,
    )
    return found is not None


def spell_known(tx: Tx, member: int, quiet_since: date) -> bool:
    """Whether that quiet time of the member's was put before the staff, whatever they decided."""
    found = tx.one(
        "SELECT 1 AS yes FROM stage_proposal WHERE member = :member AND quiet_since = :day AND state <> 'found'",
        member=member,
        day=quiet_since.isoformat(),
    )
    return found is not None


def add(
    tx: Tx,
    member: int,
    stage: Stage,
    stood_on: Stage | None,
    quiet_since: date | None,
    now: int,
) -> int:
    """Somebody is found; the number of the proposal."""
    return tx.add(
        "INSERT INTO stage_proposal (member, stage, stood_on, quiet_since, at, state)"
        " VALUES (:member, :stage, :stood_on, :quiet_since, :now, 'found')",
        member=member,
        stage=stage.value,
        stood_on=stood_on.value if stood_on else None,
        quiet_since=quiet_since.isoformat() if quiet_since else None,
        now=now,
    )


def found(tx: Tx, limit: int) -> list[StageProposal]:
    """Those that were found and not laid before the staff, whose members have contributed most first."""
    rows = tx.all(
        "SELECT stage_proposal.id, member, stage_proposal.stage, stood_on, quiet_since, at, until, state, settled_by"
        " FROM stage_proposal JOIN member ON member.id = stage_proposal.member"
        " WHERE state = 'found' ORDER BY contribution DESC, member LIMIT :limit",
        limit=limit,
    )
    return [_proposal(row) for row in rows]


def lay(tx: Tx, number: int, until: int) -> None:
    """It is put before the staff, who have time until then (UTC seconds)."""
    tx.run("UPDATE stage_proposal SET state = 'waiting', until = :until WHERE id = :number", number=number, until=until)


def drop_found(tx: Tx) -> None:
    """What there was no room for is found again another week."""
    tx.run("DELETE FROM stage_proposal WHERE state = 'found'")


def get(tx: Tx, number: int) -> StageProposal | None:
    """The proposal of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM stage_proposal WHERE id = :number", number=number)
    return _proposal(row) if row else None


def due(tx: Tx, now: int) -> list[StageProposal]:
    """Those that wait and whose time is over, at most 20."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM stage_proposal WHERE state = 'waiting' AND until <= :now ORDER BY id LIMIT 20", now=now
    )
    return [_proposal(row) for row in rows]


def settle(tx: Tx, number: int, state: StageProposalState, by: int | None, now: int) -> bool:
    """It is decided, or over; False when it was."""
    settled = tx.run(
        "UPDATE stage_proposal SET state = :state, settled_at = :now, settled_by = :by"
        " WHERE id = :number AND state IN ('found', 'waiting')",
        number=number,
        state=state.value,
        by=by,
        now=now,
    )
    return settled > 0


def _sheet(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        "SELECT who.telegram_id, who.name, stage.stage, stage.since, stage.until, staff.telegram_id AS actor,"
        " staff.name AS actor_name FROM stage JOIN member AS who ON who.id = stage.member"
        " JOIN member AS staff ON staff.id = stage.put_by ORDER BY stage.id"
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "stages",
        (
            Column("telegram_id"),
            beside("name"),
            Column("life_stage", Cells.WORD, "stage/"),
            moment("stage_since"),
            moment("stage_until"),
            Column("actor"),
            beside("actor_name"),
        ),
        _sheet,
    ),
)

OWN = (
    Own("stage_proposal", untold=Untold.INSIDE, fate=GOES),
    Own("stage_proposal", "settled_by", but=("stage", "stood_on", "quiet_since", "at", "until"), fate=STAYS),
)
