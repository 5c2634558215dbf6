"""Mentors as a sheet: who holds the office, who did, and who offers to; how many they accompany. Neither words nor reasons."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """A row for each, with the latest offer; newcomers count for whom they really were there."""
    rows = tx.each(
        """
        SELECT whose.telegram_id, whose.name, mentor.tracks, CASE WHEN role.member IS NOT NULL
        THEN CASE WHEN mentor.away = 1 THEN 'away' ELSE 'serving' END
        WHEN offer.state = 'waiting' OR mentor.renews_until IS NULL AND coalesce(offer.state, 'confirmed') <> 'confirmed'
        THEN offer.state ELSE 'ended' END AS state, offer.at AS offered_at, decider.telegram_id AS decided_by,
        decider.name AS decided_by_name, offer.settled_at, given_at, mentor.until, mentor.renews_until,
        (SELECT count(*) FROM mentoring WHERE mentoring.mentor = whose.id AND state = 'running') AS running,
        (SELECT count(*) FROM mentoring WHERE mentoring.mentor = whose.id AND state = 'over' AND begun_at IS NOT NULL)
        AS accompanied FROM member AS whose LEFT JOIN role ON role.member = whose.id AND role.role = 'mentor'
        LEFT JOIN mentor ON mentor.member = whose.id LEFT JOIN mentor_offer AS offer ON offer.id =
        (SELECT max(latest.id) FROM mentor_offer AS latest WHERE latest.member = whose.id)
        LEFT JOIN member AS decider ON decider.id = offer.decided_by
        WHERE role.member IS NOT NULL OR offer.id IS NOT NULL OR mentor.renews_until IS NOT NULL ORDER BY whose.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "mentors",
        (
            Column("telegram_id"),
            beside("name"),
            Column("tracks_offered", Cells.WORDS, "challenge/track_"),
            Column("state", Cells.WORD, "export/mentor_"),
            moment("offered_at"),
            Column("decided_by"),
            beside("decided_by_name"),
            moment("decided_at"),
            moment("seated_at"),
            moment("seated_until"),
            moment("renews_until"),
            Column("accompanies"),
            Column("accompanied"),
        ),
        _rows,
    ),
)
