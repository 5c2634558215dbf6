"""Featured messages as a sheet, each with who featured it and why."""

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
        SELECT feature.id, feature.at, author.telegram_id, author.name, feature.chat_group AS group_id,
        chat_group.title AS group_title, CASE WHEN share IS NULL THEN 'discovery' ELSE 'share' END AS kind, text, reason,
        points, staff.telegram_id AS actor, staff.name AS actor_name, chat_id, message, taken_back_at FROM feature
        JOIN member AS author ON author.id = feature.member JOIN member AS staff ON staff.id = feature.by
        JOIN chat_group ON chat_group.id = feature.chat_group ORDER BY feature.id
        """,
    )
    for row in rows:
        yield (*tuple(row)[:12], message_link(row.chat_id, row.message), row.taken_back_at)


SHEETS = (
    SheetSource(
        "features",
        (
            *WHO_DID_IT,
            Column("kind", Cells.WORD, "export/feature_"),
            beside("text"),
            Column("reason"),
            Column("paid"),
            Column("actor"),
            beside("actor_name"),
            beside("link"),
            moment("taken_back_at"),
        ),
        _rows,
    ),
)
