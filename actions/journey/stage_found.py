"""Who is proposed for another stage: everybody is looked at in parts, and the strongest are put before the staff."""

from datetime import date, timedelta

from msgspec import Struct

from actions.journey.stage import StageMoved, StageSeen, may_move, move, seen
from actions.presence import is_here, require_here
from rules.journey.stage_proposal import (
    RECENT_DAYS,
    StageProposal,
    StageProposalState,
    StageSettled,
    Walker,
    is_quiet,
    proposed,
)
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.wording import Wording
from rules.refusals import ButtonGone
from rules.stage import Stage
from storage import audits, facts, figures, members, stages
from storage.engine.tx import Tx
from storage.journey import stage_proposals

LOOKED = "stages_looked"
AT_A_TIME, DAY_S = 100, 86_400


class StageCard(Struct, frozen=True):
    """Somebody who is proposed for a `stage`, which may have a `title`, until then (UTC seconds), and how it stands.

    `back`: they were honoured without duties, and are seen again.
    """

    id: int
    seen: StageSeen
    stage: Stage
    title: Wording | None
    back: bool
    until: int
    state: StageProposalState
    by: str


class StagesLapsed(Struct, frozen=True):
    """Proposals whose time is over, which nobody has decided."""

    cards: tuple[StageCard, ...]


def look(tx: Tx, occasion: Occasion) -> bool:
    """Look at the next few members; whether there are more."""
    people = stage_proposals.eligible(tx, int(facts.get(tx, LOOKED) or 0), AT_A_TIME, occasion.now)
    if people:
        for member, walker in _walkers(tx, people, occasion).items():
            _find(tx, member, walker, occasion)
    if len(people) == AT_A_TIME:
        facts.put(tx, LOOKED, str(people[-1]))
        return True
    facts.drop(tx, LOOKED)
    return False


def _walkers(tx: Tx, people: list[int], occasion: Occasion) -> dict[int, Walker]:
    first, last = people[0], people[-1]
    asked = occasion.programme.stages.condition_names
    have = figures.between(tx, asked, first, last, occasion.now)
    stood, active = stage_proposals.stood(tx, first, last), stage_proposals.last_seen(tx, first, last)
    recent = _seen_again(tx, first, last, occasion)
    return {
        member: _walker(stood.get(member, []), have.get(member, {}), active.get(member), recent.get(member, 0))
        for member in people
    }


def _seen_again(tx: Tx, first: int, last: int, occasion: Occasion) -> dict[int, int]:
    """On how many days of the last fortnight each of them was seen; of one who took leave, of those after it."""
    here, left = occasion.seen_from(None), stage_proposals.resting_since(tx, first, last)
    days = stage_proposals.recent_days(tx, first, last, here.day - timedelta(days=RECENT_DAYS - 1))
    return {
        member: sum(member not in left or day > here.day_at(left[member]) for day in seen)
        for member, seen in days.items()
    }


def _walker(stood: list[Stage], have: dict[str, int], active: date | None, recent: int) -> Walker:
    before = next((one for one in stood if one in (Stage.ACTIVE, Stage.MATURE)), None)
    return Walker(stood[0] if stood else None, before, have, active, recent)


def _find(tx: Tx, member: int, walker: Walker, occasion: Occasion) -> None:
    stage = proposed(walker, occasion.programme.stages, _today(occasion))
    if stage is None or stage_proposals.open_of(tx, member):
        return
    quiet = walker.last_active if stage is Stage.ALUMNI else None
    if quiet is not None and stage_proposals.spell_known(tx, member, quiet):
        return
    since = occasion.now - occasion.programme.stages.again_days * DAY_S
    if quiet is None and stage_proposals.asked_since(tx, member, stage, since):
        return
    stage_proposals.add(tx, member, stage, walker.stood_on, quiet, occasion.now)


def lay(tx: Tx, occasion: Occasion) -> list[StageCard]:
    """The strongest are put before the staff; the others are found again another week."""
    until = occasion.now + occasion.programme.stages.answer_days * DAY_S
    chosen = [one for one in stage_proposals.found(tx, occasion.programme.stages.names) if _is_true(tx, one, occasion)]
    for one in chosen:
        stage_proposals.lay(tx, one.id, until)
    stage_proposals.drop_found(tx)
    return [card(tx, one.id, occasion) for one in chosen]


