"""First steps with somebody whom the team has found: begun, ticked, handed over, and what is overdue."""

from datetime import date

from msgspec import Struct

from actions.journey.sprout import begin_sprout
from actions.persons import team
from actions.presence import require_remembered
from rules.journey.checklist import (
    NOTE_MOST,
    NOTES_MOST,
    Checklist,
    ChecklistFull,
    ChecklistOver,
    ChecklistState,
    NobodyOnChecklist,
    state_of,
)
from rules.lengths import within
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member, Role
from rules.programme.wording import Wording
from rules.refusals import ButtonGone, NotForYourself
from rules.source import Domain
from storage import audits, members, sources
from storage.engine.tx import Tx
from storage.journey import checklists

PER_PAGE, NOTES_SHOWN, OVERDUE_SHOWN = 6, 5, 20
# Who of the team sees to first steps.
SEES_TO = frozenset({Role.OWNER, Role.OPERATOR, Role.MODERATOR})


class StepSeen(Struct, frozen=True):
    """A step of a card: `overdue` days late (0: in time), or done `by` somebody of the team."""

    key: str
    title: Wording
    due_on: date
    overdue: int
    done: bool
    by: str


class NoteSeen(Struct, frozen=True):
    """What somebody of the team has noted, and when (UTC seconds)."""

    by: str
    at: int
    words: str


class ChecklistCard(Struct, frozen=True):
    """First steps with somebody. `stays`: whoever sees to them is still of the team."""

    id: int
    member: int
    name: str
    username: str | None
    domain: Domain
    owner_id: int
    owner: str
    stays: bool
    state: ChecklistState
    steps: tuple[StepSeen, ...]
    notes: tuple[NoteSeen, ...]


class ChecklistPage(Struct, frozen=True):
    """A page of those that run."""

    cards: tuple[ChecklistCard, ...]
    page: Page


class ChecklistsOverdue(Struct, frozen=True):
    """Those with a step whose day is over."""

    cards: tuple[ChecklistCard, ...]


class Somebody(Struct, frozen=True):
    """A member of ours, by name."""

    member: int
    name: str


class Handed(Struct, frozen=True):
    """Somebody else sees to it now; `told`: they did not take it themselves."""

    card: ChecklistCard
    told: bool


def begin(tx: Tx, member: int, by: Member, occasion: Occasion) -> ChecklistCard:
    """First steps begin, or go on where they stand; they are `by`'s. Raises NotForYourself, ButtonGone."""
    require_remembered(tx, member)
    there = checklists.running_of(tx, member)
    if there is None:
        if member == by.id:
            raise NotForYourself
        number = _begun(tx, member, by, occasion.seen_from(None))
        audits.record(tx, occasion.now, by.id, "checklist.begin", member)
        return seen(tx, number, occasion)
    return card(tx, there, occasion)


def _begun(tx: Tx, member: int, by: Member, occasion: Occasion) -> int:
    source = sources.of(tx, member)
    domain = source.domain if source else Domain.PRIVATE
    steps = occasion.programme.checklists.steps(domain)
    begin_sprout(tx, member, by.id, occasion)
    return checklists.begin(tx, member, domain, by.id, steps, occasion.now, occasion.day)


def seen(tx: Tx, number: int, occasion: Occasion) -> ChecklistCard:
    """The card of that number. Raises ButtonGone."""
    found = checklists.get(tx, number)
    if found is None:
        raise ButtonGone
    return card(tx, found, occasion)


def turn(tx: Tx, number: int, key: str, by: Member, occasion: Occasion) -> ChecklistCard:
    """A step is done, or not after all. Raises ButtonGone, ChecklistOver."""
    found = _there(tx, number)
    ticked = checklists.tick(tx, number, key, by.id, occasion.now)
    if not ticked and not checklists.untick(tx, number, key):
        raise ButtonGone
    _turned(tx, found)
    audits.record(tx, occasion.now, by.id, "checklist.tick" if ticked else "checklist.untick", found.member, step=key)
    return seen(tx, number, occasion)


def _turned(tx: Tx, found: Checklist) -> None:
    """Done with its last step; running again without it, unless newer first steps run with the same member."""
    state = state_of(checklists.steps(tx, found.id))
    if state is ChecklistState.RUNNING and found.state is not state and checklists.running_of(tx, found.member):
        raise ChecklistOver
    checklists.turn(tx, found.id, state)


