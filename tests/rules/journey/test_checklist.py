"""First steps as a brand declares them, and when they are done."""

from datetime import date

import pytest

from rules.journey.checklist import ChecklistState, Step, state_of
from rules.programme.checklists import PRIVATE, PUBLIC, Checklists, ChecklistStep
from rules.programme.faults import Faulty
from rules.programme.wording import Wording
from rules.source import Domain

DAY = date(2026, 11, 16)
OPEN = Step("brief", Wording("讲主题"), DAY, None, None)
DONE = Step("brief", Wording("讲主题"), DAY, 1, 7)


def test_each_source_has_its_own_steps() -> None:
    assert Checklists().steps(Domain.PUBLIC) == PUBLIC
    assert Checklists().steps(Domain.PRIVATE) == PRIVATE


def test_a_step_is_late_from_the_day_after_and_never_once_it_is_done() -> None:
    assert not OPEN.overdue(DAY)
    assert OPEN.overdue(date(2026, 11, 17)) and not DONE.overdue(date(2026, 11, 17))


def test_it_is_done_with_its_last_step() -> None:
    assert state_of([DONE, DONE]) is ChecklistState.DONE
    assert state_of([DONE, OPEN]) is ChecklistState.RUNNING


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (PUBLIC[0], PUBLIC[0]),
        (ChecklistStep("", Wording("讲主题"), 3),),
        (ChecklistStep("brief", Wording(""), 3),),
        (ChecklistStep("brief", Wording("讲" * 41), 3),),
        (ChecklistStep("brief", Wording("讲主题"), 0),),
    ],
    ids=["none", "twice", "no key", "no words", "too long", "no days"],
)
def test_what_can_t_be_worked_with_is_a_fault(steps: tuple[ChecklistStep, ...]) -> None:
    with pytest.raises(Faulty):
        Checklists(public=steps)
