"""Stages: where somebody stands with the team, by which evidence, and what it brings when the team moves them on."""

from datetime import timedelta

from msgspec import Struct, field

from actions.daily.checkin import streak_of
from actions.honour.tag import lasting_title
from actions.journey.laid_down import LaidDown, lay_down
from actions.journey.radar import shown_of
from actions.presence import require_remembered
from actions.works.trust_proposal import TrustWork
from rules.journey.radar import Shown
from rules.journey.stage_proposal import StageForMembers, StageProposalState, StageSettled
from rules.note import RESTING, WaitingNote
from rules.occasion import Occasion
from rules.people import HONORARY, STAFF, Member, Role
from rules.programme.conditions import Checked, checklist
from rules.programme.wording import Wording
from rules.refusals import NotForYourself
from rules.source import Domain
from rules.stage import Stage, StagePeriod
from rules.values import replace
from storage import audits, figures, members, notes, stages
from storage.engine.tx import Tx
from storage.journey import stage_proposals
from storage.works import trust_evidence, work_evidence

DAY_S = 86_400
WORKS_SHOWN, NAMES_SHOWN = 5, 6
FOLLOWING = {None: Stage.ACTIVE, Stage.SPROUT: Stage.ACTIVE, Stage.ACTIVE: Stage.MATURE}


class StageSpan(Struct, frozen=True):
    """A time on a stage, in whole days so far."""

    stage: Stage
    since: int
    days: int


class StageSeen(Struct, frozen=True):
    """Where somebody stands (None: nowhere), and what speaks for them; `asks` is what the next stage asks for.

    `quiet_days` ago they were seen last, None if they never were; `offices` are what they are entrusted with.
    """

    member: int
    name: str
    username: str | None
    domain: Domain
    stage: Stage | None
    spans: tuple[StageSpan, ...]
    asks: tuple[Checked, ...]
    works: tuple[TrustWork, ...]
    helped: tuple[str, ...]
    people: int
    signs: tuple[Shown, ...]
    quiet_days: int | None
    offices: tuple[Role, ...]


class StageMoved(Struct, frozen=True):
    """Somebody stands on another stage, which has a `title` from the third on. A `streak` waits for who is honoured.

    `before`: where they stood. `people` are those whom they have helped. `ended` is what ended with it.
    `keeps`: the honour without duties that is theirs for life, of one who comes back.
    """

    member: int
    name: str
    stage: Stage
    before: Stage | None
    title: Wording | None
    domain: Domain
    people: int
    streak: int
    ended: LaidDown = field(default_factory=LaidDown)
    keeps: Wording | None = None


def seen(tx: Tx, member: Member, occasion: Occasion) -> StageSeen:
    """Where the member stands, with today's evidence."""
    standing = stages.now_on(tx, member.id)
    stage = standing.stage if standing else None
    asked = occasion.programme.stages.asks(FOLLOWING.get(stage, Stage.ALUMNI))
    have = figures.of_member(tx, sorted({*asked, "people_helped"}), member.id, occasion.now)
    last = stages.last_active(tx, member.id)
    return StageSeen(
        member.id,
        member.name,
        member.username,
        stages.domain_of(tx, member.id),
        stage,
        tuple(_span(one, occasion.now) for one in stages.history(tx, member.id)),
        checklist(asked, have),
        tuple(TrustWork(*work) for work in work_evidence.latest(tx, member.id, WORKS_SHOWN)),
        tuple(trust_evidence.helped(tx, member.id, NAMES_SHOWN)),
        have.get("people_helped", 0),
        shown_of(tx, member.id, occasion),
        None if last is None else max((occasion.seen_from(None).day - last).days, 0),
        tuple(role for role in Role if role in members.roles(tx, member.id) & HONORARY),
    )


def _span(one: StagePeriod, now: int) -> StageSpan:
    return StageSpan(one.stage, one.since, ((one.until or now) - one.since) // DAY_S)


def move(tx: Tx, member: int, stage: Stage, by: Member, occasion: Occasion) -> StageMoved:
    """The member stands there from now on. Raises NotForYourself, StageForMembers, StageSettled."""
    may_move(tx, member, by)
    standing = stages.now_on(tx, member)
    before = standing.stage if standing else None
    if before is stage:
        raise StageSettled
    _overtake(tx, member, by, occasion)
    resting = stage is Stage.ALUMNI
    stages.put(tx, member, stage, by.id, occasion.now, _paused_from(tx, member, occasion) if resting else None)
    audits.record(
        tx, occasion.now, by.id, "stage.set", member, before=before.value if before else "", stage=stage.value
    )
    done = _moved(tx, members.get(tx, member), stage, before, occasion)
    return replace(done, ended=_at_rest(tx, member, by, occasion)) if resting else done


def _at_rest(tx: Tx, member: int, by: Member, occasion: Occasion) -> LaidDown:
    """Nothing reminds them any more, and no office is theirs; what was."""
    notes.drop(tx, member, RESTING)
    return lay_down(tx, members.get(tx, member), by, occasion)


def may_move(tx: Tx, member: int, by: Member) -> None:
    """Nobody decides about themselves, and those of the team stand on no stage.

    Raises NotForYourself, StageForMembers, ButtonGone.
    """
    require_remembered(tx, member)
    if member == by.id:
        raise NotForYourself
    if members.roles(tx, member) & STAFF:
        raise StageForMembers


def _moved(tx: Tx, member: Member, stage: Stage, before: Stage | None, occasion: Occasion) -> StageMoved:
    domain = stages.domain_of(tx, member.id)
    resting = stage is Stage.ALUMNI
    streak = streak_of(tx, member, occasion.seen_from(member.timezone)) if resting else 0
    title = occasion.programme.stages.title(stage, domain)
    people = figures.people_helped(tx, member.id, occasion.now)
    keeps = None if resting else lasting_title(tx, member.id, occasion.programme)
    return StageMoved(member.id, member.name, stage, before, title, domain, people, streak, keeps=keeps)


def _paused_from(tx: Tx, member: int, occasion: Occasion) -> int:
    """The day after they were seen last: a quiet time before it has cost them nothing."""
    last = stages.last_active(tx, member)
    home = occasion.seen_from(members.get(tx, member).timezone)
    return occasion.now if last is None else min(home.begins(last + timedelta(days=1)), occasion.now)


def _overtake(tx: Tx, member: int, by: Member, occasion: Occasion) -> None:
    open_one = stage_proposals.open_of(tx, member)
    if open_one:
        stage_proposals.settle(tx, open_one.id, StageProposalState.OVERTAKEN, by.id, occasion.now)


def _still_there(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether they stand there still."""
    standing = stages.now_on(tx, note.member)
    return standing is not None and standing.stage.value == note.subject


STILL_TRUE = {"stage": _still_there}
