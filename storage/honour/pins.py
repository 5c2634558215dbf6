"""What topic moderators hold up in a group, the oldest first."""

from rules.honour.pin import Pin
from storage.declarations import GOES, Own, Renumbered
from storage.engine.tx import Tx

AT_ONCE = 50


def add(tx: Tx, group: int, message: int, member: int, now: int) -> None:
    """`member` holds that message up."""
    tx.add(
        "INSERT INTO pin (chat_group, message, member, at) VALUES (:group, :message, :member, :now)",
        group=group,
        message=message,
        member=member,
        now=now,
    )


def of_group(tx: Tx, group: int) -> list[Pin]:
    """All that is held up there, the oldest first."""
    rows = tx.all(
        f"SELECT id, chat_group, message FROM pin WHERE chat_group = :group ORDER BY id LIMIT {AT_ONCE}", group=group
    )
    return [Pin(*tuple(row)) for row in rows]


def left(tx: Tx) -> dict[int, list[Pin]]:
    """What is still held up by those who may hold nothing up any more, the oldest first."""
    rows = tx.all(
        "SELECT member, id, chat_group, message FROM pin WHERE NOT EXISTS (SELECT 1 FROM role"
        " WHERE role.member = pin.member AND role IN ('topic_moderator', 'moderator', 'operator', 'owner'))"
        f" ORDER BY member, id LIMIT {AT_ONCE}"
    )
    found: dict[int, list[Pin]] = {}
    for row in rows:
        found.setdefault(row.member, []).append(Pin(row.id, row.chat_group, row.message))
    return found


def remove(tx: Tx, number: int) -> None:
    """It is held up no more."""
    tx.run("DELETE FROM pin WHERE id = :number", number=number)


RENUMBERED = (Renumbered("pin"),)
OWN = (Own("pin", fate=GOES),)
