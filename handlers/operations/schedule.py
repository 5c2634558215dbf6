"""The scheduled posts, seen by staff: when each is due, how it went, and what was passed over."""

from msgspec import Struct

from handlers.call import Call
from handlers.effects import Edit, Effects, Post, Reply, Whisper
from handlers.pages import turning
from handlers.routes import MODERATORS, Command, Job, JobCall, Press, Shelf, Where
from rules.letters import Kind
from rules.pages import Page, page_of
from storage import groups
from storage.engine.tx import Tx
from storage.post import jobs
from storage.post.jobs import Run

SHOWN = 10


class Due(Struct, frozen=True):
    """One job in one group (None: for the whole brand): when it is due next, and its last period."""

    job: str
    group: str | None
    next_at: int
    last: Run | None


class Jobs(Struct, frozen=True):
    """A page of the jobs that are due some time, soonest first: those that members see (`public`), or the others."""

    due: tuple[Due, ...]
    public: bool
    page: Page


class Skipped(Struct, frozen=True):
    """A post that was passed over because it would have come too late; staff may still make it `by_hand`."""

    job: str
    group: str
    due_at: int
    by_hand: bool


class Failed(Struct, frozen=True):
    """A post that something of ours kept from being made; `code` finds it in the log."""

    job: str
    group: str | None
    due_at: int
    code: str


def show(call: Call, tx: Tx) -> Effects:
    """What groups read; what happens behind the scenes stands on a page of its own. In a group to the caller alone."""
    told = _page(call, tx, 1)
    buttons = turning(told.page, "schedule.page")
    if call.chat.group:
        return Whisper("schedule/list", told, buttons=buttons)
    return Reply("schedule/list", told, buttons=buttons)


def turned(call: Call, tx: Tx) -> Effects:
    """Another page."""
    told = _page(call, tx, call.data["page"])
    return Edit("schedule/list", told, buttons=turning(told.page, "schedule.page"))


def _page(call: Call, tx: Tx, number: int) -> Jobs:
    """That page; no page holds some of both."""
    due = _due(call, tx)
    public, hidden = ([one for one in due if (one.group is None) is behind] for behind in (False, True))
    pages = [(one, True) for one in _in_pages(public)] + [(one, False) for one in _in_pages(hidden)]
    page = page_of(number, len(pages), 1)
    shown, seen = pages[page.number - 1] if pages else ([], True)
    return Jobs(tuple(shown), seen, page)


def _in_pages(due: list[Due]) -> list[list[Due]]:
    return [due[at : at + SHOWN] for at in range(0, len(due), SHOWN)]


def _due(call: Call, tx: Tx) -> list[Due]:
    titles = {group.id: group.title for group in groups.active(tx)}
    now = call.occasion.now
    return [
        Due(plan.job, titles.get(plan.scope), plan.next_at, jobs.last(tx, plan.job, plan.scope, now))
        for plan in jobs.planned(tx)
        if plan.scope in (0, *titles)
    ]


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


ROUTES = (
    Command("jobs", show, shelf=Shelf.PUBLISHING, place=20, who=MODERATORS, where=Where.STAFF, fades=True),
    Press("schedule.page", turned, who=MODERATORS),
)
