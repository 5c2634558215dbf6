"""Open-ended topics of groups, and which of them have to be shown anew."""

from typing import Any

from msgspec import Struct

from rules.daily.topic import Topic
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "topic.id, topic.chat_group, topic.title, topic.opened_at, topic.closed_at"
MOST_AT_ONCE = 50


class Contributor(Struct, frozen=True):
    """How many ideas of one member a topic holds."""

    name: str
    ideas: int


def _topic(row: Any) -> Topic:
    return Topic(*tuple(row))


def add(tx: Tx, group: int, title: str, by: int, now: int) -> int:
    """Open a topic; its number."""
    return tx.add(
        "INSERT INTO topic (chat_group, title, opened_by, opened_at) VALUES (:group, :title, :by, :now)",
        group=group,
        title=title,
        by=by,
        now=now,
    )


def get(tx: Tx, topic: int) -> Topic | None:
    """The topic of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM topic WHERE id = :topic", topic=topic)
    return _topic(row) if row else None


def open_in(tx: Tx, group: int | None) -> list[Topic]:
    """Topics that are open in a group, or in every group (None), the newest first; MOST_AT_ONCE at most."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM topic JOIN chat_group ON chat_group.id = topic.chat_group AND chat_group.active = 1"
        " WHERE topic.closed_at IS NULL AND (CAST(:group AS BIGINT) IS NULL OR topic.chat_group = :group)"
        " ORDER BY topic.id DESC LIMIT :most",
        group=group,
        most=MOST_AT_ONCE,
    )
    return [_topic(row) for row in rows]


def reword(tx: Tx, topic: int, title: str) -> None:
    """It asks in other words."""
    tx.run("UPDATE topic SET title = :title WHERE id = :topic", title=title, topic=topic)


def close(tx: Tx, topic: int, by: int, now: int) -> bool:
    """It takes no more ideas; False when it was closed before."""
    done = tx.run(
        "UPDATE topic SET closed_at = :now, closed_by = :by WHERE id = :topic AND closed_at IS NULL",
        now=now,
        by=by,
        topic=topic,
    )
    return done > 0


def changed(tx: Tx, topic: int) -> None:
    """What it shows is not what it holds any more."""
    tx.run("UPDATE topic SET changed = 1 WHERE id = :topic", topic=topic)


def to_show(tx: Tx) -> list[int]:
    """Topics that have changed since they were shown, MOST_AT_ONCE at most; they count as shown now."""
    found = [
        row.id for row in tx.all("SELECT id FROM topic WHERE changed = 1 ORDER BY id LIMIT :most", most=MOST_AT_ONCE)
    ]
    for topic in found:
        tx.run("UPDATE topic SET changed = 0 WHERE id = :topic", topic=topic)
    return found


def contributors(tx: Tx, topic: int, limit: int) -> list[Contributor]:
    """Who has contributed how many ideas, most first."""
    rows = tx.all(
        "SELECT member.name, count(*) AS ideas FROM idea JOIN member ON member.id = idea.member"
        " WHERE idea.topic = :topic AND idea.taken_back_at IS NULL AND idea.struck_at IS NULL"
        " GROUP BY member.id, member.name ORDER BY ideas DESC, min(idea.id) LIMIT :limit",
        topic=topic,
        limit=limit,
    )
    return [Contributor(row.name, row.ideas) for row in rows]


OWN = (
    Own("topic", "opened_by", fate=STAYS),
    Own("topic", "closed_by", fate=STAYS),
)
