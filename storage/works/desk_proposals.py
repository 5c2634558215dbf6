"""What the team is asked about members and decides by a card: a table for each kind of question, alike in all but that."""

from collections.abc import Callable
from typing import Any, Generic

from msgspec import Struct

from rules.works.desk_proposal import DeskProposal, ProposalState, Q
from storage.engine.tx import Tx

_COURSE = "id, member, needs, at, state, card, until, settled_by, settled_at, reason"
AT_ONCE = 100


class ProposalKind(Struct, Generic[Q], frozen=True):
    """One kind: its table, the columns of its question, and how the question is read from them and written to them."""

    table: str
    columns: tuple[str, ...]
    read: Callable[[Any], Q]
    written: Callable[[Q], dict[str, Any]]

    @property
    def source(self) -> str:
        """What is read of it, and from where."""
        return f"{_COURSE}, {', '.join(self.columns)} FROM {self.table}"


def _proposal(kind: ProposalKind[Q], row: Any) -> DeskProposal[Q]:
    times = (row.at, ProposalState(row.state), row.card, row.until, row.settled_by, row.settled_at)
    return DeskProposal(row.id, row.member, kind.read(row), *times, row.reason)


def among(
    tx: Tx, kind: ProposalKind[Q], condition: str, limit: int | None = None, **values: Any
) -> list[DeskProposal[Q]]:
    """Those for which the condition holds, in their order; so many at the most."""
    sql = f"SELECT {kind.source} WHERE {condition} ORDER BY id"
    rows = tx.all(sql, **values) if limit is None else tx.all(f"{sql} LIMIT :limit", limit=limit, **values)
    return [_proposal(kind, row) for row in rows]


def latest(tx: Tx, kind: ProposalKind[Q], condition: str, limit: int = 1, **values: Any) -> list[DeskProposal[Q]]:
    """The latest so many for which the condition holds, oldest first."""
    rows = tx.all(
        f"SELECT {kind.source} WHERE {condition} ORDER BY id DESC LIMIT :limit",
        limit=limit,
        **values,
    )
    return [_proposal(kind, row) for row in reversed(rows)]


def add(tx: Tx, kind: ProposalKind[Q], member: int, question: Q, now: int) -> int:
    """Something is to be put before the staff; its number."""
    columns = ("needs", *kind.columns)
    return tx.add(
        f"INSERT INTO {kind.table} (member, at, state, {', '.join(columns)})"
        f" VALUES (:member, :now, 'waiting', {', '.join(f':{name}' for name in columns)})",
        member=member,
        now=now,
        **kind.written(question),
    )


def get(tx: Tx, kind: ProposalKind[Q], proposal: int) -> DeskProposal[Q]:
    """The one with that number, which must exist."""
    row = tx.one(f"SELECT {kind.source} WHERE id = :id", id=proposal)
    assert row is not None, proposal
    return _proposal(kind, row)


def unsettled(tx: Tx, kind: ProposalKind[Q], first: int, last: int) -> list[DeskProposal[Q]]:
    """What is open about the members from one number to another."""
    condition = "member BETWEEN :first AND :last AND state IN ('waiting', 'moot')"
    return among(tx, kind, condition, first=first, last=last)


def decided(tx: Tx, kind: ProposalKind[Q], member: int, limit: int) -> list[DeskProposal[Q]]:
    """What has been decided about the member, oldest first; the latest so many."""
    condition = "member = :member AND state IN ('confirmed', 'declined')"
    return latest(tx, kind, condition, limit, member=member)


def turn(tx: Tx, kind: ProposalKind[Q], proposal: int, state: ProposalState) -> None:
    """It is true no longer, or is again."""
    tx.run(f"UPDATE {kind.table} SET state = :state WHERE id = :id", id=proposal, state=state.value)


def settle(
    tx: Tx,
    kind: ProposalKind[Q],
    proposal: int,
    state: ProposalState,
    by: int | None,
    now: int,
    reason: str | None = None,
) -> None:
    """It is decided, or over."""
    tx.run(
        f"UPDATE {kind.table} SET state = :state, settled_by = :by, settled_at = :now, reason = :reason WHERE id = :id",
        id=proposal,
        state=state.value,
        by=by,
        now=now,
        reason=reason,
    )


def unasked(tx: Tx, kind: ProposalKind[Q], limit: int) -> list[DeskProposal[Q]]:
    """Those that stand on no card yet, the earliest first."""
    return among(tx, kind, "card IS NULL AND state = 'waiting'", limit)


def asked(tx: Tx, kind: ProposalKind[Q]) -> int:
    """How many wait on cards."""
    found: int = tx.value(f"SELECT count(*) FROM {kind.table} WHERE card IS NOT NULL AND state = 'waiting'")
    return found


def lay(tx: Tx, kind: ProposalKind[Q], proposal: int, card: int, until: int) -> None:
    """It stands on that card, and lapses then (UTC seconds)."""
    tx.run(
        f"UPDATE {kind.table} SET card = :card, until = :until, shown = state WHERE id = :id",
        id=proposal,
        card=card,
        until=until,
    )


def on_card(tx: Tx, kind: ProposalKind[Q], card: int) -> list[DeskProposal[Q]]:
    """Those that stand on that card, in their order."""
    return among(tx, kind, "card = :card", card=card)


def stale(tx: Tx, kind: ProposalKind[Q]) -> list[int]:
    """Cards that show one of theirs otherwise than it stands."""
    rows = tx.all(
        f"SELECT DISTINCT card FROM {kind.table} WHERE shown <> state ORDER BY card LIMIT :limit", limit=AT_ONCE
    )
    return [row.card for row in rows]


def shown(tx: Tx, kind: ProposalKind[Q], card: int) -> None:
    """The card shows how all of them stand."""
    tx.run(f"UPDATE {kind.table} SET shown = state WHERE card = :card", card=card)


def due(tx: Tx, kind: ProposalKind[Q], now: int) -> list[DeskProposal[Q]]:
    """Those whose time is over, some at a time."""
    return among(tx, kind, "state IN ('waiting', 'moot') AND until <= :now", AT_ONCE, now=now)
