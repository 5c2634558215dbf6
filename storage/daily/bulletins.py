"""Product notes, who hears of them first, and which answers a keyword leads to."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec.structs import astuple

from rules.daily.bulletin import Bulletin, BulletinWording
from rules.programme.programme import Programme
from rules.sheets import Cell, Column, beside, moment
from storage.declarations import DAY_S, GOES, STAYS, Own, Purge, SheetSource
from storage.engine.tx import Tx

KEPT_S = 90 * DAY_S
_COLUMNS = "id, title, text, link, until_at, version, theme, revision, at, open_at, withdrawn_at"


def _bulletin(row: Any) -> Bulletin:
    number, *wording = tuple(row)[:7]
    return Bulletin(number, BulletinWording(*wording), row.revision, row.at, row.open_at, row.withdrawn_at)


def add(tx: Tx, said: BulletinWording, by: int, now: int, open_at: int) -> int:
    """A new note; its number."""
    title, text, link, until, version, theme = astuple(said)
    return tx.add(
        "INSERT INTO bulletin (title, text, link, until_at, version, theme, by, at, open_at)"
        " VALUES (:title, :text, :link, :until, :version, :theme, :by, :now, :open_at)",
        title=title,
        text=text,
        link=link,
        until=until,
        version=version,
        theme=theme,
        by=by,
        now=now,
        open_at=open_at,
    )


def reword(tx: Tx, bulletin: int, said: BulletinWording) -> None:
    """It reads otherwise from now on."""
    title, text, link, until, version, theme = astuple(said)
    tx.run(
        "UPDATE bulletin SET title = :title, text = :text, link = :link, until_at = :until, version = :version,"
        " theme = :theme, revision = revision + 1 WHERE id = :id",
        id=bulletin,
        title=title,
        text=text,
        link=link,
        until=until,
        version=version,
        theme=theme,
    )


def open_now(tx: Tx, bulletin: int, at: int) -> None:
    """Everybody finds it from then on."""
    tx.run("UPDATE bulletin SET open_at = :at WHERE id = :id", id=bulletin, at=at)


def get(tx: Tx, bulletin: int) -> Bulletin | None:
    """The note of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM bulletin WHERE id = :id", id=bulletin)
    return row and _bulletin(row)


def listed(tx: Tx, limit: int, offset: int) -> list[Bulletin]:
    """Those that were not withdrawn, the newest first, from that many on."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM bulletin WHERE withdrawn_at IS NULL ORDER BY id DESC LIMIT :limit OFFSET :offset",
        limit=limit,
        offset=offset,
    )
    return [_bulletin(row) for row in rows]


def count(tx: Tx) -> int:
    """How many were not withdrawn."""
    n: int = tx.value("SELECT count(*) FROM bulletin WHERE withdrawn_at IS NULL")
    return n


def withdraw(tx: Tx, bulletin: int, now: int) -> None:
    """It is said no more."""
    tx.run("UPDATE bulletin SET withdrawn_at = :now WHERE id = :id", id=bulletin, now=now)


def named_helpers(tx: Tx) -> list[int]:
    """Members whom the brand has asked to help others: its mentors, and those who look after a topic."""
    rows = tx.all(
        "SELECT DISTINCT member FROM role WHERE role IN ('mentor', 'topic_moderator') ORDER BY member LIMIT 500"
    )
    return [row.member for row in rows]


def hears_first(tx: Tx, bulletin: int, member: int) -> bool:
    """Note that the member hears of it first; False for one who is in none of our groups any more."""
    there = tx.value("SELECT 1 FROM membership WHERE member = :member AND present = 1 LIMIT 1", member=member)
    if there is not None:
        tx.run(
            "INSERT INTO bulletin_helper (bulletin, member) VALUES (:bulletin, :member) ON CONFLICT DO NOTHING",
            bulletin=bulletin,
            member=member,
        )
    return there is not None


def heard_first(tx: Tx, bulletin: int) -> list[int]:
    """Who hears, or heard, of it first."""
    rows = tx.all(
        "SELECT member FROM bulletin_helper WHERE bulletin = :id ORDER BY member LIMIT 1000",
        id=bulletin,
    )
    return [row.member for row in rows]


def forget_helpers(tx: Tx, before: int) -> int:
    """Forget who heard first of notes that ended before `before` (UTC seconds)."""
    return tx.run(
        "DELETE FROM bulletin_helper WHERE bulletin IN (SELECT id FROM bulletin WHERE until_at < :before"
        " OR withdrawn_at < :before)",
        before=before,
    )


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT bulletin.id, at, member.telegram_id AS actor, member.name AS actor_name, title, text, link, version, theme,
        revision, open_at, until_at, withdrawn_at,
        (SELECT count(*) FROM bulletin_helper WHERE bulletin_helper.bulletin = bulletin.id) AS helpers
        FROM bulletin JOIN member ON member.id = bulletin.by ORDER BY bulletin.id
        """
    )
    for row in rows:
        yield tuple(row)


PURGE = (Purge(forget_helpers, kept_s=KEPT_S),)
SHEETS = (
    SheetSource(
        "bulletins",
        (
            Column("id"),
            moment("at"),
            Column("actor"),
            beside("actor_name"),
            Column("title"),
            Column("text"),
            Column("link"),
            Column("product_version"),
            Column("theme"),
            Column("revision"),
            moment("open_at"),
            moment("until_at"),
            moment("withdrawn_at"),
            Column("heard_first"),
        ),
        _rows,
    ),
)

OWN = (
    Own("bulletin", "by", fate=STAYS),
    Own("bulletin_helper", fate=GOES),
)
