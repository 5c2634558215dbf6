"""The trust ladder: what a member may take on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from rules.refusals import Refusal


class TrustStep(StrEnum):
    """The steps, lowest first. Everybody begins at BASE; staff raise a member."""

    BASE = "base"
    FRAMEWORK = "framework"
    OPEN = "open"


ORDER = tuple(TrustStep)


@dataclass(eq=False)
class TrustTooLow(Refusal):
    """`needed` is the step that this takes; the member stands on `has`."""

    rule: ClassVar[str] = "submission"

    needed: TrustStep
    has: TrustStep


@dataclass(eq=False)
class TrustUnclear(Refusal):
    """Staff named no step, or gave no reason."""


def require_trust(has: TrustStep, needed: TrustStep) -> None:
    """Raise TrustTooLow unless `has` reaches `needed`."""
    if ORDER.index(has) < ORDER.index(needed):
        raise TrustTooLow(needed, has)