def team_for(tx: Tx, found: ChecklistCard) -> tuple[Somebody, ...]:
    """Who of the team can take it on."""
    others = [one for one in team(tx, SEES_TO) if one.id not in (found.owner_id, found.member)]
    return tuple(Somebody(one.id, one.name) for one in others)


def hand(tx: Tx, number: int, to: int, by: Member, occasion: Occasion) -> Handed:
    """Somebody else of the team sees to it. Raises ButtonGone, ChecklistOver."""
    found = _there(tx, number)
    if to not in [one.member for one in team_for(tx, card(tx, found, occasion))]:
        raise ButtonGone
    checklists.hand(tx, number, to)
    audits.record(tx, occasion.now, by.id, "checklist.hand", found.member, to=members.get(tx, to).name)
    return Handed(seen(tx, number, occasion), told=to != by.id)


def end(tx: Tx, number: int, by: Member, occasion: Occasion) -> ChecklistCard:
    """It is over, with whatever was done. Raises ButtonGone, ChecklistOver."""
    found = _there(tx, number)
    checklists.turn(tx, number, ChecklistState.ENDED)
    audits.record(tx, occasion.now, by.id, "checklist.end", found.member)
    return seen(tx, number, occasion)


def write(tx: Tx, number: int, by: Member, words: str, occasion: Occasion) -> ChecklistCard:
    """Something is noted on it. Raises ButtonGone, ChecklistFull, WordsTooLong."""
    found = checklists.get(tx, number)
    if found is None:
        raise ButtonGone
    if checklists.count_notes(tx, number) >= NOTES_MOST:
        raise ChecklistFull(NOTES_MOST)
    checklists.write(tx, number, by.id, within(words, NOTE_MOST), occasion.now)
    return card(tx, found, occasion)


def running(tx: Tx, number: int, occasion: Occasion) -> ChecklistPage:
    """That page of those that run. Raises NobodyOnChecklist."""
    page = page_of(number, checklists.count_running(tx), PER_PAGE)
    if not page.total:
        raise NobodyOnChecklist
    return ChecklistPage(tuple(card(tx, one, occasion) for one in checklists.running(tx, PER_PAGE, page.before)), page)


def overdue(tx: Tx, occasion: Occasion) -> ChecklistsOverdue | None:
    """What is overdue; None when nothing is."""
    late = checklists.overdue(tx, occasion.seen_from(None).day, OVERDUE_SHOWN)
    return ChecklistsOverdue(tuple(card(tx, one, occasion) for one in late)) if late else None


def card(tx: Tx, found: Checklist, occasion: Occasion) -> ChecklistCard:
    """It as staff see it."""
    who, owner = members.get(tx, found.member), members.get(tx, found.owner)
    notes = reversed(checklists.notes(tx, found.id, NOTES_SHOWN))
    return ChecklistCard(
        found.id,
        who.id,
        who.name,
        who.username,
        found.domain,
        owner.id,
        owner.name,
        owner.id in [one.id for one in team(tx, SEES_TO)],
        found.state,
        _steps(tx, found, occasion.seen_from(None).day),
        tuple(NoteSeen(members.get(tx, one.by).name, one.at, one.words) for one in notes),
    )


def _steps(tx: Tx, found: Checklist, today: date) -> tuple[StepSeen, ...]:
    running = found.state is ChecklistState.RUNNING
    return tuple(
        StepSeen(
            step.key,
            step.title,
            step.due_on,
            (today - step.due_on).days if running and step.overdue(today) else 0,
            step.done_at is not None,
            members.get(tx, step.by).name if step.by else "",
        )
        for step in checklists.steps(tx, found.id)
    )


def _there(tx: Tx, number: int) -> Checklist:
    found = checklists.get(tx, number)
    if found is None:
        raise ButtonGone
    if found.state is ChecklistState.ENDED:
        raise ChecklistOver
    return found


def _still_theirs(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether it still runs, is theirs, and they are still of the team."""
    found = checklists.get(tx, int(note.subject))
    theirs = found is not None and found.state is ChecklistState.RUNNING and found.owner == note.member
    return theirs and bool(members.roles(tx, note.member) & SEES_TO)


STILL_TRUE = {"checklist": _still_theirs}
