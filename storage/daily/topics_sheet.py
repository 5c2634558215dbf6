"""Open-ended topics as a sheet: who opened and closed each, and how many ideas it holds."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """Ideas count as the topic itself shows them: without those that were taken back or struck."""
    rows = tx.each(
        """
        SELECT topic.id, opened_at AS at, topic.chat_group, chat_group.title AS group_title, topic.title,
        opener.telegram_id AS opened_by, opener.name AS opened_by_name,
        (SELECT count(*) FROM idea WHERE idea.topic = topic.id AND taken_back_at IS NULL AND struck_at IS NULL) AS ideas,
        (SELECT count(DISTINCT member) FROM idea WHERE idea.topic = topic.id AND taken_back_at IS NULL
        AND struck_at IS NULL) AS contributors, closed_at, closer.telegram_id AS closed_by, closer.name AS closed_by_name
        FROM topic JOIN chat_group ON chat_group.id = topic.chat_group JOIN member AS opener ON opener.id = topic.opened_by
        LEFT JOIN member AS closer ON closer.id = topic.closed_by ORDER BY topic.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "topics",
        (
            Column("id"),
            moment("at"),
            Column("group_id"),
            beside("group_title"),
            Column("title"),
            Column("opened_by"),
            beside("opened_by_name"),
            Column("ideas"),
            Column("contributors"),
            moment("ended_at"),
            Column("closed_by"),
            beside("closed_by_name"),
        ),
        _rows,
    ),
)
