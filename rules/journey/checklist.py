"""Checklists of first steps: what the team does with somebody whom it has found, who does it, and by when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msgspec import Struct

from rules.programme.wording import Wording
from rules.refusals import Refusal
from rules.source import Domain

NOTE_MOST, NOTES_MOST = 200, 30


class ChecklistState(StrEnum):
    """A checklist runs until every step is done, or until the team ends it."""

    RUNNING = "running"
    DONE = "done"
    ENDED = "ended"


class Checklist(Struct, frozen=True):
    """First steps with a `member`, who comes from there; `owner` of the team sees to them. Both are our ids."""

    id: int
    member: int
    domain: Domain
    owner: int
    begun_at: int
    state: ChecklistState


class Step(Struct, frozen=True):
    """A step as it stands on a checklist: due on that day, and done `by` somebody of the team (our id)."""

    key: str
    title: Wording
    due_on: date
    done_at: int | None
    by: int | None

    def overdue(self, today: date) -> bool:
        """Whether its day is over and it is not done."""
        return self.done_at is None and self.due_on < today


class ChecklistNote(Struct, frozen=True):
    """Something that `by` of the team (our id) has written on it."""

    by: int
    at: int
    words: str


@dataclass(eq=False)
class ChecklistOver(Refusal):
    """It was ended, and nothing is ticked on it any more."""


@dataclass(eq=False)
class ChecklistFull(Refusal):
    """It holds `most` notes, and has no room for another."""

    most: int


@dataclass(eq=False)
class NobodyOnChecklist(Refusal):
    """There is no checklist that runs."""


def state_of(steps: list[Step]) -> ChecklistState:
    """Done once every step is."""
    return ChecklistState.DONE if all(step.done_at is not None for step in steps) else ChecklistState.RUNNING
