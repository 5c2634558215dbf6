"""Announcements that staff wrote, and what became of them."""

from typing import Any

from rules.operations.broadcast import Broadcast, BroadcastState
from storage.engine.tx import Tx

_COLUMNS = "id, author, text, state, due_at"


def _broadcast(row: Any) -> Broadcast:
    return Broadcast(row.id, row.author, row.text, BroadcastState(row.state), row.due_at)


def add(tx: Tx, author: int, text: str, now: int) -> Broadcast:
    """A new draft; the same text of the same author is one until it is sent or planned."""
    open = tx.value(
        "SELECT id FROM broadcast WHERE author = :author AND text = :text AND state = 'draft' LIMIT 1",
        author=author,
        text=text,
    )
    if open is not None:
        return get(tx, open)
    id = tx.add(
        "INSERT INTO broadcast (author, text, state, made_at) VALUES (:author, :text, 'draft', :now)",
        author=author,
        text=text,
        now=now,
    )
    return get(tx, id)


def get(tx: Tx, broadcast: int) -> Broadcast:
    """The announcement with that id, which must exist."""
    row = tx.one(f"SELECT {_COLUMNS} FROM broadcast WHERE id = :id", id=broadcast)
    assert row is not None, broadcast
    return _broadcast(row)


def plan(tx: Tx, broadcast: int, due_at: int) -> bool:
    """A draft, or one planned otherwise, is to be sent at `due_at` (UTC seconds); False when it is neither."""
    return (
        tx.run(
            "UPDATE broadcast SET state = 'planned', due_at = :due_at WHERE id = :id AND state IN ('draft', 'planned')",
            due_at=due_at,
            id=broadcast,
        )
        > 0
    )


def end(tx: Tx, broadcast: int, state: BroadcastState, now: int) -> bool:
    """Sent, cancelled or missed, in the transaction that does so; False when it has ended before."""
    return (
        tx.run(
            "UPDATE broadcast SET state = :state, sent_at = :now WHERE id = :id AND state IN ('draft', 'planned')",
            state=state.value,
            now=now,
            id=broadcast,
        )
        > 0
    )


def due(tx: Tx, now: int) -> list[Broadcast]:
    """Planned ones whose time has come, earliest first, at most 20."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM broadcast WHERE state = 'planned' AND due_at <= :now ORDER BY due_at LIMIT 20", now=now
    )
    return [_broadcast(row) for row in rows]


def planned(tx: Tx) -> list[Broadcast]:
    """What is still to be sent, earliest first, at most 10."""
    rows = tx.all(f"SELECT {_COLUMNS} FROM broadcast WHERE state = 'planned' ORDER BY due_at LIMIT 10")
    return [_broadcast(row) for row in rows]
