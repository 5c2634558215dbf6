"""Batches of points, and which grant each of their lines became."""

from rules.fairness.batch import Batch, BatchState
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx


def add(tx: Tx, actor: int, reason: str, lines: list[tuple[int, int]], now: int) -> int:
    """A batch that is looked at first; its number. `lines` are members and points."""
    number = tx.add(
        "INSERT INTO grant_batch (actor, reason, since, state) VALUES (:actor, :reason, :now, 'drafted')",
        actor=actor,
        reason=reason,
        now=now,
    )
    for member, points in lines:
        tx.run(
            "INSERT INTO grant_batch_line (batch, member, points) VALUES (:batch, :member, :points)",
            batch=number,
            member=member,
            points=points,
        )
    return number


def get(tx: Tx, batch: int) -> Batch | None:
    """The batch of that number."""
    row = tx.one("SELECT id, actor, reason, state FROM grant_batch WHERE id = :batch", batch=batch)
    if row is None:
        return None
    lines = tx.all(
        "SELECT member, points FROM grant_batch_line WHERE batch = :batch ORDER BY member LIMIT 100", batch=batch
    )
    return Batch(row.id, row.actor, row.reason, BatchState(row.state), tuple((one.member, one.points) for one in lines))


def move(tx: Tx, batch: int, before: BatchState, after: BatchState, now: int) -> bool:
    """From one state to another, in which it is since `now`; False when it was in a different one."""
    return (
        tx.run(
            "UPDATE grant_batch SET state = :after, since = :now WHERE id = :batch AND state = :before",
            batch=batch,
            before=before.value,
            after=after.value,
            now=now,
        )
        > 0
    )


def undecided(tx: Tx, before: int) -> list[int]:
    """Numbers of those that were proposed at `before` (UTC seconds) or earlier and wait still, at most 20."""
    rows = tx.all(
        "SELECT id FROM grant_batch WHERE state = 'proposed' AND since <= :before ORDER BY id LIMIT 20", before=before
    )
    return [row.id for row in rows]


def became(tx: Tx, batch: int, member: int, grant: int) -> None:
    """The line of that member has become that grant."""
    tx.run(
        "UPDATE grant_batch_line SET staff_grant = :grant WHERE batch = :batch AND member = :member",
        batch=batch,
        member=member,
        grant=grant,
    )


def granted(tx: Tx, batch: int) -> list[tuple[int, int]]:
    """Members and grants of a batch that was given, at most 100."""
    rows = tx.all(
        "SELECT member, staff_grant FROM grant_batch_line WHERE batch = :batch AND staff_grant IS NOT NULL"
        " ORDER BY member LIMIT 100",
        batch=batch,
    )
    return [(row.member, row.staff_grant) for row in rows]


OWN = (
    Own("grant_batch", "actor", fate=STAYS),
    Own("grant_batch_line", whose="member = :member AND staff_grant IS NOT NULL", fate=STAYS),
)
