"""Appeals against sanctions, and what became of them."""

from typing import Any

from rules.fairness.appeal import Appeal, AppealState
from storage.declarations import DAY_S, STAYS, Fate, Own, Purge
from storage.engine.tx import Tx

_COLUMNS = "id, sanction, member, words, at, state, answer"


def _appeal(row: Any) -> Appeal:
    return Appeal(row.id, row.sanction, row.member, row.words, row.at, AppealState(row.state), row.answer)


def add(tx: Tx, sanction: int, member: int, now: int) -> int | None:
    """Record an appeal; its number, None when there was one before."""
    fresh = tx.run(
        "INSERT INTO appeal (sanction, member, words, at, state) VALUES (:sanction, :member, '', :now, 'open')"
        " ON CONFLICT (sanction) DO NOTHING",
        sanction=sanction,
        member=member,
        now=now,
    )
    found = against(tx, sanction)
    return found.id if fresh and found else None


def against(tx: Tx, sanction: int) -> Appeal | None:
    """The appeal against that sanction."""
    row = tx.one(f"SELECT {_COLUMNS} FROM appeal WHERE sanction = :sanction", sanction=sanction)
    return _appeal(row) if row else None


def get(tx: Tx, appeal: int) -> Appeal:
    """The appeal with that id, which must exist."""
    row = tx.one(f"SELECT {_COLUMNS} FROM appeal WHERE id = :appeal", appeal=appeal)
    assert row is not None, appeal
    return _appeal(row)


def say(tx: Tx, appeal: int, words: str) -> bool:
    """What the member says to it; False when it has been decided."""
    return (
        tx.run("UPDATE appeal SET words = :words WHERE id = :appeal AND state = 'open'", words=words, appeal=appeal) > 0
    )


def decide(tx: Tx, appeal: int, state: AppealState, by: int, answer: str | None, now: int) -> bool:
    """Settle an open one, with what is said to it; False when that was done before."""
    return (
        tx.run(
            "UPDATE appeal SET state = :state, decided_by = :by, decided_at = :now, answer = :answer"
            " WHERE id = :appeal AND state = 'open'",
            state=state.value,
            by=by,
            answer=answer,
            now=now,
            appeal=appeal,
        )
        > 0
    )


def overdue(tx: Tx, since: int) -> list[Appeal]:
    """Open ones from before `since` (UTC seconds) that nobody was reminded of; oldest first, at most 10."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM appeal WHERE state = 'open' AND at <= :since AND reminded_at IS NULL"
        " ORDER BY at, id LIMIT 10",
        since=since,
    )
    return [_appeal(row) for row in rows]


def reminded(tx: Tx, appeal: int, now: int) -> None:
    """The staff group has been reminded of it."""
    tx.run("UPDATE appeal SET reminded_at = :now WHERE id = :appeal", now=now, appeal=appeal)


def purge(tx: Tx, before: int) -> int:
    """Forget what was said in appeals decided before `before` (UTC seconds)."""
    return tx.run("UPDATE appeal SET words = '' WHERE decided_at < :before AND words <> ''", before=before)


PURGE = (Purge(purge, kept_s=30 * DAY_S),)

OWN = (
    Own("appeal", fate=Fate(dashed=("words", "answer"))),
    Own("appeal", "decided_by", but=("words",), fate=STAYS),
)
