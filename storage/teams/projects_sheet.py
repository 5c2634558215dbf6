"""Team projects as a sheet: a row for each who has, or had, a role, and for each role that nobody has taken."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """Where a team talks stands in no row."""
    rows = tx.each(
        """
        SELECT project.id, title, track, state, made_at, form_by, deadline, begun_at, ended_at, reward,
        project_role.name AS role, share, CASE WHEN lead = project_role.name THEN 1 ELSE 0 END AS leads,
        whose.telegram_id, whose.name, joined_at, left_at, shared_at,
        CASE WHEN shared_at IS NULL THEN NULL ELSE points END AS points, taken_back_at
        FROM project JOIN project_role ON project_role.project = project.id
        LEFT JOIN teammate ON teammate.project = project.id AND teammate.role = project_role.nth
        LEFT JOIN member AS whose ON whose.id = teammate.member ORDER BY project.id, nth, teammate.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "projects",
        (
            Column("project"),
            Column("title"),
            Column("track", Cells.WORD, "challenge/track_"),
            Column("state", Cells.WORD, "export/project_"),
            moment("made_at"),
            moment("form_by"),
            moment("deadline"),
            moment("began_at"),
            moment("ended_at"),
            Column("stake"),
            Column("role"),
            Column("share"),
            Column("leads", Cells.WORD, "export/active_"),
            Column("telegram_id"),
            beside("name"),
            moment("role_taken_at"),
            moment("left_at"),
            moment("shared_at"),
            Column("paid"),
            moment("taken_back_at"),
        ),
        _rows,
    ),
)
