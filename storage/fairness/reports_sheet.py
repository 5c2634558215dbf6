"""Reported messages as a sheet: how many have shown each, and never who."""

from collections.abc import Iterator
from datetime import date

from rules.links import message_link
from rules.programme.programme import Programme
from rules.sheets import Cell, Column, beside, inside
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT min(report.day) AS day, report.chat_group, chat_group.title, chat_id, report.message, whose.telegram_id, whose.name,
        count(*) AS many FROM report JOIN chat_group ON chat_group.id = report.chat_group
        LEFT JOIN member AS whose ON whose.id = report.reported
        GROUP BY report.chat_group, chat_group.title, chat_id, report.message, whose.telegram_id, whose.name
        ORDER BY min(report.id)
        """,
    )
    for row in rows:
        link = message_link(row.chat_id, row.message)
        yield row.day, row.chat_group, row.title, row.message, link, *tuple(row)[5:]


SHEETS = (
    SheetSource(
        "reports",
        (
            Column("day"),
            Column("group_id"),
            beside("group_title"),
            inside("message"),
            beside("link"),
            Column("telegram_id"),
            beside("name"),
            Column("shown_by"),
        ),
        _rows,
    ),
)
