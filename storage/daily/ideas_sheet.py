"""Ideas as a sheet, each with the topic it is for."""

from collections.abc import Iterator
from datetime import date

from rules.links import message_link
from rules.programme.programme import Programme
from rules.sheets import WHO_DID_IT, Cell, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT idea.id, idea.at, telegram_id, name, idea.chat_group AS group_id, chat_group.title AS group_title,
        coalesce(topic.title, '') AS topic, text, points, chat_id, message, taken_back_at, struck_at, struck_for FROM idea
        JOIN member ON member.id = idea.member JOIN chat_group ON chat_group.id = idea.chat_group
        LEFT JOIN topic ON topic.id = idea.topic ORDER BY idea.id
        """,
    )
    for row in rows:
        yield (*tuple(row)[:9], message_link(row.chat_id, row.message), *tuple(row)[11:])


SHEETS = (
    SheetSource(
        "ideas",
        (
            *WHO_DID_IT,
            Column("topic"),
            Column("text"),
            Column("points", heading="paid"),
            beside("link"),
            moment("taken_back_at"),
            moment("struck_at"),
            Column("struck_for"),
        ),
        _rows,
    ),
)
