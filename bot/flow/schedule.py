"""The schedule: APScheduler knows the times of a cron expression; what decides is one row per job, scope and period."""

import logging
import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.flow.scopes import JobScope, Scopes
from bot.flow.times import Times, times_of
from bot.identity import Identity
from bot.letters.compose import Composer
from handlers.effects import Effects, flat
from handlers.operations.schedule import failed, skipped
from handlers.parts import More
from handlers.routes import Job, JobCall
from rules.letters import Kind
from rules.occasion import Occasion
from storage.engine.engine import StorageTrouble
from storage.engine.tx import Tx
from storage.post import jobs, outbox
from storage.post.jobs import PlannedRun
from storage.post.letters import Letter

log = logging.getLogger("kocbot.schedule")


def _until(letter: Letter, lasts_s: int) -> Letter:
    if letter.sort is not Kind.ANNOUNCEMENT:
        return letter
    return replace(letter, lasts_s=min(lasts_s, letter.matters_s or lasts_s))


@dataclass(frozen=True, slots=True)
class Ticked:
    """How many letters a look at the schedule made, and whether a job has more to do at once."""

    letters: int = 0
    more: bool = False

    def __add__(self, other: "Ticked") -> "Ticked":
        return Ticked(self.letters + other.letters, self.more or other.more)


