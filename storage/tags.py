"""Tags of members in groups: what stands there as far as we know, and where something is to be changed.

`membership.tag_due`: 0 nothing, 1 when there is time, 2 as soon as possible. `tag` is None where nobody knows.
"""

from collections.abc import Iterator

from msgspec import Struct

from storage.engine.tx import Tx


class DueTag(Struct, frozen=True):
    """A member whose tag is to be looked at, what stands there, what we set there last, and whether they want none.

    `doubted`: it may be otherwise by now.
    """

    member: int
    known: str | None
    ours: str | None
    off: bool
    doubted: bool


class TagPlace(Struct, frozen=True):
    """A group in which the member is: its title, language, and what stands beside their name."""

    group: int
    title: str
    locale: str
    known: str | None


def due(tx: Tx, group: int, limit: int) -> list[DueTag]:
    """Whose tags are to be looked at in the group, the most urgent first."""
    rows = tx.all(
        """
        SELECT member, tag, tag_ours, tag_off, tagged_at FROM membership JOIN member ON member.id = membership.member
        WHERE chat_group = :group AND tag_due > 0 ORDER BY tag_due DESC LIMIT :limit
        """,
        group=group,
        limit=limit,
    )
    return [DueTag(row.member, row.tag, row.tag_ours, bool(row.tag_off), row.tagged_at == 0) for row in rows]


def settled_in(tx: Tx, group: int) -> Iterator[DueTag]:
    """Members of the group whose tag nobody is going to look at, and of which we know what it is; for the audit."""
    rows = tx.each(
        """
        SELECT member, tag, tag_ours, tag_off FROM membership JOIN member ON member.id = membership.member
        WHERE chat_group = :group AND present = 1 AND tag_due = 0 AND coalesce(tagged_at, 1) > 0 ORDER BY member
        """,
        group=group,
    )
    for row in rows:
        yield DueTag(row.member, row.tag, row.tag_ours, bool(row.tag_off), doubted=False)


def settled(tx: Tx, group: int, member: int, now: int) -> None:
    """What stands there is what is to stand there."""
    tx.run(
        "UPDATE membership SET tag_due = 0, tagged_at = CASE WHEN tagged_at IS NULL THEN NULL ELSE CAST(:now AS BIGINT) END"
        " WHERE chat_group = :group AND member = :member",
        now=now,
        group=group,
        member=member,
    )


def asked_for(tx: Tx, group: int, member: int, tag: str, now: int) -> None:
    """Telegram is asked to show that."""
    tx.run(
        "UPDATE membership SET tag = :tag, tag_ours = :tag, tag_due = 0, tagged_at = :now"
        " WHERE chat_group = :group AND member = :member",
        tag=tag,
        now=now,
        group=group,
        member=member,
    )


def mark(tx: Tx, member: int) -> None:
    """What is shown of the member has changed: in every group it is looked at as soon as possible."""
    tx.run("UPDATE membership SET tag_due = 2 WHERE member = :member AND present = 1", member=member)


def mark_all(tx: Tx) -> None:
    """Titles have changed: everybody is looked at, when there is time."""
    tx.run("UPDATE membership SET tag_due = 1 WHERE tag_due = 0 AND present = 1")


def doubt(tx: Tx, before: int, limit: int) -> int:
    """What was set longest ago, and before then (UTC seconds), may be otherwise now; of how many that is said."""
    return tx.run(
        """
        UPDATE membership SET tagged_at = 0, tag_due = 1 WHERE present = 1 AND tag_due = 0 AND (chat_group, member) IN
        (SELECT chat_group, member FROM membership WHERE tagged_at < :before AND tag_due = 0 AND present = 1
        ORDER BY tagged_at LIMIT :limit)
        """,
        before=before,
        limit=limit,
    )


def not_taken(tx: Tx, chat_id: int, telegram_id: int) -> None:
    """Telegram did not do it: what stands there is not known, and it is tried again in the next night."""
    seen(tx, chat_id, telegram_id, None)


def seen(tx: Tx, chat_id: int, telegram_id: int, tag: str | None) -> None:
    """Something else than what we asked for stands there (None: who knows); it is looked at in the next night."""
    tx.run(
        """
        UPDATE membership SET tag = CAST(:tag AS TEXT), tagged_at = 0
        WHERE chat_group IN (SELECT id FROM chat_group WHERE chat_id = :chat_id)
        AND member IN (SELECT id FROM member WHERE telegram_id = :telegram_id)
        AND (CAST(:tag AS TEXT) IS NULL OR coalesce(tag, '') <> :tag)
        """,
        tag=tag,
        chat_id=chat_id,
        telegram_id=telegram_id,
    )


def off(tx: Tx, member: int) -> bool:
    """Whether the member wants no tag of ours."""
    return bool(tx.value("SELECT tag_off FROM member WHERE id = :member", member=member))


def set_off(tx: Tx, member: int, wanted: bool) -> None:
    """Whether they want none; what stands there is looked at."""
    tx.run("UPDATE member SET tag_off = :off WHERE id = :member", off=int(wanted), member=member)
    mark(tx, member)


def track(tx: Tx, member: int) -> str | None:
    """The track whose title the member wants to be shown; None for none."""
    found: str | None = tx.value("SELECT tag_track FROM member WHERE id = :member", member=member)
    return found


def set_track(tx: Tx, member: int, wanted: str | None) -> None:
    """Of which track the title is shown; what stands there is looked at."""
    tx.run("UPDATE member SET tag_track = CAST(:track AS TEXT) WHERE id = :member", track=wanted, member=member)
    mark(tx, member)


def places(tx: Tx, member: int) -> list[TagPlace]:
    """The groups in which the member is, as far as people earn there."""
    rows = tx.all(
        """
        SELECT chat_group.id, title, locale, tag FROM membership JOIN chat_group ON chat_group.id = membership.chat_group
        WHERE member = :member AND present = 1 AND active = 1 AND part IN ('community', 'core') ORDER BY chat_group.id LIMIT 20
        """,
        member=member,
    )
    return [TagPlace(row.id, row.title, row.locale, row.tag) for row in rows]
