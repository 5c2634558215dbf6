"""What staff are asked about steps of trust: when, about what, and how long it stays true."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.programme.conditions import NAMED, met
from rules.programme.trust import TrustLadder, TrustStep
from rules.refusals import Refusal
from rules.works.trust import Standing

DAY_S = 86_400


class ProposalState(StrEnum):
    """What became of it; MOOT ones are true no longer, and wait again when they are. OVERTAKEN: decided by hand."""

    WAITING = "waiting"
    MOOT = "moot"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    LAPSED = "lapsed"
    OVERTAKEN = "overtaken"


UNSETTLED = (ProposalState.WAITING, ProposalState.MOOT)


@dataclass(frozen=True, slots=True)
class Question:
    """From which step to which, and the conditions that are met, or (where it goes down) not kept any more."""

    stood_on: TrustStep
    step: TrustStep
    needs: Mapping[str, int]

    @property
    def rises(self) -> bool:
        """Whether it goes up."""
        return self.step.place > self.stood_on.place


@dataclass(frozen=True, slots=True)
class TrustProposal:
    """A question that was put; times in UTC seconds. `card` is the first one of those that stand on the same card."""

    id: int
    member: int
    question: Question
    at: int
    state: ProposalState
    card: int | None
    until: int | None
    settled_by: int | None
    settled_at: int | None
    reason: str | None

    @property
    def settled(self) -> bool:
        """Whether nothing more becomes of it."""
        return self.state not in UNSETTLED


@dataclass(eq=False)
class TrustSettled(Refusal):
    """Somebody else has decided that before, or its time is over."""


@dataclass(eq=False)
class TrustMoot(Refusal):
    """What was asked is true no longer."""


def to_ask(standing: Standing, figures: Mapping[str, int], ladder: TrustLadder) -> Question | None:
    """What the figures ask for: a step down where this one is not kept, a step up where the next is earned."""
    if not ladder.kept(standing.needs, figures):
        return Question(standing.step, standing.step.below, standing.needs)
    following = standing.step.following
    needs = ladder.asks(following) if following else {}
    return Question(standing.step, following, needs) if following and needs and met(needs, figures) else None


def holds(question: Question, standing: Standing, figures: Mapping[str, int], ladder: TrustLadder) -> bool:
    """Whether a question that was put is still one; the slack is on the side of what stands."""
    if question.stood_on is not standing.step:
        return False
    kept = ladder.kept(question.needs, figures)
    return kept and met(_passing(question.needs), figures) if question.rises else not kept


def _passing(needs: Mapping[str, int]) -> dict[str, int]:
    """Those without slack: a clean record, days on a step."""
    return {name: much for name, much in needs.items() if name in NAMED and not NAMED[name].lasting}


def free_at(question: Question, standing: Standing, last: TrustProposal | None, ladder: TrustLadder) -> int:
    """From when (UTC seconds) it may be put; `last` is the latest of the same direction.

    Whoever was lowered, or put somewhere by hand, is not proposed for more until as much time has passed.
    """
    since = [] if last is None else [last.settled_at or last.at]
    if question.rises and standing.at is not None and not standing.needs:
        since.append(standing.at)
    return max((at + ladder.again_days * DAY_S for at in since), default=0)
