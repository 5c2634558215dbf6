"""Examining the bot and its places: everything that is missing or went wrong, as findings. Writes nothing."""

from collections.abc import Iterator

from msgspec import Struct

from actions.operations import doctor_honour, doctor_jobs, doctor_material, doctor_mentors, doctor_quiz, doctor_trust
from rules.honour.award import RUNNING
from rules.occasion import Occasion
from rules.operations.clock import HOUR_S, OFF_S
from rules.operations.doctor import (
    BACKLOG,
    BACKUP_FAILED_AT,
    BACKUP_MADE_AT,
    BACKUP_WHY,
    CLOCK_OFF_S,
    DISK_FREE_MB,
    DISK_LOW_MB,
    PRIVACY,
    Ailment,
    Finding,
)
from rules.people import Group, Part, Role
from rules.programme.privileges import CORE_GROUP
from rules.programme.programme import Programme
from rules.rights import BotStanding, lacking
from storage import facts, groups, members, rights, unheard
from storage.daily import rechecks
from storage.engine.tx import Tx
from storage.honour import awards
from storage.offers import events
from storage.post import inbox, incidents, misses

RECENT_S = 7 * 86_400
SOON_S = 3 * 86_400
TOLD = 5
DECIDING = (Role.OWNER, Role.OPERATOR, Role.MODERATOR)


class Examined(Struct, frozen=True):
    """What was found: faults to mend first, then hints; `places` is how many chats take part, `unchecked` of how many
    the rights are still being looked at.
    """

    faults: tuple[Finding, ...]
    hints: tuple[Finding, ...]
    places: int
    unchecked: int = 0


def examine(tx: Tx, occasion: Occasion, said_at: int | None, waits: str | None = None) -> Examined:
    """Look at everything. `said_at` is Telegram's time of the message that asks (UTC seconds), to compare the clocks.

    `waits` is the title of the group where it was asked, when that has not been set up.
    """
    here = [] if waits is None else [Finding(Ailment.WAITS, waits)]
    findings = [
        *here,
        *_brand(tx),
        *_core(tx, occasion.programme),
        *_awards(tx, occasion.programme),
        *doctor_honour.honours(tx, occasion),
        *doctor_trust.ladder(tx, occasion),
        *doctor_mentors.needed(tx, occasion),
        *doctor_quiz.quiz(tx, occasion),
        *doctor_material.material(tx, occasion),
        *_events(tx, occasion),
        *_clock(tx, occasion, said_at),
        *_silences(tx, occasion),
        *_work(tx, occasion),
        *_machine(tx),
    ]
    active = groups.active(tx)
    for group in active:
        findings += _place(tx, group, occasion)
    return Examined(
        tuple(finding for finding in findings if not finding.hint),
        tuple(finding for finding in findings if finding.hint),
        len(active),
        sum(finding.ailment is Ailment.UNCHECKED for finding in findings),
    )


def _brand(tx: Tx) -> Iterator[Finding]:
    if not groups.active(tx, Part.COMMUNITY):
        yield Finding(Ailment.NO_COMMUNITY)
    if groups.staff(tx) is None:
        yield Finding(Ailment.NO_STAFF_GROUP)
    if len({member.id for role in DECIDING for member in members.with_role(tx, role)}) < 2:
        yield Finding(Ailment.NO_SECOND_PERSON)
    if facts.get(tx, PRIVACY) == "on" and any(_hears_little(tx, group) for group in groups.active(tx)):
        yield Finding(Ailment.PRIVACY_ON)


def _core(tx: Tx, programme: Programme) -> Iterator[Finding]:
    """A level that opens the core group promises nothing until there is one."""
    opened_by = programme.levels.opening(CORE_GROUP)
    if opened_by and groups.active(tx, Part.COMMUNITY) and not groups.active(tx, Part.CORE):
        yield Finding(Ailment.NO_CORE_GROUP, names=(opened_by.title,))


def _awards(tx: Tx, programme: Programme) -> Iterator[Finding]:
    """A round whose award is gone from the configuration."""
    for one in (round_ for state in sorted(RUNNING) for round_ in awards.in_state(tx, state)):
        if programme.awards.named(one.award) is None:
            yield Finding(Ailment.AWARD_GONE, names=(one.award,))


