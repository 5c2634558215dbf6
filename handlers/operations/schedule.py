"""The scheduled posts, seen by staff: when each is due, how it went, and what was passed over."""

from dataclasses import dataclass

from handlers.call import Call
from handlers.effects import Effects, Post, Reply, Whisper
from handlers.routes import MODERATORS, Command, Job, JobCall, Shelf, Where
from rules.letters import Kind
from storage import groups
from storage.engine.tx import Tx
from storage.post import jobs
from storage.post.jobs import Run

SHOWN = 40


@dataclass(frozen=True, slots=True)
class Due:
    """One job in one group (None: for the whole brand): when it is due next, and its last period."""

    job: str
    group: str | None
    next_at: int
    last: Run | None


@dataclass(frozen=True, slots=True)
class Jobs:
    """Every job that is due some time, those of groups first, then soonest first."""

    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A post that was passed over because it would have come too late; staff may still make it `by_hand`."""

    job: str
    group: str
    due_at: int
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """A post that something of ours kept from being made; `code` finds it in the log."""

    job: str
    group: str | None
    due_at: int
    code: str


def show(call: Call, tx: Tx) -> Effects:
    """What groups read before what happens behind the scenes, soonest first; in a group to the caller alone."""
    titles = {group.id: group.title for group in groups.active(tx)}
    now = call.occasion.now
    due = [
        Due(plan.job, titles.get(plan.scope), plan.next_at, jobs.last(tx, plan.job, plan.scope, now))
        for plan in jobs.planned(tx)
        if plan.scope in (0, *titles)
    ]
    told = Jobs(tuple(sorted(due, key=lambda one: one.group is None)[:SHOWN]))
    return Whisper("schedule/list", told) if call.chat.group else Reply("schedule/list", told)


def skipped(tx: Tx, job: Job, call: JobCall) -> Effects:
    """A line for the staff; the bot's own housekeeping is nobody's worry."""
    staff = groups.staff(tx)
    if call.group is None or staff is None:
        return None
    told = Skipped(job.name, call.group.title, call.due_at, job.by_hand)
    return Post(staff.id, "schedule/skipped", told, gather="schedule/skips", kind=Kind.NOTICE)


def failed(tx: Tx, job: Job, call: JobCall, code: str) -> Effects:
    """A line for the staff, with the code that finds the defect in the log."""
    told = Failed(job.name, call.group.title if call.group else None, call.due_at, code)
    staff = groups.staff(tx)
    return Post(staff.id, "schedule/failed", told, kind=Kind.NOTICE) if staff else None


ROUTES = (Command("jobs", show, shelf=Shelf.PUBLISHING, place=20, who=MODERATORS, where=Where.STAFF, fades=True),)