class Schedule:
    """Posts what is due, each period once per scope, also after downtime. Runs on the database's thread."""

    def __init__(self, identity: Identity, composer: Composer) -> None:
        self._identity = identity
        self._composer = composer

    def tick(self, tx: Tx, now: int) -> Ticked:
        """Run every job that has come due, of a long one the next part; what came due first runs first."""
        plans = {(plan.job, plan.scope): plan for plan in jobs.planned(tx)}
        ticked, looks = Ticked(), []
        for job, scope in self.scopes(tx):
            plan = plans.pop((job.name, scope.number), None)
            times = self._times(job, scope)
            if plan and plan.times == times and plan.found_at <= now < plan.next_at:
                continue
            due = self._known_times(times).latest(plan.next_at - 1, now) if plan and plan.times == times else None
            looks.append((due or now, job, scope, times))
        for _, job, scope, times in sorted(looks, key=lambda look: look[0]):
            ticked += self._look(tx, job, scope, times, now)
        for gone in plans.values():
            jobs.unplan(tx, gone)
        return ticked

    def doubt(self, tx: Tx, since: int, now: int) -> int:
        """Another hand may have run what was due after `since`: what groups read once for a period is left to staff.

        How many periods that were. What only follows from our rows runs, and no more than makes up for them.
        """
        doubted = 0
        for job, scope in self.scopes(tx):
            due = self.due_since(job, scope, since, now) if job.by_hand or job.once else None
            if due is not None:
                period = self.call_of(scope, due, now).period
                doubted += jobs.claim(tx, job.name, scope.number, period, due, now, "uncertain")
        return doubted

    def due_since(self, job: Job, scope: JobScope, since: int, now: int) -> int | None:
        """The job's latest time after `since` and up to `now` (UTC seconds)."""
        return self._known_times(self._times(job, scope)).latest(since, now)

    def next_after(self, job: Job, scope: JobScope, now: int) -> int | None:
        """When the job is due next (UTC seconds); None when it is switched off."""
        if not self._cron(job):
            return None
        return self._known_times(self._times(job, scope)).next(now)

    def call_of(self, scope: JobScope, due: int, now: int) -> JobCall:
        """A job's call for the period that came due there at `due`."""
        period = datetime.fromtimestamp(due, ZoneInfo(scope.zone)).strftime("%Y-%m-%dT%H:%M")
        where = scope.group.id if scope.group else None
        occasion = Occasion(now, self._identity.programme, group=where, timezone=scope.zone, due_at=due)
        return JobCall(occasion, scope.group, due, period)

    def scopes(self, tx: Tx) -> list[tuple[Job, JobScope]]:
        """Every job that is switched on, with every scope it runs in."""
        there = Scopes(tx, self._identity.programme.brand.timezone)
        return [(job, scope) for job in self._identity.jobs if self._cron(job) for scope in there.of(job)]

    def _cron(self, job: Job) -> str:
        """The brand's own times, else those of the job; empty where the brand has switched it off."""
        return self._identity.programme.schedule.get(job.name, job.cron)

    def _times(self, job: Job, scope: JobScope) -> str:
        return f"{self._cron(job)} {scope.zone}"

    def _known_times(self, times: str) -> Times:
        return times_of(*times.rsplit(" ", 1))

    def _look(self, tx: Tx, job: Job, scope: JobScope, times: str, now: int) -> Ticked:
        """Run the job if it is due; note when it is due next."""
        known = self._known_times(times)
        ticked = self._run_due(tx, job, scope, known, now)
        following = now if ticked.more else known.next(now)
        if following is not None:
            jobs.plan(tx, PlannedRun(job.name, scope.number, times, following, now))
        return ticked

    def _run_due(self, tx: Tx, job: Job, scope: JobScope, times: Times, now: int) -> Ticked:
        last = jobs.last(tx, job.name, scope.number, now)
        since = last.due_at if last else self._begin(tx, job, scope, now)
        due = times.latest(since, now) if since < now else None
        if due is None:
            return Ticked()
        call = self.call_of(scope, due, now)
        if now - due > job.late_s:
            return Ticked(self._skip(tx, job, scope, call, now))
        return self._run(tx, job, scope, call, now)

    def _begin(self, tx: Tx, job: Job, scope: JobScope, now: int) -> int:
        """Seen for the first time: nothing from before it existed is made up for. Since when it counts."""
        since = max(scope.group.activated_at, now - job.late_s) if scope.group else now
        jobs.claim(tx, job.name, scope.number, "start", since, now, "nothing")
        return since

    def _run(self, tx: Tx, job: Job, scope: JobScope, call: JobCall, now: int) -> Ticked:
        """Take the period and post, both or neither; a defect ends the period too, and staff hear of it."""
        try:
            with tx.savepoint():
                if not jobs.claim(tx, job.name, scope.number, call.period, call.due_at, now, "posted"):
                    return Ticked()
                return self._posted(tx, job, scope, call, now)
        except Exception as defect:
            if isinstance(defect, StorageTrouble):
                raise
            code = secrets.token_hex(4)
            log.error("incident", extra={"code": code, "job": job.name, "scope": scope.number}, exc_info=defect)
            jobs.claim(tx, job.name, scope.number, call.period, call.due_at, now, "failed")
            return Ticked(self._say(tx, failed(tx, job, call, code), now))

    def _posted(self, tx: Tx, job: Job, scope: JobScope, call: JobCall, now: int) -> Ticked:
        """What the job does; a part of it keeps the period open."""
        effects = flat(job.answer(call, tx))
        said = [effect for effect in effects if not isinstance(effect, More)]
        letters = self._lasting(job, scope, self._composer.posts(tx, said, now), now)
        more = len(said) < len(effects)
        if more:
            jobs.give_back(tx, job.name, scope.number, call.period)
        elif not letters:
            jobs.came_to_nothing(tx, job.name, scope.number, call.period)
        outbox.put(tx, letters, now)
        return Ticked(len(letters), more)

    def _lasting(self, job: Job, scope: JobScope, letters: list[Letter], now: int) -> list[Letter]:
        """What a group is told at set times matters until it is due again, if that is sooner than it matters at all."""
        due_again = self.next_after(job, scope, now) if scope.group else None
        return [letter if due_again is None else _until(letter, due_again - now) for letter in letters]

    def _skip(self, tx: Tx, job: Job, scope: JobScope, call: JobCall, now: int) -> int:
        """Too late to matter: the period is passed over, and staff hear of it."""
        if not jobs.claim(tx, job.name, scope.number, call.period, call.due_at, now, "skipped"):
            return 0
        log.warning("skipped", extra={"job": job.name, "scope": scope.number, "late_s": now - call.due_at})
        return self._say(tx, skipped(tx, job, call), now)

    def _say(self, tx: Tx, effects: Effects, now: int) -> int:
        letters = self._composer.posts(tx, effects, now)
        outbox.put(tx, letters, now)
        return len(letters)