def _is_true(tx: Tx, one: StageProposal, occasion: Occasion) -> bool:
    """Nobody has moved them meanwhile, and who was quiet still is."""
    standing = stages.now_on(tx, one.member)
    if (standing.stage if standing else None) is not one.stood_on:
        return False
    if one.stage is not Stage.ALUMNI and not is_here(members.get(tx, one.member), occasion):
        return False
    return one.quiet_since is None or is_quiet(
        stages.last_active(tx, one.member), occasion.programme.stages, _today(occasion)
    )


def lapse(tx: Tx, occasion: Occasion) -> list[StageCard]:
    """Those whose time is over."""
    due = stage_proposals.due(tx, occasion.now)
    for one in due:
        stage_proposals.settle(tx, one.id, StageProposalState.LAPSED, None, occasion.now)
    return [card(tx, one.id, occasion) for one in due]


def accept(tx: Tx, number: int, by: Member, occasion: Occasion) -> StageMoved:
    """So it is. Raises ButtonGone, StageSettled, NotForYourself, StageForMembers, NotHereNow."""
    one = _waiting(tx, number)
    standing = stages.now_on(tx, one.member)
    if (standing.stage if standing else None) is not one.stood_on:
        raise StageSettled
    may_move(tx, one.member, by)
    if one.stage is not Stage.ALUMNI:
        require_here(tx, one.member, occasion)
    stage_proposals.settle(tx, number, StageProposalState.ACCEPTED, by.id, occasion.now)
    return move(tx, one.member, one.stage, by, occasion)


def decline(tx: Tx, number: int, by: Member, occasion: Occasion) -> StageCard:
    """Not now; the member does not hear of it. Raises ButtonGone, StageSettled, NotForYourself, StageForMembers."""
    one = _waiting(tx, number)
    may_move(tx, one.member, by)
    stage_proposals.settle(tx, number, StageProposalState.DECLINED, by.id, occasion.now)
    audits.record(tx, occasion.now, by.id, "stage.declined", one.member, stage=one.stage.value)
    return card(tx, number, occasion)


def is_decided(tx: Tx, number: int) -> bool:
    """Whether somebody has decided it, or its time is over."""
    one = stage_proposals.get(tx, number)
    return one is not None and one.state is not StageProposalState.WAITING


def waiting(tx: Tx, member: int) -> int | None:
    """The number of what is put before the staff about the member."""
    one = stage_proposals.open_of(tx, member)
    return one.id if one and one.state is StageProposalState.WAITING else None


def talk_first(tx: Tx, member: int, by: Member, occasion: Occasion) -> StageCard:
    """Before somebody is honoured without duties, the team talks with them: the card for that. Raises StageSettled."""
    may_move(tx, member, by)
    standing, open_one = stages.now_on(tx, member), stage_proposals.open_of(tx, member)
    if standing and standing.stage is Stage.ALUMNI:
        raise StageSettled
    if open_one and (open_one.stage is Stage.ALUMNI and open_one.state is StageProposalState.WAITING):
        return card(tx, open_one.id, occasion)
    if open_one:
        stage_proposals.settle(tx, open_one.id, StageProposalState.OVERTAKEN, by.id, occasion.now)
    number = stage_proposals.add(
        tx, member, Stage.ALUMNI, standing.stage if standing else None, stages.last_active(tx, member), occasion.now
    )
    stage_proposals.lay(tx, number, occasion.now + occasion.programme.stages.answer_days * DAY_S)
    return card(tx, number, occasion)


def card(tx: Tx, number: int, occasion: Occasion) -> StageCard:
    """It as staff see it. Raises ButtonGone."""
    one = stage_proposals.get(tx, number)
    if one is None:
        raise ButtonGone
    told = seen(tx, members.get(tx, one.member), occasion)
    title = occasion.programme.stages.title(one.stage, told.domain)
    by = members.get(tx, one.settled_by).name if one.settled_by else ""
    return StageCard(one.id, told, one.stage, title, one.stood_on is Stage.ALUMNI, one.until or 0, one.state, by)


def _waiting(tx: Tx, number: int) -> StageProposal:
    one = stage_proposals.get(tx, number)
    if one is None:
        raise ButtonGone
    if one.state is not StageProposalState.WAITING:
        raise StageSettled
    return one


def _today(occasion: Occasion) -> date:
    return occasion.seen_from(None).day
