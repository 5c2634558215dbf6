"""Letters that did not arrive, or may not have: what staff are told of, and what they decide about it."""

from typing import Any

from msgspec import Struct

from rules.incident import KEPT_S
from rules.missed import Hindrance, MissedLetter, hindrance
from storage import members
from storage.declarations import Purge
from storage.engine.tx import Tx
from storage.post import outbox
from storage.post.bodies import read, words
from storage.post.standing import RestrictChatMember


def unsettled(tx: Tx, since: int) -> dict[tuple[str, str], tuple[int, int]]:
    """Letters made after `since` that may or will not have arrived: by state and title of the chat ("" for people's),
    how many, and when the latest was made (UTC seconds)."""
    rows = tx.all(
        """
        SELECT state, coalesce(title, '') AS title, count(*) AS n, max(made_at) AS latest FROM outbox
        LEFT JOIN chat_group ON chat_group.chat_id = outbox.lane
        WHERE state IN ('uncertain', 'failed') AND coalesce(ended_at, made_at) > :since
        AND method NOT IN ('setMessageReaction', 'setMyCommands', 'deleteMessage', 'restrictChatMember',
        'setChatMemberTag', 'unpinChatMessage') AND kind <> 'door'
        GROUP BY 1, 2 ORDER BY latest DESC LIMIT 10
        """,
        since=since,
    )
    return {(row.state, row.title): (row.n, row.latest) for row in rows}


def uncertain(tx: Tx, since: int, most: int) -> dict[str, list[str]]:
    """What each of the latest letters was that may or may not have arrived, by title of the chat ("" for people's).

    Words for a group begin as they were written, in HTML; of what one person alone was to read only the name is kept.
    """
    rows = tx.all(
        """
        SELECT coalesce(title, '') AS title, method, body, name, coalesce(seen_by, lane) > 0 AS alone FROM outbox
        LEFT JOIN chat_group ON chat_group.chat_id = outbox.lane
        LEFT JOIN member ON member.telegram_id = coalesce(outbox.seen_by, outbox.lane)
        WHERE outbox.state = 'uncertain' AND coalesce(ended_at, made_at) > :since ORDER BY outbox.id DESC LIMIT 100
        """,
        since=since,
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        known = found.setdefault(row.title, [])
        what = row.name or _begins(row)
        if what and what not in known and len(known) < most:
            known.append(what)
    return found


def _begins(row: Any) -> str:
    """How it begins, where more than one person was to read it."""
    return words(read(row.method, row.body)) if row.body and not row.alone else ""


def files_refused(tx: Tx, since: int) -> tuple[int, int]:
    """How many letters since then failed because Telegram knows a file of theirs no more, and when the latest (UTC seconds).

    Of an album each file went once more by itself: those count, and not the album.
    """
    row = tx.one(
        """
        SELECT count(*) AS n, coalesce(max(coalesce(ended_at, made_at)), 0) AS latest FROM outbox
        WHERE state = 'failed' AND coalesce(ended_at, made_at) > :since AND lower(error) LIKE '%wrong file identifier%'
        AND method <> 'sendMediaGroup'
        """,
        since=since,
    )
    assert row is not None
    return row.n, row.latest


def untold(tx: Tx) -> bool:
    """Whether staff have not heard of one yet."""
    return tx.one("SELECT 1 AS yes FROM outbox WHERE missed = 'untold' LIMIT 1") is not None


def told(tx: Tx) -> None:
    """Staff have heard of every one."""
    tx.run("UPDATE outbox SET missed = 'told' WHERE missed = 'untold'")


def undecided(tx: Tx, most: int) -> list[MissedLetter]:
    """Those that staff have not decided about, oldest first."""
    rows = tx.all(
        """
        SELECT outbox.id, state, coalesce(ended_at, made_at) AS at, coalesce(title, '') AS title,
        coalesce(name, '') AS name, method, body, coalesce(seen_by, lane) > 0 AS alone, error FROM outbox
        LEFT JOIN chat_group ON chat_group.chat_id = outbox.lane
        LEFT JOIN member ON member.telegram_id = coalesce(outbox.seen_by, outbox.lane)
        WHERE missed IN ('untold', 'told') ORDER BY outbox.id LIMIT :most
        """,
        most=most,
    )
    return [_missed(tx, row) for row in rows]


def _missed(tx: Tx, row: Any) -> MissedLetter:
    uncertain, kept = row.state == "uncertain", row.body is not None
    said = read(row.method, row.body) if row.body else None
    if isinstance(said, RestrictChatMember):
        name, why = _restricted(tx, said), hindrance(row.error or "")
        return MissedLetter(row.id, uncertain, row.at, row.title, name, "", kept, why, said.until_date is not None)
    return MissedLetter(row.id, uncertain, row.at, row.title, row.name, _begins(row), kept)


def _restricted(tx: Tx, said: RestrictChatMember) -> str:
    member = members.by_telegram_id(tx, said.user_id)
    return member.name if member else ""


class Unsilenced(Struct, frozen=True):
    """Telegram did not do in a group what a sanction says; whom it was about, why, and since when (UTC seconds)."""

    title: str
    name: str
    why: Hindrance
    at: int


def unsilenced(tx: Tx, most: int) -> list[Unsilenced]:
    """The latest of what Telegram did not do about who may write, as long as nobody has decided about it."""
    rows = tx.all(
        """
        SELECT coalesce(title, '') AS title, method, body, error, coalesce(ended_at, made_at) AS at FROM outbox
        LEFT JOIN chat_group ON chat_group.chat_id = outbox.lane
        WHERE missed IN ('untold', 'told') AND method = 'restrictChatMember' AND body IS NOT NULL
        ORDER BY outbox.id DESC LIMIT :most
        """,
        most=most,
    )
    found = ((row, read(row.method, row.body)) for row in rows)
    return [
        Unsilenced(row.title, _restricted(tx, said), hindrance(row.error or ""), row.at)
        for row, said in found
        if isinstance(said, RestrictChatMember)
    ]


def count(tx: Tx) -> int:
    """How many wait for a decision."""
    found: int = tx.value("SELECT count(*) FROM outbox WHERE missed IN ('untold', 'told')")
    return found


def again(tx: Tx, id: int, now: int) -> bool:
    """It goes once more; False when its words are gone, its time is over, or somebody has decided before."""
    known = tx.one(
        "SELECT 1 AS yes FROM outbox WHERE id = :id AND missed <> 'settled' AND body IS NOT NULL"
        " AND (kind <> 'restriction' OR coalesce(expires_at, :now) >= :now)",
        id=id,
        now=now,
    )
    if known is None:
        return False
    outbox.copy(tx, id, now)
    return let_be(tx, id)


def let_be(tx: Tx, id: int) -> bool:
    """It stays as it is, and what it said is blanked; False when somebody has decided before."""
    return (
        tx.run(
            "UPDATE outbox SET missed = 'settled', state = 'dropped', body = NULL, file = NULL, fallback = NULL"
            " WHERE id = :id AND missed <> 'settled'",
            id=id,
        )
        > 0
    )


def blank(tx: Tx, before: int) -> int:
    """What was for one person's eyes and ended before `before` (UTC seconds) can't be posted again any more."""
    return tx.run(
        "UPDATE outbox SET body = NULL, file = NULL, fallback = NULL WHERE missed IS NOT NULL AND ended_at < :before"
        " AND (lane > 0 OR seen_by IS NOT NULL)",
        before=before,
    )


PURGE = (Purge(blank, kept_s=KEPT_S),)
