"""What the doctor finds of scheduled posts: what failed, what staff can still make up for, and that others were passed over."""

from collections.abc import Iterator
from datetime import date

from rules.honour.announcements import KINDS, may_be_made_up, period_of
from rules.occasion import Occasion
from rules.operations.doctor import Ailment, Finding
from rules.people import Group
from rules.values import replace
from storage import groups
from storage.engine.tx import Tx
from storage.honour import announcements
from storage.post import jobs

TOLD = 10
AILMENTS = {
    "failed": Ailment.JOB_FAILED,
    "skipped": Ailment.JOB_SKIPPED,
    "uncertain": Ailment.JOB_UNCERTAIN,
}


def posts(tx: Tx, occasion: Occasion, since: int) -> Iterator[Finding]:
    """Those due after `since` (UTC seconds). What was skipped and is nobody's to make up for is one line for all of it."""
    passed, told = [], 0
    for run in jobs.troubled(tx, since):
        group = groups.get(tx, run.scope) if run.scope > 0 else None
        due, day = (_day(group, at, occasion) for at in (run.due_at, occasion.handled_at))
        if run.outcome == "skipped" and group and _made_up(tx, run.job, group, due):
            continue
        if run.outcome == "skipped" and not may_be_made_up(run.job, due, day):
            passed.append(run)
        elif (told := told + 1) <= TOLD:
            yield Finding(AILMENTS[run.outcome], group.title if group else "", at=run.due_at, names=(run.job,))
    if passed:
        yield Finding(Ailment.JOBS_PASSED, count=len({run.job for run in passed}), at=passed[0].due_at)


def _made_up(tx: Tx, job: str, group: Group, due: date) -> bool:
    """Whether staff have announced it since, or decided against it."""
    kind = KINDS.get(job)
    return kind is not None and announcements.get(tx, kind, group.id, period_of(kind, due)) is not None


def _day(group: Group | None, at: int, occasion: Occasion) -> date:
    return replace(occasion, now=at, timezone=group.timezone if group else None).day
