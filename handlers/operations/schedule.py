"""The scheduled posts, seen by staff: when each is due, how it went, and what was passed over."""

from msgspec import Struct

from handlers.call import Call
from handlers.effects import Edit, Effects, Post, Reply, Whisper
from handlers.pages import turning
from handlers.routes import MODERATORS, Command, Job, JobCall, Press, Shelf, Where
from rules.honour.announcements import may_be_made_up
from rules.letters import Kind
from rules.pages import Page, page_of
from rules.reading.zones import number_of
from rules.values import replace
from storage import groups
from storage.engine.tx import Tx
from storage.post import jobs
from storage.post.jobs import PlannedRun, Run

SHOWN = 10
MINUTE_S = 60


class Due(Struct, frozen=True):
    """When a job is due next in these groups (none: for all who live by the clock of `zone`), and its last period there."""

    groups: tuple[str, ...]
    next_at: int
    last: Run | None
    zone: str = ""


class Planned(Struct, frozen=True):
    """A job with its times: one line for all groups in which it is due at once and went the same way."""

    job: str
    due: tuple[Due, ...]


class Jobs(Struct, frozen=True):
    """A page of the jobs that are due some time, soonest first: those that members see (`public`), or the others."""

    planned: tuple[Planned, ...]
    public: bool
    page: Page


class Skipped(Struct, frozen=True):
    """A post that was passed over because it would have come too late; `by_hand` while staff may still make it."""

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
    planned = _planned(call, tx)
    public, hidden = ([one for one in planned if (not one.due[0].groups) is behind] for behind in (False, True))
    pages = [(one, True) for one in _in_pages(public, SHOWN)] + [(one, False) for one in _in_pages(hidden, 2 * SHOWN)]
    page = page_of(number, len(pages), 1)
    shown, seen = pages[page.number - 1] if pages else ([], True)
    return Jobs(tuple(shown), seen, page)


def _in_pages(planned: list[Planned], size: int) -> list[list[Planned]]:
    return [planned[at : at + size] for at in range(0, len(planned), size)]


def _planned(call: Call, tx: Tx) -> list[Planned]:
    active = groups.active(tx)
    titles = {group.id: group.title for group in active}
    brand = call.occasion.programme.brand.timezone
    zones = {number_of(zone): zone for zone in (brand, *(group.timezone for group in active))} | {0: brand}
    found: dict[str, dict[object, list[tuple[PlannedRun, Run | None]]]] = {}
    for plan in jobs.planned(tx):
        if plan.scope in titles or plan.scope in zones:
            last = jobs.last(tx, plan.job, plan.scope, call.occasion.now)
            alike = plan.next_at, _went(last), zones.get(plan.scope)
            found.setdefault(plan.job, {}).setdefault(alike, []).append((plan, last))
    return [Planned(job, tuple(_due(ones, titles, zones) for ones in times.values())) for job, times in found.items()]


def _went(last: Run | None) -> tuple[int, str] | None:
    """What is shown of it."""
    return (last.ran_at // MINUTE_S, last.outcome) if last and last.period != jobs.START else None


def _due(ones: list[tuple[PlannedRun, Run | None]], titles: dict[int, str], zones: dict[int, str]) -> Due:
    plan, last = ones[0]
    there = tuple(titles[one.scope] for one, _ in ones if one.scope > 0)
    return Due(there, plan.next_at, last, zones.get(plan.scope, ""))


def skipped(tx: Tx, job: Job, call: JobCall) -> Effects:
    """A line for the staff; the bot's own housekeeping is nobody's worry."""
    staff = groups.staff(tx)
    if call.group is None or staff is None:
        return None
    today = replace(call.occasion, due_at=None).day
    by_hand = job.by_hand and may_be_made_up(job.name, call.occasion.day, today)
    told = Skipped(job.name, call.group.title, call.due_at, by_hand)
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
