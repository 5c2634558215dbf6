"""Updates that were set aside in the inbox because handling them failed again and again."""

import json
from typing import Any

from rules.incident import KEPT_S, SetAside
from storage.engine.tx import Tx
from storage.post.inbox import TRIES

ASIDE = "state = 'quarantined' AND body IS NOT NULL AND received_at > :since"


def latest(tx: Tx, now: int, limit: int) -> list[SetAside]:
    """Those that can still be retried, oldest first."""
    rows = tx.all(
        "SELECT inbox.id, incident, body, coalesce(member.name, '') AS name, received_at FROM inbox"
        f" LEFT JOIN member ON member.telegram_id = inbox.sender WHERE {ASIDE} ORDER BY inbox.id LIMIT :limit",
        since=now - KEPT_S,
        limit=limit,
    )
    return [_set_aside(row) for row in rows]


def get(tx: Tx, id: int, now: int) -> SetAside | None:
    """The one with that number, while it can be retried."""
    row = tx.one(
        "SELECT inbox.id, incident, body, coalesce(member.name, '') AS name, received_at FROM inbox"
        f" LEFT JOIN member ON member.telegram_id = inbox.sender WHERE inbox.id = :id AND {ASIDE}",
        id=id,
        since=now - KEPT_S,
    )
    return _set_aside(row) if row else None


def count(tx: Tx, now: int) -> int:
    """How many can still be retried."""
    n: int = tx.value(f"SELECT count(*) FROM inbox WHERE {ASIDE}", since=now - KEPT_S)
    return n


def retry(tx: Tx, id: int) -> None:
    """Once more, as if it came in now; it fails for good at the first failure."""
    tx.run("UPDATE inbox SET state = 'waiting', tries = :tries WHERE id = :id", tries=TRIES - 1, id=id)


def forget(tx: Tx, id: int) -> None:
    """It will not be handled; what it said is blanked."""
    tx.run("UPDATE inbox SET state = 'done', body = NULL WHERE id = :id", id=id)


def _set_aside(row: Any) -> SetAside:
    kind = next((key for key in json.loads(row.body) if key != "update_id"), "")
    return SetAside(row.id, row.incident, kind, row.name, row.received_at, row.received_at + KEPT_S)
