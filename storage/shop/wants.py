"""Who waits for a reward that is sold out, in the order in which they said so, and who has been told."""

from storage.declarations import DAY_S, GOES, Own, Purge
from storage.engine.tx import Tx

KEPT_S = 30 * DAY_S


def add(tx: Tx, reward: int, member: int, now: int) -> None:
    """They wait from now on; one who waits already keeps their place, one who has been told waits anew."""
    tx.run(
        """
        INSERT INTO want (reward, member, at) VALUES (:reward, :member, :now)
        ON CONFLICT (reward, member) DO UPDATE SET at = excluded.at, told_at = NULL WHERE want.told_at IS NOT NULL
        """,
        reward=reward,
        member=member,
        now=now,
    )


def drop(tx: Tx, reward: int, member: int) -> None:
    """They wait no longer, or have it."""
    tx.run("DELETE FROM want WHERE reward = :reward AND member = :member", reward=reward, member=member)


def waits(tx: Tx, reward: int, member: int) -> bool:
    """Whether they wait to be told."""
    row = tx.one(
        "SELECT 1 AS yes FROM want WHERE reward = :reward AND member = :member AND told_at IS NULL",
        reward=reward,
        member=member,
    )
    return row is not None


def count(tx: Tx, reward: int) -> int:
    """How many wait to be told."""
    n: int = tx.value("SELECT count(*) FROM want WHERE reward = :reward AND told_at IS NULL", reward=reward)
    return n


def told_since(tx: Tx, reward: int, since: int) -> int:
    """How many were told at `since` (UTC seconds) or later, and have not redeemed it."""
    n: int = tx.value(
        "SELECT count(*) FROM want WHERE reward = :reward AND told_at >= :since", reward=reward, since=since
    )
    return n


def next_of(tx: Tx, reward: int, limit: int) -> list[int]:
    """The members who have waited longest for it."""
    rows = tx.all(
        "SELECT member FROM want WHERE reward = :reward AND told_at IS NULL ORDER BY at, member LIMIT :limit",
        reward=reward,
        limit=limit,
    )
    return [row.member for row in rows]


def told(tx: Tx, reward: int, member: int, now: int) -> None:
    """They know that there are some again."""
    tx.run(
        "UPDATE want SET told_at = :now WHERE reward = :reward AND member = :member",
        reward=reward,
        member=member,
        now=now,
    )


def awaited(tx: Tx, limit: int) -> list[int]:
    """The rewards of which there are some again, and for which somebody waits."""
    rows = tx.all(
        """
        SELECT id FROM reward WHERE stock > 0 AND closed_at IS NULL
        AND EXISTS (SELECT 1 FROM want WHERE want.reward = reward.id AND told_at IS NULL) ORDER BY id LIMIT :limit
        """,
        limit=limit,
    )
    return [row.id for row in rows]


def purge(tx: Tx, before: int) -> int:
    """Forget those who were told before then (UTC seconds)."""
    return tx.run("DELETE FROM want WHERE told_at < :before", before=before)


PURGE = (Purge(purge, kept_s=KEPT_S),)

OWN = (Own("want", fate=GOES),)
