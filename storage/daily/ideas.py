"""Ideas: whose, for which topic, what they paid, and by what the same is known again."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from rules.daily.idea import Idea
from rules.daily.share import Shown
from storage.daily import topics
from storage.declarations import STAYS, Fate, Own, Renumbered
from storage.engine.tx import Tx

_COLUMNS = "id, topic, member, chat_group, message, text, day, points, entry, taken_back_at, struck_at, struck_for"


class Told(Struct, frozen=True):
    """An idea in a list."""

    name: str
    text: str
    chat_id: int
    message: int


def _idea(row: Any) -> Idea:
    return Idea(
        id=row.id,
        topic=row.topic,
        member=row.member,
        group=row.chat_group,
        message=row.message,
        text=row.text,
        day=date.fromisoformat(row.day),
        points=row.points,
        entry=row.entry,
        taken_back_at=row.taken_back_at,
        struck_at=row.struck_at,
        struck_for=row.struck_for or "",
    )


def add(tx: Tx, topic: int | None, member: int, shown: Shown, text: str, day: date, now: int) -> int:
    """Record an idea; its number."""
    number = tx.add(
        "INSERT INTO idea (topic, member, chat_group, message, album, text, at, day)"
        " VALUES (:topic, :member, :group, :message, :album, :text, :now, :day)",
        topic=topic,
        member=member,
        group=shown.group,
        message=shown.message,
        album=shown.album,
        text=text,
        now=now,
        day=day.isoformat(),
    )
    _changed(tx, topic)
    return number


def reword(tx: Tx, idea: int, text: str) -> None:
    """The idea says this; its topic shows it anew if it said something else."""
    if tx.run("UPDATE idea SET text = :text WHERE id = :idea AND text <> :other", text=text, idea=idea, other=text):
        _changed(tx, tx.value("SELECT topic FROM idea WHERE id = :idea", idea=idea))


def mark(tx: Tx, idea: int, marks: Iterable[str]) -> None:
    """The idea is known again by these, as far as they were not another one's before."""
    for one in marks:
        tx.run("INSERT INTO idea_mark (mark, idea) VALUES (:mark, :idea) ON CONFLICT DO NOTHING", mark=one, idea=idea)


def pay(tx: Tx, idea: int, points: int, entry: int | None) -> None:
    """What the idea paid."""
    tx.run("UPDATE idea SET points = :points, entry = :entry WHERE id = :idea", points=points, entry=entry, idea=idea)


def paid_between(tx: Tx, member: int, since: int, until: int) -> int:
    """How many ideas of the member's from `since` on and before `until` (UTC seconds) were paid, and stand."""
    found: int = tx.value(
        "SELECT count(*) FROM idea WHERE member = :member AND at >= :since AND at < :until"
        " AND points > 0 AND taken_back_at IS NULL",
        member=member,
        since=since,
        until=until,
    )
    return found


def get(tx: Tx, idea: int) -> Idea | None:
    """The idea of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM idea WHERE id = :idea", idea=idea)
    return _idea(row) if row else None


def at(tx: Tx, group: int, message: int) -> Idea | None:
    """The idea that a message of the group is."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM idea WHERE chat_group = :group AND message = :message", group=group, message=message
    )
    return _idea(row) if row else None


def of_album(tx: Tx, album: str, member: int, since: int) -> int | None:
    """The member's idea that is made of that album, no older than `since` (UTC seconds)."""
    number: int | None = tx.value(
        "SELECT id FROM idea WHERE album = :album AND member = :member AND at >= :since LIMIT 1",
        album=album,
        member=member,
        since=since,
    )
    return number


def of_entry(tx: Tx, entry: int) -> Idea | None:
    """The idea that an entry of the ledger paid."""
    row = tx.one(f"SELECT {_COLUMNS} FROM idea WHERE entry = :entry", entry=entry)
    return _idea(row) if row else None


def take_back(tx: Tx, idea: Idea, now: int | None) -> None:
    """It is listed no more since `now`, or with None again."""
    tx.run("UPDATE idea SET taken_back_at = :now WHERE id = :idea", now=now, idea=idea.id)
    _changed(tx, idea.topic)


def strike(tx: Tx, idea: Idea, by: int, reason: str, now: int) -> None:
    """It stands in no list any more, for that reason; what it paid stays."""
    tx.run(
        "UPDATE idea SET struck_at = :now, struck_by = :by, struck_for = :reason WHERE id = :idea",
        now=now,
        by=by,
        reason=reason,
        idea=idea.id,
    )
    _changed(tx, idea.topic)


def put_back(tx: Tx, idea: Idea) -> None:
    """It stands in its list again."""
    tx.run("UPDATE idea SET struck_at = NULL, struck_by = NULL, struck_for = NULL WHERE id = :idea", idea=idea.id)
    _changed(tx, idea.topic)


def count(tx: Tx, topic: int) -> tuple[int, int]:
    """How many ideas the topic holds, and of how many people."""
    row = tx.one(
        "SELECT count(*) AS ideas, count(DISTINCT member) AS people FROM idea"
        " WHERE topic = :topic AND taken_back_at IS NULL AND struck_at IS NULL",
        topic=topic,
    )
    assert row is not None
    return row.ideas, row.people


def page(tx: Tx, topic: int, limit: int, before: int) -> list[Told]:
    """Ideas of the topic, the newest first, without the first `before`."""
    rows = tx.all(
        "SELECT member.name, idea.text, chat_group.chat_id, idea.message FROM idea"
        " JOIN member ON member.id = idea.member JOIN chat_group ON chat_group.id = idea.chat_group"
        " WHERE idea.topic = :topic AND idea.taken_back_at IS NULL AND idea.struck_at IS NULL"
        " ORDER BY idea.id DESC LIMIT :limit OFFSET :before",
        topic=topic,
        limit=limit,
        before=before,
    )
    return [Told(*tuple(row)) for row in rows]


def everything(tx: Tx) -> Iterator[Idea]:
    """Every idea, for the audit."""
    for row in tx.each(f"SELECT {_COLUMNS} FROM idea ORDER BY id"):
        yield _idea(row)


def strays(tx: Tx, rule: str) -> Iterator[int]:
    """Entries of that rule of the ledger that no idea names, for the audit."""
    rows = tx.each(
        "SELECT id FROM transfer WHERE rule = :rule AND phase = 'single' AND reverses IS NULL"
        " AND id NOT IN (SELECT entry FROM idea WHERE entry IS NOT NULL)",
        rule=rule,
    )
    for row in rows:
        yield row.id


def _changed(tx: Tx, topic: int | None) -> None:
    if topic is not None:
        topics.changed(tx, topic)


RENUMBERED = (Renumbered("idea"),)

OWN = (
    Own("idea", but=("album",), fate=Fate(emptied=("text",))),
    Own("idea", "struck_by", but=("text", "album"), fate=STAYS),
)
