"""Levels reached that are still to be told."""

from collections.abc import Iterator
from dataclasses import dataclass

from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class Reached:
    """A level that `member` has reached by something in `group` (None: in private, or nowhere)."""

    member: int
    level: int
    group: int | None


def add(tx: Tx, member: int, level: int, group: int | None, now: int) -> None:
    """Note a level; one that has been told is not told again when it is lost and reached anew."""
    tx.run(
        "INSERT INTO promotion (member, level, chat_group, reached_at) VALUES (:member, :level, :group, :now)"
        " ON CONFLICT DO NOTHING",
        member=member,
        level=level,
        group=group,
        now=now,
    )


def untold(tx: Tx, limit: int) -> list[Reached]:
    """What is to be told, in the order of reaching; a level that has been lost meanwhile waits to be reached again."""
    rows = tx.all(
        """
        SELECT member, promotion.level, chat_group FROM promotion JOIN member ON member.id = promotion.member
        WHERE told_at IS NULL AND member.level >= promotion.level ORDER BY reached_at, member, promotion.level
        LIMIT :limit
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


@dataclass(frozen=True, slots=True)
class When:
    """When `member` reached `level` (UTC seconds)."""

    member: int
    level: int
    reached_at: int


def everything(tx: Tx) -> Iterator[When]:
    """Every level ever reached, for the audit."""
    for row in tx.each("SELECT member, level, reached_at FROM promotion"):
        yield When(*row)
