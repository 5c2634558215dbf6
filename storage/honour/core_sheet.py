"""Invitations to the core group as a sheet, without their links: a link lets people in."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT one.id, whose.telegram_id, whose.name, one.chat_group, chat_group.title, one.made_at, one.expires_at,
        one.state, one.ended_at, guest.telegram_id AS used_by, guest.name AS used_by_name FROM core_invitation AS one
        JOIN member AS whose ON whose.id = one.member JOIN chat_group ON chat_group.id = one.chat_group
        LEFT JOIN member AS guest ON guest.id = one.used_by ORDER BY one.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "core_invitations",
        (
            Column("id"),
            Column("telegram_id"),
            beside("name"),
            Column("group_id"),
            beside("group_title"),
            moment("made_at"),
            moment("expires_at"),
            Column("state", Cells.WORD, "export/invitation_"),
            moment("ended_at"),
            Column("used_by"),
            beside("used_by_name"),
        ),
        _rows,
    ),
)
