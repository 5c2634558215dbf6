"""What staff are asked about steps of trust: when, about what, and how long it stays true."""

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct

from rules.programme.conditions import NAMED, met
from rules.programme.trust import TrustLadder, TrustStep
from rules.refusals import Refusal
from rules.works.desk_proposal import DeskProposal, again_at
from rules.works.trust import Standing


class Question(Struct, frozen=True):
    """From which step to which, and the conditions that are met, or (where it goes down) not kept any more."""

    stood_on: TrustStep
    step: TrustStep
    needs: Mapping[str, int]

    @property
    def rises(self) -> bool:
        """Whether it goes up."""
        return self.step.place > self.stood_on.place


TrustProposal = DeskProposal[Question]


@dataclass(eq=False)
class TrustSettled(Refusal):
    """Somebody else has decided that before, or its time is over."""

    over = True


@dataclass(eq=False)
class TrustMoot(Refusal):
    """What was asked is true no longer."""

    over = True


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
    by_hand = question.rises and not standing.needs
    return again_at((last.over_at if last else None, standing.at if by_hand else None), ladder.again_days)
