"""Help that staff offered as a sheet: with which idea, who, what, by when, and what came of it."""

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
        SELECT support.id, support.at, author.telegram_id, author.name, support.chat_group AS group_id,
        chat_group.title AS group_title, support.what, support.due_at, support.state, helper.telegram_id AS helper,
        helper.name AS helper_name, offerer.telegram_id AS actor, offerer.name AS actor_name,
        chat_group.chat_id, support.message, work_group.chat_id AS work_chat, support_work.message AS work_message,
        support_work.link AS work_link
        FROM support JOIN member AS author ON author.id = support.member
        JOIN member AS helper ON helper.id = support.helper JOIN member AS offerer ON offerer.id = support.by
        JOIN chat_group ON chat_group.id = support.chat_group
        LEFT JOIN support_work ON support_work.support = support.id
        LEFT JOIN chat_group AS work_group ON work_group.id = support_work.chat_group ORDER BY support.id
        """,
    )
    for row in rows:
        there = message_link(row.work_chat, row.work_message) if row.work_message else row.work_link
        yield (*tuple(row)[:13], message_link(row.chat_id, row.message), there)


SHEETS = (
    SheetSource(
        "supports",
        (
            *WHO_DID_IT,
            Column("what"),
            moment("due_at"),
            Column("state", Cells.WORD, "export/support_"),
            Column("helper"),
            beside("helper_name"),
            Column("actor"),
            beside("actor_name"),
            beside("link"),
            beside("work_link"),
        ),
        _rows,
    ),
)
