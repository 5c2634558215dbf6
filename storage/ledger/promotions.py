"""Levels reached that are still to be told."""

from collections.abc import Iterator

from msgspec import Struct

from rules.programme.levels import EVERYBODY
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx


class Reached(Struct, frozen=True):
    """A level that `member` has reached from the level `before`, by something in `group` (None: in private, or nowhere)."""

    member: int
    level: str
    before: str
    group: int | None


def add(tx: Tx, member: int, level: str, before: str, group: int | None, now: int, *, told: bool = False) -> None:
    """Note a level; one that has been told is not told again when it is lost and reached anew."""
    tx.run(
        """
        INSERT INTO promotion (member, level, came_from, chat_group, reached_at, told_at)
        VALUES (:member, :level, :before, :group, :now, :told_at) ON CONFLICT DO NOTHING
        """,
        member=member,
        level=level,
        before=before,
        group=group,
        now=now,
        told_at=now if told else None,
    )


def add_first(tx: Tx, level: str) -> None:
    """Who has reached none yet has had that one from the beginning; nobody is told."""
    tx.run(
        """
        INSERT INTO promotion (member, level, came_from, reached_at, told_at)
        SELECT id, :level, :none, first_seen, first_seen FROM member WHERE level = :none ON CONFLICT DO NOTHING
        """,
        level=level,
        none=EVERYBODY,
    )


def withdraw(tx: Tx, member: int, level: str) -> None:
    """The level has been lost before it was told; reached anew, it is noted anew."""
    tx.run(
        "DELETE FROM promotion WHERE member = :member AND level = :level AND told_at IS NULL",
        member=member,
        level=level,
    )


def withdraw_all(tx: Tx, level: str) -> None:
    """There is no such level any more: who reached it is not told."""
    tx.run("DELETE FROM promotion WHERE level = :level AND told_at IS NULL", level=level)


def untold(tx: Tx, limit: int) -> list[Reached]:
    """What is to be told, in the order of reaching."""
    rows = tx.all(
        """
        SELECT member, level, came_from, chat_group FROM promotion WHERE told_at IS NULL
        ORDER BY reached_at, member, level LIMIT :limit
        """,
        limit=limit,
    )
    return [Reached(*row) for row in rows]


def told(tx: Tx, reached: Reached, now: int) -> None:
    """It has been told."""
    tx.run(
        "UPDATE promotion SET told_at = :now WHERE member = :member AND level = :level",
        member=reached.member,
        level=reached.level,
        now=now,
    )


def last_told(tx: Tx, member: int) -> list[Reached]:
    """What the member was told last, in the order of reaching."""
    rows = tx.all(
        """
        SELECT member, level, came_from, chat_group FROM promotion WHERE member = :member
        AND told_at = (SELECT MAX(told_at) FROM promotion t WHERE t.member = promotion.member) ORDER BY reached_at, level
        """,
        member=member,
    )
    return [Reached(*row) for row in rows]


class When(Struct, frozen=True):
    """When `member` reached `level` (UTC seconds)."""

    member: int
    level: str
    reached_at: int


def everything(tx: Tx) -> Iterator[When]:
    """Every level ever reached, for the audit."""
    for row in tx.each("SELECT member, level, reached_at FROM promotion"):
        yield When(*row)


OWN = (Own("promotion", fate=STAYS),)
