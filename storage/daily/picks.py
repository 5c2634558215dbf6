"""Which messages members have picked, by a reaction, and which of them stand before the staff."""

from rules.daily.pick import Picked
from storage.declarations import DAY_S, GOES, Own, Purge, Renumbered
from storage.engine.tx import Tx

MOST_AT_ONCE = 20
KEPT_S = 30 * DAY_S


def add(tx: Tx, group: int, message: int, member: int, now: int) -> None:
    """The member picks the message; a second time changes nothing."""
    tx.run(
        "INSERT INTO pick (chat_group, message, member, at) VALUES (:group, :message, :member, :now) ON CONFLICT DO NOTHING",
        group=group,
        message=message,
        member=member,
        now=now,
    )


def withdraw(tx: Tx, group: int, message: int, member: int) -> None:
    """They pick it no more."""
    tx.run(
        "DELETE FROM pick WHERE chat_group = :group AND message = :message AND member = :member",
        group=group,
        message=message,
        member=member,
    )


def ripe(tx: Tx, least: int, now: int) -> list[tuple[int, int]]:
    """Groups and messages that `least` members have picked and staff have not seen yet, MOST_AT_ONCE at most.

    Nobody under a sanction counts, nor who belongs to the staff or has left; what is featured is passed over.
    """
    rows = tx.all(
        """
        SELECT pick.chat_group, pick.message FROM pick
        JOIN membership ON membership.chat_group = pick.chat_group AND membership.member = pick.member
        WHERE membership.present = 1
        AND NOT EXISTS (SELECT 1 FROM sanction WHERE sanction.member = pick.member AND state = 'running' AND until > :now)
        AND NOT EXISTS (SELECT 1 FROM role WHERE role.member = pick.member
            AND role.role IN ('owner', 'operator', 'moderator', 'reviewer'))
        AND NOT EXISTS (SELECT 1 FROM picked WHERE picked.chat_group = pick.chat_group AND picked.message = pick.message)
        AND NOT EXISTS (SELECT 1 FROM feature WHERE feature.chat_group = pick.chat_group
            AND feature.message = pick.message)
        GROUP BY pick.chat_group, pick.message HAVING count(*) >= :least ORDER BY max(pick.at), pick.message LIMIT :most
        """,
        now=now,
        least=least,
        most=MOST_AT_ONCE,
    )
    return [(row.chat_group, row.message) for row in rows]


def put_before_staff(tx: Tx, group: int, message: int, member: int, now: int) -> int:
    """It stands before the staff from now on; its number."""
    return tx.add(
        "INSERT INTO picked (chat_group, message, member, at) VALUES (:group, :message, :member, :now)",
        group=group,
        message=message,
        member=member,
        now=now,
    )


def get(tx: Tx, picked: int) -> Picked | None:
    """What was put before the staff under that number."""
    row = tx.one("SELECT id, chat_group, message, member, settled_at FROM picked WHERE id = :picked", picked=picked)
    return Picked(row.id, row.chat_group, row.message, row.member, row.settled_at is not None) if row else None


def at(tx: Tx, group: int, message: int) -> Picked | None:
    """The same, of that message."""
    number: int | None = tx.value(
        "SELECT id FROM picked WHERE chat_group = :group AND message = :message", group=group, message=message
    )
    return get(tx, number) if number is not None else None


def settle(tx: Tx, picked: int, now: int) -> bool:
    """Staff have decided about it; False when they had before."""
    done = tx.run(
        "UPDATE picked SET settled_at = :now WHERE id = :picked AND settled_at IS NULL", now=now, picked=picked
    )
    return done > 0


def forget(tx: Tx, before: int) -> int:
    """Who picked what before that time (UTC seconds)."""
    return tx.run("DELETE FROM pick WHERE at < :before", before=before)


PURGE = (Purge(forget, kept_s=KEPT_S),)
RENUMBERED = (Renumbered("pick"), Renumbered("picked"))

OWN = (
    Own("pick", fate=GOES),
    Own("picked", fate=GOES),
)
