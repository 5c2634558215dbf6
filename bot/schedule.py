"""The schedule: APScheduler is the ticker; what decides is one row per job, scope and period."""

import logging
import secrets
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

from bot.compose import Composer
from bot.identity import Identity
from handlers.routes import Job, JobCall, Scope
from rules.occasion import Occasion
from rules.people import Group, Part
from storage import groups, jobs, outbox
from storage.tx import Tx

log = logging.getLogger("kocbot.schedule")
CATCH_UP = 400
BRAND_SCOPE = 0


def trigger_of(cron: str, timezone: str) -> CronTrigger:
    """The times of a five-field cron expression. Raises ValueError."""
    return CronTrigger.from_crontab(cron, ZoneInfo(timezone))


class Schedule:
    """Posts what is due, each period once per scope, also after downtime. Runs on the database's thread."""

    def __init__(self, identity: Identity, composer: Composer) -> None:
        self._identity = identity
        self._composer = composer
        self._triggers: dict[tuple[str, str], CronTrigger] = {}

    def tick(self, tx: Tx, now: int) -> int:
        """Run every job that has come due; how many letters that made."""
        letters = 0
        for job in self._identity.jobs:
            for group in self._scopes(tx, job):
                letters += self._run_due(tx, job, group, now)
        return letters

    def due_between(self, job: Job, group: Group | None, after: int, now: int) -> int | None:
        """The latest time after `after` and up to `now` at which the job was due (UTC seconds)."""
        trigger = self._trigger(job, group)
        if trigger is None:
            return None
        latest: int | None = None
        moment: datetime | None = datetime.fromtimestamp(after, UTC)
        for _ in range(CATCH_UP):
            moment = trigger.get_next_fire_time(moment, datetime.fromtimestamp((latest or after) + 1, UTC))
            if moment is None or moment.timestamp() > now:
                break
            latest = int(moment.timestamp())
        return latest

    def next_after(self, job: Job, group: Group | None, now: int) -> int | None:
        """When the job runs next (UTC seconds)."""
        trigger = self._trigger(job, group)
        moment = trigger.get_next_fire_time(None, datetime.fromtimestamp(now + 1, UTC)) if trigger else None
        return int(moment.timestamp()) if moment else None

    def _scopes(self, tx: Tx, job: Job) -> list[Group | None]:
        if job.scope is Scope.BRAND:
            return [None]
        return list(groups.active(tx, Part.COMMUNITY))

    def _trigger(self, job: Job, group: Group | None) -> CronTrigger | None:
        programme = self._identity.programme
        cron: str = getattr(programme.schedule, job.name)
        if not cron:
            return None
        timezone = group.timezone if group else programme.brand.timezone
        key = (cron, timezone)
        if key not in self._triggers:
            self._triggers[key] = trigger_of(cron, timezone)
        return self._triggers[key]

    def _run_due(self, tx: Tx, job: Job, group: Group | None, now: int) -> int:
        scope = group.id if group else BRAND_SCOPE
        last = jobs.last(tx, job.name, scope)
        if last is None and group is None:
            jobs.claim(tx, job.name, scope, "start", now, now, "nothing")
            return 0
        after = last.due_at if last else group.activated_at if group else now
        due = self.due_between(job, group, after, now)
        return 0 if due is None else self._run(tx, job, group, due, now)

    def _run(self, tx: Tx, job: Job, group: Group | None, due: int, now: int) -> int:
        call = self.call_of(job, group, due, now)
        scope = group.id if group else BRAND_SCOPE
        if now - due > job.late_s:
            jobs.claim(tx, job.name, scope, call.period, due, now, "skipped")
            log.warning("skipped", extra={"job": job.name, "scope": scope, "late_s": now - due})
            return 0
        try:
            with tx.savepoint():
                letters = self._composer.posts(tx, job.answer(call, tx), now)
                if not jobs.claim(tx, job.name, scope, call.period, due, now, "posted" if letters else "nothing"):
                    return 0
                outbox.put(tx, letters, now)
                return len(letters)
        except Exception as defect:
            code = secrets.token_hex(4)
            log.error("incident", extra={"code": code, "job": job.name, "scope": scope}, exc_info=defect)
            jobs.claim(tx, job.name, scope, call.period, due, now, "failed")
            return 0

    def call_of(self, job: Job, group: Group | None, due: int, now: int) -> JobCall:
        """The job's call for the period that came due at `due`."""
        timezone = group.timezone if group else self._identity.programme.brand.timezone
        period = datetime.fromtimestamp(due, ZoneInfo(timezone)).strftime("%Y-%m-%dT%H:%M")
        occasion = Occasion(now, self._identity.programme, group=group.id if group else None, timezone=timezone)
        at_due = replace(occasion, now=due)
        occasion.__dict__["day"] = at_due.day
        return JobCall(occasion, group, due, period)
