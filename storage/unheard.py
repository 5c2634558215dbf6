"""When the bot heard nothing: it was off or cut off, or what it had heard was lost with what came after a backup."""

from storage import facts
from storage.engine.tx import Tx

HEARD_AT = "heard_at"
MOST = 50


def heard_at(tx: Tx) -> int | None:
    """When it listened last (UTC seconds), as far as this database knows."""
    known = facts.get(tx, HEARD_AT)
    return None if known is None else int(known)


def listens(tx: Tx, now: int) -> None:
    """It listens now. What is said to have been after now was told by a clock that was wrong."""
    facts.put(tx, HEARD_AT, str(now))
    tx.run("DELETE FROM unheard WHERE until > :now", now=now)


def note(tx: Tx, since: int, until: int) -> None:
    """It heard nothing from then until then (UTC seconds)."""
    tx.run(
        "INSERT INTO unheard (since, until) VALUES (:since, :until)"
        " ON CONFLICT (since) DO UPDATE SET until = excluded.until",
        since=since,
        until=until,
    )


def latest(tx: Tx) -> list[tuple[int, int]]:
    """From when until when (UTC seconds) it heard nothing, the latest times."""
    rows = tx.all("SELECT since, until FROM unheard ORDER BY since DESC LIMIT :most", most=MOST)
    return [(row.since, row.until) for row in rows]
