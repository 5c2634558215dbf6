"""Everyday sharing as a sheet."""

from collections.abc import Iterator
from datetime import date

from rules.links import message_link
from rules.programme.programme import Programme
from rules.sheets import WHO_DID_IT, Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT share.id, at, telegram_id, name, share.chat_group AS group_id, chat_group.title AS group_title,
        coalesce(further_kind, kind) AS kind, points + further_points AS points, chat_id, message, taken_back_at FROM share
        JOIN member ON member.id = share.member JOIN chat_group ON chat_group.id = share.chat_group ORDER BY share.id
        """,
    )
    for row in rows:
        yield (*tuple(row)[:8], message_link(row.chat_id, row.message), row.taken_back_at)


SHEETS = (
    SheetSource(
        "shares",
        (
            *WHO_DID_IT,
            Column("kind", Cells.WORD, "export/share_"),
            Column("paid"),
            beside("link"),
            moment("taken_back_at"),
        ),
        _rows,
    ),
)
