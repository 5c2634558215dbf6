"""What was undone together comes back together, and what was undone on its own does not, though it was in the same second."""

from collections.abc import Callable

import pytest

from actions.ledger import lineage
from actions.operations import audit
from tests.handlers.daily.asking import solved
from tests.handlers.fairness.test_undo_days import days
from tests.handlers.fairness.undoing import newest, undo
from tests.stage import Stage


def again(stage: Stage, entry: int) -> None:
    """What was taken back of that entry last is given again."""
    undo(stage, stage.do(lambda tx: lineage.last(tx, entry)))


def clean(stage: Stage) -> None:
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert report.ok, report.problems


def stands(stage: Stage, *entries: int) -> list[bool]:
    """Which of them were not taken back, or given again."""
    return stage.do(lambda tx: [lineage.stands(tx, entry) for entry in entries])


def pair(stage: Stage) -> tuple[int, int]:
    """An accepted answer's entry, and that of the asker's share."""
    solved(stage, stage.lin, stage.zhou)
    return newest(stage, stage.zhou, "answer_accepted").id, newest(stage, stage.lin, "question_solved").id


def reached(stage: Stage) -> tuple[int, int]:
    """The seventh check-in's entry, and that of the milestone that came with it."""
    seventh = days(stage, 7)[-1]
    return seventh, newest(stage, stage.lin, "checkin_milestone").id


def test_the_askers_share_that_was_undone_before_stays_undone(stage: Stage) -> None:
    answer, share = pair(stage)
    undo(stage, share)
    undo(stage, answer)
    again(stage, answer)
    assert stands(stage, answer, share) == [True, False]
    clean(stage)


def test_a_milestone_that_was_undone_before_stays_undone(stage: Stage) -> None:
    seventh, milestone = reached(stage)
    undo(stage, milestone)
    undo(stage, seventh)
    again(stage, seventh)
    assert stands(stage, seventh, milestone) == [True, False]
    clean(stage)


@pytest.mark.parametrize("earn", [pair, reached])
@pytest.mark.parametrize("meant", [0, 1])
def test_what_went_together_comes_together_as_often_as_somebody_changes_their_mind(
    stage: Stage, earn: Callable[[Stage], tuple[int, int]], meant: int
) -> None:
    both = earn(stage)
    for _ in range(2):
        undo(stage, both[0])
        assert stands(stage, *both) == [False, False]
        stage.clock.advance(60)
        again(stage, both[0 if earn is reached else meant])
        assert stands(stage, *both) == [True, True]
    clean(stage)


def test_named_together_they_come_together_as_well(stage: Stage) -> None:
    seventh, milestone = reached(stage)
    stage.mo.say(stage.world.private(stage.mo), f"/undo {milestone},{seventh} 记错了")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "确认撤回")
    again(stage, seventh)
    assert stands(stage, seventh, milestone) == [True, True]


def test_an_acceptance_that_the_asker_took_back_comes_back_whole(stage: Stage) -> None:
    answer, share = pair(stage)
    stage.lin.say(stage.group, "/unaccept Q1")
    stage.play()
    assert stands(stage, answer, share) == [False, False]
    again(stage, answer)
    assert stands(stage, answer, share) == [True, True]
    clean(stage)


def test_what_staff_had_undone_before_the_asker_took_the_acceptance_back_stays_undone(stage: Stage) -> None:
    answer, share = pair(stage)
    undo(stage, answer)
    again(stage, answer)
    undo(stage, share)
    stage.lin.say(stage.group, "/unaccept Q1")
    stage.play()
    again(stage, answer)
    assert stands(stage, answer, share) == [True, False]
    clean(stage)
