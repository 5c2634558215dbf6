"""What the bot may do in each activated chat, as Telegram last told."""

from rules.rights import BotStanding, Right, Rights
from storage.engine.tx import Tx


def note(tx: Tx, told: Rights) -> None:
    """Remember what Telegram has just told."""
    tx.run(
        """
        INSERT INTO group_right (chat_group, checked_at, standing, rights, forum)
        VALUES (:group, :checked_at, :standing, :rights, :forum)
        ON CONFLICT (chat_group) DO UPDATE SET checked_at = excluded.checked_at, standing = excluded.standing,
        rights = excluded.rights, forum = excluded.forum
        """,
        group=told.group,
        checked_at=told.checked_at,
        standing=told.standing.value,
        rights=" ".join(sorted(told.rights)),
        forum=int(told.forum),
    )


def of_group(tx: Tx, group: int) -> Rights | None:
    """What the bot may do there; None while Telegram has not been asked."""
    row = tx.one(
        "SELECT chat_group, checked_at, standing, rights, forum FROM group_right WHERE chat_group = :group", group=group
    )
    if row is None:
        return None
    held = frozenset(Right(name) for name in row.rights.split())
    return Rights(row.chat_group, row.checked_at, BotStanding(row.standing), held, bool(row.forum))


def forget(tx: Tx, chat_id: int) -> None:
    """The bot's standing in that chat has changed: Telegram is to be asked again."""
    tx.run(
        "DELETE FROM group_right WHERE chat_group IN (SELECT id FROM chat_group WHERE chat_id = :chat_id)",
        chat_id=chat_id,
    )


def to_ask(tx: Tx, before: int) -> list[tuple[int, int]]:
    """Our id and Telegram's of activated chats of which nothing is known since `before` (UTC seconds)."""
    rows = tx.all(
        """
        SELECT chat_group.id, chat_group.chat_id FROM chat_group
        LEFT JOIN group_right ON group_right.chat_group = chat_group.id
        WHERE active = 1 AND coalesce(checked_at, 0) < :before ORDER BY chat_group.id LIMIT 200
        """,
        before=before,
    )
    return [(row.id, row.chat_id) for row in rows]
