"""What time brings to the core group: who may come in now, who is to be welcomed, whose right is gone."""

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from actions.honour.core import OwnCore, may_enter, own, withdrawn
from rules.ends import day_ends_at
from rules.honour.core import CoreCase, CoreCaseState, Door, Invitation, Story
from rules.occasion import Occasion
from rules.people import Part
from rules.programme.privileges import CORE_GROUP
from storage import groups, members
from storage.engine.tx import Tx
from storage.honour import core_cases, core_invitations, core_standings
from storage.honour.core_standings import CorePresence

AT_ONCE = 200
WELCOMED = 20
ASKED_A_DAY = 10
DECIDED = (Story.LOST, Story.RETURNING)


class Welcomed(Struct, frozen=True):
    """Those who have come into a core group for the first time; `more` are not named for there are so many."""

    group: int
    names: tuple[str, ...]
    more: int


class CoreQuestion(Struct, frozen=True):
    """Somebody whom staff decide about: their name, the group, and what the level that opens it would still ask for."""

    case: int
    story: Story
    member: int
    name: str
    title: str
    opened_by: str
    missing: int
    until: int


class CoreAnswered(Struct, frozen=True):
    """What became of a case: by whom, if by anybody."""

    case: int
    story: Story
    state: CoreCaseState
    member: int
    group: int
    name: str
    title: str
    by: str = ""


def to_offer(tx: Tx, occasion: Occasion) -> list[tuple[int, OwnCore]]:
    """Members who may come in and have not been told; told with this."""
    least = occasion.programme.levels.opening(CORE_GROUP)
    if least is None or not groups.active(tx, Part.CORE):
        return []
    opening = [level.key for level in (least, *occasion.programme.levels.above(least.key))]
    found = [one for key in opening for one in core_standings.to_offer(tx, key, occasion.now, AT_ONCE)][:AT_ONCE]
    offers = [(member, own(tx, members.get(tx, member), occasion)) for member in found]
    for member, _ in offers:
        core_standings.offered(tx, member, occasion.now)
    return [(member, seen) for member, seen in offers if seen.entrance.open]


def to_welcome(tx: Tx) -> list[Welcomed]:
    """Those who are new in each core group; welcomed with this."""
    new = core_standings.to_welcome(tx, AT_ONCE)
    there: dict[int, list[str]] = {}
    for one in new:
        core_standings.welcomed(tx, one.member)
        there.setdefault(one.group, []).append(members.get(tx, one.member).name)
    return [Welcomed(group, tuple(names[:WELCOMED]), max(len(names) - WELCOMED, 0)) for group, names in there.items()]


def to_withdraw(tx: Tx, occasion: Occasion) -> list[Invitation]:
    """Links whose owners may not come in any more; withdrawn with this, and what has run out is marked. Who is suspended
    is told anew afterwards.
    """
    core_invitations.run_out(tx, occasion.now)
    core_standings.offer_anew(tx, occasion.now)
    waiting = dict.fromkeys(one.member for one in core_invitations.waiting(tx, None, occasion.now, AT_ONCE))
    closed = [who for who in waiting if not may_enter(tx, members.get(tx, who), occasion).open]
    return [one for who in closed for one in withdrawn(tx, who, occasion.now)]


def lost(tx: Tx, occasion: Occasion) -> list[CoreQuestion]:
    """Who is there and had the right to, and has not any more, a few at a time; asked with this."""
    if occasion.programme.levels.opening(CORE_GROUP) is None:
        return []
    found = (one for there in list(core_standings.there(tx)) if (one := _lost(tx, there, occasion)))
    return list(islice(found, ASKED_A_DAY))


def _lost(tx: Tx, there: CorePresence, occasion: Occasion) -> CoreQuestion | None:
    door, known = may_enter(tx, members.get(tx, there.member), occasion).door, core_standings.of(tx, there.member)
    if door is Door.SUSPENDED or (door is Door.OPEN) == known.rightful:
        return None
    core_standings.set_rightful(tx, there.member, rightful=door is Door.OPEN)
    if door is Door.OPEN:
        return None
    case = core_cases.begin(tx, there.member, there.group, Story.LOST, occasion.now)
    return question(tx, case, occasion) if case else None


def question(tx: Tx, id: int, occasion: Occasion) -> CoreQuestion | None:
    """The case as staff read it; None when there is none."""
    case = core_cases.get(tx, id)
    if case is None:
        return None
    member = members.get(tx, case.member)
    entrance, title = may_enter(tx, member, occasion), groups.get(tx, case.group).title
    until = _decided_by(case, occasion)
    return CoreQuestion(id, case.story, member.id, member.name, title, entrance.title, max(entrance.missing, 0), until)


def over(tx: Tx, occasion: Occasion) -> list[CoreAnswered]:
    """Cases with nothing left to decide, and those that nobody has decided in time; told with this."""
    return [told for case in core_cases.pending(tx, AT_ONCE) for told in _over(tx, case, occasion)]


def _over(tx: Tx, case: CoreCase, occasion: Occasion) -> Iterator[CoreAnswered]:
    state = _ended(tx, case, occasion)
    if state and core_cases.settle(tx, case.id, state, None, occasion.now) and case.story in DECIDED:
        yield answered(tx, case, state)


def _ended(tx: Tx, case: CoreCase, occasion: Occasion) -> CoreCaseState | None:
    if occasion.now >= _decided_by(case, occasion):
        return CoreCaseState.LAPSED
    if case.story not in DECIDED:
        return None
    gone = case.story is Story.LOST and case.group not in core_standings.inside(tx, case.member)
    moot = gone or may_enter(tx, members.get(tx, case.member), occasion).open
    return CoreCaseState.MOOT if moot else None


def _decided_by(case: CoreCase, occasion: Occasion) -> int:
    return day_ends_at(case.opened_at, occasion.programme.core.decide_days, occasion.seen_from(None).zone)


def answered(tx: Tx, case: CoreCase, state: CoreCaseState, by: str = "") -> CoreAnswered:
    """The case with what became of it."""
    member, group = members.get(tx, case.member), groups.get(tx, case.group)
    return CoreAnswered(case.id, case.story, state, member.id, group.id, member.name, group.title, by)
