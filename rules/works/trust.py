"""On which step of the trust ladder somebody stands, and what is missing for the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from msgspec import Struct, field

from rules.programme.conditions import Checked
from rules.programme.trust import TrustStep
from rules.refusals import Refusal


class Standing(Struct, frozen=True):
    """The step that people of the team have put somebody on.

    `needs` are the conditions by which it was confirmed, empty where it was given by hand; `at` is when (UTC seconds),
    None for one who was never put on any.
    """

    step: TrustStep = TrustStep.BASE
    needs: Mapping[str, int] = field(default_factory=dict)
    at: int | None = None
    reason: str = ""
    by_hand: bool = False


AT_FIRST = Standing()


@dataclass(eq=False)
class TrustTooLow(Refusal):
    """`needed` is the step that this takes; the member stands on `has`.

    `following` is the step they can work for now and `asks` its conditions, none where staff give it by hand;
    `waiting`: all are met, and staff have been asked. `lowered_until` (UTC seconds): a suspension has lowered them so long.
    """

    rule: ClassVar[str] = "submission"

    needed: TrustStep
    has: TrustStep
    following: TrustStep | None = None
    asks: tuple[Checked, ...] = ()
    waiting: bool = False
    lowered_until: int | None = None


@dataclass(eq=False)
class TrustUnclear(Refusal):
    """Staff named no step, or gave no reason."""


@dataclass(eq=False)
class TrustSame(Refusal):
    """`name` stands on that step already."""

    name: str
    step: TrustStep


def lower(one: TrustStep, other: TrustStep) -> TrustStep:
    """The lower one of two steps."""
    return min(one, other, key=lambda step: step.place)
