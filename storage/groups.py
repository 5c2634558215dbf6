"""Activated groups, their topics, and who wrote which message there."""

from typing import Any

from msgspec import Struct

from rules.people import Group, Part, Purpose
from storage.declarations import DAY_S, GOES, Own, Purge
from storage.engine.tx import Tx


class Authorship(Struct, frozen=True):
    """Whose message that is, and whether it was forwarded from elsewhere."""

    member: int
    forwarded: bool


ACTIVE = "active groups"
MOST = 200
_COLUMNS = "id, chat_id, title, part, timezone, locale, activated_at, username, invite"


def _group(row: Any) -> Group:
    where = (row.timezone, row.locale)
    known = (row.activated_at, row.username, row.invite)
    return Group(row.id, row.chat_id, row.title, Part(row.part), *where, *known)


def by_chat(tx: Tx, chat_id: int) -> Group | None:
    """The activated group behind a Telegram chat."""
    known: Group | None = tx.known.get(("group", chat_id))
    if known is not None:
        return known
    row = tx.one(f"SELECT {_COLUMNS} FROM chat_group WHERE chat_id = :chat_id AND active = 1", chat_id=chat_id)
    if row is None:
        return None
    found = tx.known["group", chat_id] = _group(row)
    return found


def get(tx: Tx, group: int) -> Group:
    """The group with our internal id, which must exist."""
    known: Group | None = tx.known.get(("group of ours", group))
    if known is not None:
        return known
    row = tx.one(f"SELECT {_COLUMNS} FROM chat_group WHERE id = :id", id=group)
    assert row is not None, group
    found = tx.known["group of ours", group] = _group(row)
    return found


def active(tx: Tx, part: Part | None = None) -> list[Group]:
    """Every activated group, or those of one part; at most 200."""
    known: list[Group] | None = tx.known.get(ACTIVE)
    if known is None:
        rows = tx.all(f"SELECT {_COLUMNS} FROM chat_group WHERE active = 1 ORDER BY id LIMIT 2000")
        known = tx.known[ACTIVE] = [_group(row) for row in rows]
    return [group for group in known if part is None or group.part is part][:MOST]


def staff(tx: Tx) -> Group | None:
    """The staff group, of which there is one at most; None while there is none."""
    return next(iter(active(tx, Part.STAFF)), None)


def activate(tx: Tx, chat_id: int, title: str, part: Part, timezone: str, locale: str, now: int) -> Group:
    """Give the chat a part in the brand, or another one than it had."""
    tx.run(
        """
        INSERT INTO chat_group (chat_id, title, part, timezone, locale, activated_at)
        VALUES (:chat_id, :title, :part, :timezone, :locale, :now)
        ON CONFLICT (chat_id) DO UPDATE SET title = excluded.title, part = excluded.part, active = 1
        """,
        chat_id=chat_id,
        title=title,
        part=part.value,
        timezone=timezone,
        locale=locale,
        now=now,
    )
    tx.known.clear()
    group = by_chat(tx, chat_id)
    assert group is not None
    return group


def deactivate(tx: Tx, chat_id: int) -> None:
    """The bot is silent in that chat from now on; what is remembered stays."""
    tx.run("UPDATE chat_group SET active = 0 WHERE chat_id = :chat_id", chat_id=chat_id)
    tx.known.clear()


def set_locale(tx: Tx, group: int, locale: str) -> None:
    """The language in which the bot speaks there."""
    tx.run("UPDATE chat_group SET locale = :locale WHERE id = :group", locale=locale, group=group)
    tx.known.clear()


def set_timezone(tx: Tx, group: int, timezone: str) -> None:
    """The time zone in which days begin and jobs run there."""
    tx.run("UPDATE chat_group SET timezone = :timezone WHERE id = :group", timezone=timezone, group=group)
    tx.known.clear()


def titled(tx: Tx, group: Group, title: str, username: str | None) -> Group:
    """The group under the title and the public name that it has today."""
    if not title or (title, username) == (group.title, group.username):
        return group
    tx.run(
        "UPDATE chat_group SET title = :title, username = :username WHERE id = :group",
        title=title,
        username=username,
        group=group.id,
    )
    tx.known.clear()
    return get(tx, group.id)


def set_invite(tx: Tx, group: int, link: str | None) -> None:
    """The link that lets people in: empty where none is to be given out, its public name neither."""
    tx.run("UPDATE chat_group SET invite = :link WHERE id = :group", link=link, group=group)
    tx.known.clear()


def bind_topic(tx: Tx, group: int, purpose: Purpose, thread_id: int) -> None:
    """Messages of that purpose go to that topic of the group from now on."""
    tx.run(
        "INSERT INTO group_topic (chat_group, purpose, thread_id) VALUES (:group, :purpose, :thread_id)"
        " ON CONFLICT (chat_group, purpose) DO UPDATE SET thread_id = excluded.thread_id",
        group=group,
        purpose=purpose.value,
        thread_id=thread_id,
    )


def unbind_topic(tx: Tx, group: int, purpose: Purpose) -> None:
    """Messages of that purpose go to the general topic again."""
    tx.run(
        "DELETE FROM group_topic WHERE chat_group = :group AND purpose = :purpose", group=group, purpose=purpose.value
    )


def topic(tx: Tx, group: int, purpose: Purpose) -> int | None:
    """The topic bound to that purpose in the group."""
    thread: int | None = tx.value(
        "SELECT thread_id FROM group_topic WHERE chat_group = :group AND purpose = :purpose",
        group=group,
        purpose=purpose.value,
    )
    return thread


def wrote(
    tx: Tx,
    group: int,
    message: int,
    member: int,
    now: int,
    topic: int | None,
    *,
    forwarded: bool = False,
    answers: int | None = None,
) -> None:
    """Remember the author of a message, for reactions name only the message, and which other one it `answers`."""
    tx.run(
        "INSERT INTO message_author (chat_group, message, member, at, topic, forwarded, answers)"
        " VALUES (:group, :message, :member, :now, :topic, :forwarded, :answers) ON CONFLICT DO NOTHING",
        group=group,
        message=message,
        member=member,
        now=now,
        topic=topic,
        forwarded=int(forwarded),
        answers=answers,
    )


def written(tx: Tx, group: int, message: int) -> Authorship | None:
    """Who wrote that message, while we remember."""
    row = tx.one(
        "SELECT member, forwarded FROM message_author WHERE chat_group = :group AND message = :message",
        group=group,
        message=message,
    )
    return Authorship(row.member, bool(row.forwarded)) if row else None


def thread_of(tx: Tx, group: int, message: int) -> int | None:
    """The forum topic in which that message stands, while we remember."""
    thread: int | None = tx.value(
        "SELECT topic FROM message_author WHERE chat_group = :group AND message = :message",
        group=group,
        message=message,
    )
    return thread


def forget_authors(tx: Tx, before: int) -> int:
    """Forget who wrote messages older than `before` (UTC seconds)."""
    return tx.run("DELETE FROM message_author WHERE at < :before", before=before)


def has_topics(tx: Tx, group: int) -> bool:
    """Whether any purpose has a topic of its own there."""
    return tx.one("SELECT 1 AS yes FROM group_topic WHERE chat_group = :group LIMIT 1", group=group) is not None


PURGE = (Purge(forget_authors, kept_s=30 * DAY_S),)

OWN = (Own("message_author", fate=GOES),)
