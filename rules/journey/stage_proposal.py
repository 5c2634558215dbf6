"""Who is proposed for another stage: by conditions, by a long quiet, or because they are back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msgspec import Struct

from rules.programme.conditions import Needs, met
from rules.programme.stages import Stages
from rules.refusals import Refusal
from rules.stage import Stage

# Beside this many days the fortnight is looked at in which somebody is seen again.
RECENT_DAYS = 14


class StageProposalState(StrEnum):
    """Found and not put before the staff yet; waiting for them; decided by them; too late; or overtaken by hand."""

    FOUND = "found"
    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"
    OVERTAKEN = "overtaken"


class StageProposal(Struct, frozen=True):
    """A `member` (our id) is proposed for a `stage`; `quiet_since` is the last day on which one who went quiet was seen."""

    id: int
    member: int
    stage: Stage
    stood_on: Stage | None
    quiet_since: date | None
    at: int
    until: int | None
    state: StageProposalState
    settled_by: int | None


class Walker(Struct, frozen=True):
    """What is known of somebody when stages are looked at. `before` is where they stood before, `recent` on how many days
    of the last fortnight they were seen, of one who took leave since then.
    """

    stood_on: Stage | None
    before: Stage | None
    figures: dict[str, int]
    last_active: date | None
    recent: int


@dataclass(eq=False)
class StageSettled(Refusal):
    """Somebody has decided that, or its time is over."""


@dataclass(eq=False)
class StageForMembers(Refusal):
    """Those of the team stand beside the stages."""


def proposed(walker: Walker, stages: Stages, today: date) -> Stage | None:
    """The stage that somebody is to be proposed for; None for none."""
    stood_on = walker.stood_on
    if stood_on is Stage.ALUMNI:
        return (walker.before or Stage.ACTIVE) if walker.recent >= stages.back_days else None
    if stood_on in (Stage.ACTIVE, Stage.MATURE) and is_quiet(walker.last_active, stages, today):
        return Stage.ALUMNI
    following = {None: Stage.ACTIVE, Stage.SPROUT: Stage.ACTIVE, Stage.ACTIVE: Stage.MATURE}.get(stood_on)
    return following if following and _earned(stages.asks(following), walker) else None


def is_quiet(last_active: date | None, stages: Stages, today: date) -> bool:
    """Whether somebody who was here once has not been seen for long."""
    return last_active is not None and (today - last_active).days >= stages.quiet_days


def _earned(needs: Needs, walker: Walker) -> bool:
    """A stage that asks for nothing is given by hand."""
    return bool(needs) and met(needs, walker.figures)
