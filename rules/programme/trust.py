"""The trust ladder: which step opens which kind of challenge, and what each asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rules.programme.conditions import NAMED, Needs, Source
from rules.programme.faults import Promise, require

MOST_DAYS = 365
STAY = "step_days"


class TrustStep(StrEnum):
    """The steps, lowest first. Everybody begins at BASE; people of the team raise a member."""

    BASE = "base"
    FRAMEWORK = "framework"
    OPEN = "open"

    @property
    def place(self) -> int:
        """How many steps are below it."""
        return list(TrustStep).index(self)

    @property
    def following(self) -> "TrustStep | None":
        """The next higher step."""
        return next((step for step in TrustStep if step.place == self.place + 1), None)

    @property
    def below(self) -> "TrustStep":
        """The next lower step; the lowest itself."""
        return next((step for step in TrustStep if step.place == self.place - 1), self)


def _framework() -> Needs:
    return Needs({"tenure_days": 30, "works_approved": 3, "people_helped": 3, "clean_days": 30})


def _open() -> Needs:
    return Needs({STAY: 60, "works_approved": 6, "framework_featured": 1, "people_helped": 10, "clean_days": 60})


@dataclass(frozen=True)
class TrustLadder:
    """The `[trust]` section: what each step asks for, and how staff are asked. A step that asks for nothing is given by hand.

    A step is kept while what it asked for is there to `keeps_percent`. Staff have `answer_days` for a proposal and are not
    asked the same again for `again_days`. A suspension lowers to `suspended_to`, until `suspended_days` after its end.
    """

    framework: Needs = field(default_factory=_framework)
    open: Needs = field(default_factory=_open)
    keeps_percent: int = 90
    answer_days: int = 14
    again_days: int = 30
    suspended_to: TrustStep = TrustStep.BASE
    suspended_days: int = 0

    def __post_init__(self) -> None:
        require(
            *_workable("framework", self.framework),
            *_workable("open", self.open),
            (STAY not in self.framework, f"framework.{STAY}", "can't be met: nobody is put on the lowest step"),
            (1 <= self.keeps_percent <= 100, "keeps_percent", "must be 1 to 100"),
            (1 <= self.answer_days <= MOST_DAYS, "answer_days", f"must be 1 to {MOST_DAYS}"),
            (1 <= self.again_days <= MOST_DAYS, "again_days", f"must be 1 to {MOST_DAYS}"),
            (0 <= self.suspended_days <= MOST_DAYS, "suspended_days", f"must be 0 to {MOST_DAYS}"),
        )

    def asks(self, step: TrustStep) -> Needs:
        """What that step asks for."""
        return {TrustStep.FRAMEWORK: self.framework, TrustStep.OPEN: self.open}.get(step, Needs())

    @property
    def names(self) -> frozenset[str]:
        """All conditions that steps ask for."""
        return frozenset((*self.framework, *self.open))

    @property
    def sources(self) -> frozenset[Source]:
        """Everything by which somebody may rise or fall."""
        return self.framework.sources | self.open.sources | {Source.TRUST, Source.BELONGING}

    def kept(self, asked: Mapping[str, int], figures: Mapping[str, int]) -> bool:
        """Whether what was met once is there still, but for the slack; what does not last takes nothing."""
        return all(self._near(name, much, figures) for name, much in asked.items() if name in NAMED)

    def _near(self, name: str, much: int, figures: Mapping[str, int]) -> bool:
        return not NAMED[name].lasting or figures.get(name, 0) * 100 >= much * self.keeps_percent


def _workable(step: str, needs: Needs) -> list[Promise]:
    return [
        (not NAMED[name].at_most, f"{step}.{name}", "is nothing that anybody can work for")
        for name in needs
        if name in NAMED
    ]
