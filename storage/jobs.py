"""Which scheduled post has been made for which group and period."""

from dataclasses import dataclass

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Run:
    """One period of a job in a scope (a group's id, 0 for the brand): due and done when (UTC seconds), and how."""

    job: str
    scope: int
    period: str
    due_at: int
    ran_at: int
    outcome: str


def claim(tx: Tx, job: str, scope: int, period: str, due_at: int, now: int, outcome: str) -> bool:
    """Take the period for this run, in the transaction that posts; False when it has been taken.

    Earlier periods in which there was nothing to do are forgotten: some jobs look every minute.
    """
    tx.run(
        "DELETE FROM job_run WHERE job = :job AND scope = :scope AND due_at < :due_at AND outcome = 'nothing'",
        job=job,
        scope=scope,
        due_at=due_at,
    )
    return (
        tx.run(
            "INSERT INTO job_run (job, scope, period, due_at, ran_at, outcome)"
            " VALUES (:job, :scope, :period, :due_at, :now, :outcome) ON CONFLICT DO NOTHING",
            job=job,
            scope=scope,
            period=period,
            due_at=due_at,
            now=now,
            outcome=outcome,
        )
        > 0
    )


def last(tx: Tx, job: str, scope: int) -> Run | None:
    """The latest period of the job in that scope."""
    row = tx.one(
        "SELECT job, scope, period, due_at, ran_at, outcome FROM job_run WHERE job = :job AND scope = :scope"
        " ORDER BY due_at DESC LIMIT 1",
        job=job,
        scope=scope,
    )
    return Run(*row) if row else None


def troubled(tx: Tx, since: int) -> list[Run]:
    """Periods due after `since` (UTC seconds) that were skipped or failed, newest first, at most 10."""
    rows = tx.all(
        "SELECT job, scope, period, due_at, ran_at, outcome FROM job_run"
        " WHERE due_at > :since AND outcome IN ('skipped', 'failed') ORDER BY due_at DESC LIMIT 10",
        since=since,
    )
    return [Run(*row) for row in rows]
