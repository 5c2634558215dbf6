"""Which scheduled post has been made for which group and period, and when the next one is due."""

from collections.abc import Sequence

from msgspec import Struct

from storage.declarations import DAY_S, Purge
from storage.engine.tx import Tx

START = "start"  # the period of which only its end counts: a job was not there before, or is in the middle of its work


class Run(Struct, frozen=True):
    """One period of a job in a scope (a group's id, 0 for the brand): due and done when (UTC seconds), and how."""

    job: str
    scope: int
    period: str
    due_at: int
    ran_at: int
    outcome: str


class PlannedRun(Struct, frozen=True):
    """When a job is due next in a scope, by which times (cron and zone), and when that was found (UTC seconds)."""

    job: str
    scope: int
    times: str
    next_at: int
    found_at: int


_FORGET = "DELETE FROM job_run WHERE job = ? AND scope = ? AND due_at < ? AND outcome = 'nothing'"
_CLAIM = (
    "INSERT INTO job_run (job, scope, period, due_at, ran_at, outcome) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)


def claim(tx: Tx, job: str, scope: int, period: str, due_at: int, now: int, outcome: str) -> bool:
    """Take the period for this run, in the transaction that posts; False when it has been taken."""
    return claim_all(tx, [Run(job, scope, period, due_at, now, outcome)]) > 0


def claim_all(tx: Tx, runs: Sequence[Run]) -> int:
    """Take these periods, in the transaction that posts; how many of them had not been taken.

    Earlier periods in which there was nothing to do are forgotten: some jobs look every minute.
    """
    tx.many(_FORGET, [(run.job, run.scope, run.due_at) for run in runs])
    before = tx.writes
    tx.many(_CLAIM, [(run.job, run.scope, run.period, run.due_at, run.ran_at, run.outcome) for run in runs])
    return tx.writes - before


def give_back(tx: Tx, job: str, scope: int, period: str) -> None:
    """The period was claimed for a part of it: the rest is still due, and nothing from before it."""
    tx.run(
        "UPDATE job_run SET period = :start, due_at = due_at - 1, outcome = 'nothing'"
        " WHERE job = :job AND scope = :scope AND period = :period",
        start=START,
        job=job,
        scope=scope,
        period=period,
    )


def came_to_nothing(tx: Tx, job: str, scope: int, period: str) -> None:
    """The claimed run had nothing to post."""
    tx.run(
        "UPDATE job_run SET outcome = 'nothing' WHERE job = :job AND scope = :scope AND period = :period",
        job=job,
        scope=scope,
        period=period,
    )


def last(tx: Tx, job: str, scope: int, until: int) -> Run | None:
    """The latest period of the job in that scope that was due by `until` (UTC seconds)."""
    row = tx.one(
        "SELECT job, scope, period, due_at, ran_at, outcome FROM job_run WHERE job = :job AND scope = :scope"
        " AND due_at <= :until ORDER BY due_at DESC LIMIT 1",
        job=job,
        scope=scope,
        until=until,
    )
    return Run(*row) if row else None


def last_of_due(tx: Tx, now: int) -> dict[tuple[str, int], int]:
    """By job and scope, when the latest period was due of all that come due now (UTC seconds), where there has been one."""
    rows = tx.all(
        "SELECT job, scope, (SELECT max(due_at) FROM job_run WHERE job_run.job = job_next.job"
        " AND job_run.scope = job_next.scope AND job_run.due_at <= :now) AS last_at"
        " FROM job_next WHERE next_at <= :now ORDER BY next_at, job, scope LIMIT 5000",
        now=now,
    )
    return {(row.job, row.scope): row.last_at for row in rows if row.last_at is not None}


def troubled(tx: Tx, since: int) -> list[Run]:
    """Periods due after `since` (UTC seconds) that were skipped, failed or may have been posted, newest first, at most 500."""
    rows = tx.all(
        "SELECT job, scope, period, due_at, ran_at, outcome FROM job_run"
        " WHERE due_at > :since AND outcome IN ('skipped', 'failed', 'uncertain') ORDER BY due_at DESC LIMIT 500",
        since=since,
    )
    return [Run(*row) for row in rows]


def looked_at(tx: Tx) -> int | None:
    """When the schedule was last looked at (UTC seconds): what was due by then is settled."""
    at: int | None = tx.value("SELECT max(found_at) FROM job_next")
    return at


def plan(tx: Tx, planned: Sequence[PlannedRun]) -> None:
    """Note when these jobs are due next."""
    tx.many(
        "INSERT INTO job_next (job, scope, times, next_at, found_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (job, scope) DO UPDATE SET times = excluded.times, next_at = excluded.next_at,"
        " found_at = excluded.found_at",
        [(one.job, one.scope, one.times, one.next_at, one.found_at) for one in planned],
    )


def unplan(tx: Tx, planned: PlannedRun) -> None:
    """The job is due no more: switched off, or its group is gone."""
    tx.run("DELETE FROM job_next WHERE job = :job AND scope = :scope", job=planned.job, scope=planned.scope)


def planned(tx: Tx) -> list[PlannedRun]:
    """Every job that is due some time, soonest first."""
    rows = tx.all("SELECT job, scope, times, next_at, found_at FROM job_next ORDER BY next_at, job, scope LIMIT 5000")
    return [PlannedRun(*row) for row in rows]


def forget_runs(tx: Tx, before: int) -> int:
    """Forget runs of long ago that posted nothing (UTC seconds)."""
    return tx.run("DELETE FROM job_run WHERE due_at < :before AND outcome = 'nothing'", before=before)


PURGE = (Purge(forget_runs, kept_s=60 * DAY_S),)