def _events(tx: Tx, occasion: Occasion) -> Iterator[Finding]:
    """Events that begin before long, and nobody is told where."""
    for event in events.nowhere(tx, occasion.handled_at, occasion.handled_at + SOON_S, TOLD):
        yield Finding(Ailment.EVENT_NOWHERE, event.plan.title, event.id, event.plan.starts_at)


def _hears_little(tx: Tx, group: Group) -> bool:
    """With privacy mode on an ordinary member hears commands only; an administrator hears everything."""
    known = rights.of_group(tx, group.id)
    return known is not None and known.standing is BotStanding.MEMBER


def _clock(tx: Tx, occasion: Occasion, said_at: int | None) -> Iterator[Finding]:
    if (off := facts.get(tx, OFF_S)) is not None:
        yield Finding(Ailment.CLOCK_OFF, count=int(off))
    if said_at and abs(occasion.handled_at - said_at) > CLOCK_OFF_S:
        yield Finding(Ailment.CLOCK, count=occasion.handled_at - said_at)


def _silences(tx: Tx, occasion: Occasion) -> Iterator[Finding]:
    """Times in which nothing was heard: who could not check in then has missed nothing."""
    for since, until in unheard.latest(tx):
        if until > occasion.handled_at - RECENT_S:
            yield Finding(Ailment.UNHEARD, count=(until - since + HOUR_S // 2) // HOUR_S, at=since)


def _work(tx: Tx, occasion: Occasion) -> Iterator[Finding]:
    """Posts that were not made, letters that may not have arrived, updates set aside."""
    yield from doctor_jobs.posts(tx, occasion, occasion.handled_at - RECENT_S)
    yield from _unsettled(tx, occasion.handled_at - RECENT_S)
    since = rechecks.waiting_since(tx, occasion.handled_at)
    if since is not None and since <= occasion.handled_at - RECENT_S:
        yield Finding(Ailment.ANSWERS_WAIT, count=rechecks.waiting(tx, occasion.handled_at), at=since)
    for one in misses.unsilenced(tx, TOLD):
        yield Finding(Ailment.NOT_SILENCED, one.title, at=one.at, names=(one.name, one.why.value))
    if (aside := incidents.count(tx, occasion.handled_at)) > 0:
        yield Finding(Ailment.SET_ASIDE, count=aside)
    if (waiting := inbox.backlog(tx)) > BACKLOG:
        yield Finding(Ailment.BACKLOG, count=waiting)


def _unsettled(tx: Tx, since: int) -> Iterator[Finding]:
    """Letters that may or will not have arrived; of the uncertain ones, how they began or whom they were for."""
    began = misses.uncertain(tx, since, TOLD)
    for (state, title), (count, latest) in misses.unsettled(tx, since).items():
        if state == "uncertain":
            yield Finding(Ailment.UNCERTAIN, title, count, latest, tuple(began.get(title, ())))
        else:
            yield Finding(Ailment.FAILED, title, count, latest)


def _machine(tx: Tx) -> Iterator[Finding]:
    free = facts.get(tx, DISK_FREE_MB)
    if free is not None and int(free) < DISK_LOW_MB:
        yield Finding(Ailment.DISK, count=int(free))
    if facts.get(tx, BACKUP_FAILED_AT):
        yield Finding(
            Ailment.BACKUP, at=int(facts.get(tx, BACKUP_MADE_AT) or 0), names=(facts.get(tx, BACKUP_WHY) or "",)
        )


def _place(tx: Tx, group: Group, occasion: Occasion) -> Iterator[Finding]:
    known = rights.of_group(tx, group.id)
    if known is None:
        yield Finding(Ailment.UNCHECKED, group.title)
    elif known.standing is BotStanding.ABSENT:
        yield Finding(Ailment.ABSENT, group.title)
    elif known.standing is BotStanding.MEMBER and group.part is not Part.STAFF:
        yield Finding(Ailment.NOT_ADMIN, group.title, names=(group.part.value,))
        yield from doctor_trust.short(group, occasion.programme)
    elif missing := lacking(group.part, known):
        yield Finding(Ailment.RIGHTS, group.title, names=missing)
    if known and known.forum and group.part is Part.COMMUNITY and not groups.has_topics(tx, group.id):
        yield Finding(Ailment.NO_TOPICS, group.title)
    if group.timezone != occasion.programme.brand.timezone:
        yield Finding(Ailment.OTHER_ZONE, group.title, names=(group.timezone,))
