"""The schedule: APScheduler knows the times of a cron expression; what decides is one row per job, scope and period."""

import logging
import secrets
from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

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
from rules.values import replace
from storage.engine.engine import StorageTrouble
from storage.engine.tx import Tx
from storage.post import jobs, outbox
from storage.post.jobs import START, PlannedRun, Run
from storage.post.letters import Letter

log = logging.getLogger("kocbot.schedule")


def _until(letter: Letter, lasts_s: int) -> Letter:
    if letter.sort is not Kind.ANNOUNCEMENT:
        return letter
    return replace(letter, lasts_s=min(lasts_s, letter.matters_s or lasts_s))


class Ticked(Struct, frozen=True):
    """How many letters a look at the schedule made, and whether a job has more to do at once."""

    letters: int = 0
    more: bool = False

    def __add__(self, other: "Ticked") -> "Ticked":
        return Ticked(self.letters + other.letters, self.more or other.more)


class _Look(Struct, frozen=True):
    """A job to look at in a scope, by which times (cron and zone), and since when it is due (UTC seconds)."""

    job: Job
    scope: JobScope
    times: str
    since: int


class _Taken(Exception):
    """A period had been taken before, under another time: its zone was another one then."""


class Schedule:
    """Posts what is due, each period once per scope, also after downtime. Runs on the database's thread."""

    def __init__(self, identity: Identity, composer: Composer) -> None:
        self._identity = identity
        self._composer = composer

    def tick(self, tx: Tx, now: int) -> Ticked:
        """Run every job that has come due, of a long one the next part; what came due first runs first.

        Nothing was written in the transaction before: all run together, and when one of them breaks, or something of
        it was done before, all of it begins anew, one by one.
        """
        plans = {(plan.job, plan.scope): plan for plan in jobs.planned(tx)}
        looks = sorted(self._looks(tx, plans, now), key=lambda look: look.since)
        try:
            ticked = self._together(tx, looks, now) if looks else Ticked()
        except Exception as raised:  # it comes again below, where it is undone and told alone
            if isinstance(raised, StorageTrouble):
                raise
            log.info("one by one", extra={"looks": len(looks), "why": type(raised).__name__})
            tx.anew()
            ticked = self._one_by_one(tx, looks, now)
        for gone in plans.values():
            jobs.unplan(tx, gone)
        return ticked

    def _looks(self, tx: Tx, plans: dict[tuple[str, int], PlannedRun], now: int) -> Iterator[_Look]:
        """What is due, or was never looked at by these times; what stays in `plans` is done no more."""
        for job, scope in self.scopes(tx):
            plan = plans.pop((job.name, scope.number), None)
            times = self._times(job, scope)
            if plan and plan.times == times and plan.found_at <= now < plan.next_at:
                continue
            due = self._known_times(times).latest(plan.next_at - 1, now) if plan and plan.times == times else None
            yield _Look(job, scope, times, due or now)

    def _together(self, tx: Tx, looks: Sequence[_Look], now: int) -> Ticked:
        """A tick asks and writes about all of them at once; most have nothing to do."""
        last, ran, ticked, plans = jobs.last_of_due(tx, now), list[Run](), Ticked(), list[PlannedRun]()
        for look in looks:
            done, run = self._tried(tx, look, last.get((look.job.name, look.scope.number)), now)
            ran += [run] if run else []
            ticked += done
            plans += self._planned(look, done, now)
        if ran and jobs.claim_all(tx, ran) < len(ran):
            raise _Taken
        jobs.plan(tx, plans)
        return ticked

    def _tried(self, tx: Tx, look: _Look, last: int | None, now: int) -> tuple[Ticked, Run | None]:
        """Run the job if it is due; what came of it, and the period that it has taken by that."""
        due = self._due(tx, look, last, now)
        if due is None:
            return Ticked(), None
        call = self.call_of(look.scope, due, now)
        if now - due > look.job.late_s:
            return Ticked(self._skip(tx, look, call, now)), None
        letters, more = self._answered(tx, look, call, now)
        run = Run(look.job.name, look.scope.number, call.period, due, now, "posted" if letters else "nothing")
        if not more:
            return Ticked(letters), run
        if not jobs.claim_all(tx, [run]):
            raise _Taken
        jobs.give_back(tx, run.job, run.scope, run.period)
        return Ticked(letters, more), None

    def _one_by_one(self, tx: Tx, looks: Sequence[_Look], now: int) -> Ticked:
        """Each with its period under a savepoint of its own."""
        ticked = Ticked()
        for look in looks:
            due = self._due(tx, look, None, now)
            done = self._run(tx, look, self.call_of(look.scope, due, now), now) if due is not None else Ticked()
            ticked += done
            jobs.plan(tx, self._planned(look, done, now))
        return ticked

    def doubt(self, tx: Tx, since: int, now: int) -> int:
        """Another hand may have run what was due after `since`: what groups read once for a period is left to staff.

        How many periods that were. What rows remember as told is written down, to be doubted with all letters that wait.
        What only follows from our rows runs, and no more than makes up for them.
        """
        doubted = 0
        for job, scope in self.scopes(tx):
            left = job.by_hand or job.once
            due = self.due_since(job, scope, since, now) if left or job.recalled else None
            if due is None:
                continue
            period = self.call_of(scope, due, now).period
            outcome = "uncertain" if left else self._written(tx, job, scope, due, now)
            doubted += jobs.claim(tx, job.name, scope.number, period, due, now, outcome) and left
        return doubted

    def _written(self, tx: Tx, job: Job, scope: JobScope, due: int, now: int) -> str:
        """All that the job says for the period waits in the outbox; how that ended."""
        look, call = _Look(job, scope, self._times(job, scope), due), self.call_of(scope, due, now)
        letters, more = 0, True
        try:
            with tx.savepoint():
                while more:
                    made, more = self._answered(tx, look, call, now)
                    letters += made
        except Exception as defect:
            if isinstance(defect, StorageTrouble):
                raise
            log.error("incident", extra={"job": job.name, "scope": scope.number}, exc_info=defect)
            return "failed"
        return "posted" if letters else "nothing"

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

    def _planned(self, look: _Look, done: Ticked, now: int) -> list[PlannedRun]:
        """When the job is due next; of one that has more to do, now."""
        following = now if done.more else self._known_times(look.times).next(now)
        if following is None:
            return []
        return [PlannedRun(look.job.name, look.scope.number, look.times, following, now)]

    def _due(self, tx: Tx, look: _Look, last: int | None, now: int) -> int | None:
        """The latest time that came after the `last` period, where that is known already."""
        if last is None:
            found = jobs.last(tx, look.job.name, look.scope.number, now)
            last = found.due_at if found else self._begin(tx, look.job, look.scope, now)
        return self._known_times(look.times).latest(last, now) if last < now else None

    def _begin(self, tx: Tx, job: Job, scope: JobScope, now: int) -> int:
        """Seen for the first time: nothing from before it existed is made up for. Since when it counts."""
        since = max(scope.group.activated_at, now - job.late_s) if scope.group else now
        jobs.claim(tx, job.name, scope.number, START, since, now, "nothing")
        return since

    def _run(self, tx: Tx, look: _Look, call: JobCall, now: int) -> Ticked:
        """Take the period and post, both or neither; a defect ends the period too, and staff hear of it."""
        job, scope = look.job.name, look.scope.number
        if now - call.due_at > look.job.late_s:
            return Ticked(self._skip(tx, look, call, now))
        try:
            with tx.savepoint():
                if not jobs.claim(tx, job, scope, call.period, call.due_at, now, "posted"):
                    return Ticked()
                letters, more = self._answered(tx, look, call, now)
                if more:
                    jobs.give_back(tx, job, scope, call.period)
                elif not letters:
                    jobs.came_to_nothing(tx, job, scope, call.period)
                return Ticked(letters, more)
        except Exception as defect:
            if isinstance(defect, StorageTrouble):
                raise
            code = secrets.token_hex(4)
            log.error("incident", extra={"code": code, "job": job, "scope": scope}, exc_info=defect)
            jobs.claim(tx, job, scope, call.period, call.due_at, now, "failed")
            return Ticked(self._say(tx, failed(tx, look.job, call, code), now))

    def _answered(self, tx: Tx, look: _Look, call: JobCall, now: int) -> tuple[int, bool]:
        """Do what the job does: how many letters that made, and whether it has more to do."""
        effects = flat(look.job.answer(call, tx))
        said = [effect for effect in effects if not isinstance(effect, More)]
        letters = self._lasting(look.job, look.scope, self._composer.posts(tx, said, now), now)
        outbox.put(tx, letters, now)
        return len(letters), len(said) < len(effects)

    def _lasting(self, job: Job, scope: JobScope, letters: list[Letter], now: int) -> list[Letter]:
        """What a group is told at set times matters until it is due again, if that is sooner than it matters at all."""
        due_again = self.next_after(job, scope, now) if scope.group else None
        return [letter if due_again is None else _until(letter, due_again - now) for letter in letters]

    def _skip(self, tx: Tx, look: _Look, call: JobCall, now: int) -> int:
        """Too late to matter: the period is passed over, and staff hear of it."""
        job, scope = look.job.name, look.scope.number
        if not jobs.claim(tx, job, scope, call.period, call.due_at, now, "skipped"):
            return 0
        log.warning("skipped", extra={"job": job, "scope": scope, "late_s": now - call.due_at})
        return self._say(tx, skipped(tx, look.job, call), now)

    def _say(self, tx: Tx, effects: Effects, now: int) -> int:
        letters = self._composer.posts(tx, effects, now)
        outbox.put(tx, letters, now)
        return len(letters)
