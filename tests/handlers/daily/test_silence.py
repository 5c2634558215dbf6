"""Days on which the bot heard nothing are missed by nobody: it was off, cut off, or a backup was put back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.daily.checkin import streak_of
from actions.operations.audit import verify
from actions.operations.silence import listening
from rules.daily.checkin import How
from storage.daily import checkins
from tests.stage import Stage

HOUR_S, DAY_S = 3600, 86_400


def heard(stage: Stage) -> int:
    """The intake notes that it listens."""
    return stage.do(lambda tx: listening(tx, int(stage.clock.now())))


def off(stage: Stage, hours: float) -> None:
    """The bot is off for so long, and starts again."""
    heard(stage)
    stage.clock.advance(hours * HOUR_S)
    heard(stage)


def checked_in(stage: Stage) -> None:
    stage.lin.say(stage.world.private(stage.lin), "签到")
    stage.play()


def streak(stage: Stage) -> int:
    lin, now = stage.member(stage.lin), stage.occasion()
    return stage.do(lambda tx: streak_of(tx, lin, now.seen_from(lin.timezone)))


def clean(stage: Stage) -> None:
    found = stage.do(lambda tx: verify(tx, stage.programme))
    assert found.ok, found


@pytest.mark.parametrize("hours", [48, 60, 24 * 9])
def test_whole_days_on_which_the_bot_was_off_end_no_streak_and_pay_nothing(stage: Stage, hours: int) -> None:
    for _ in range(3):
        checked_in(stage)
        stage.clock.advance(DAY_S)
    assert streak(stage) == 3
    points = stage.member(stage.lin).contribution
    off(stage, hours)
    assert streak(stage) == 3
    checked_in(stage)
    assert streak(stage) == 4
    assert stage.member(stage.lin).contribution == points + 3  # for four days in a row
    assert "谁都签不了到" in stage.said(stage.lin)[-1]
    stage.clock.advance(DAY_S)
    checked_in(stage)
    assert "谁都签不了到" not in stage.said(stage.lin)[-1]
    clean(stage)


def test_in_a_group_who_checks_in_after_it_is_told_alone(stage: Stage) -> None:
    checked_in(stage)
    off(stage, 72)
    stage.lin.say(stage.group, "签到")
    stage.play()
    assert ["谁都签不了到" in message.text for message in stage.whispers(stage.lin)] == [True]


def test_a_day_missed_beside_the_silence_is_missed(stage: Stage) -> None:
    checked_in(stage)
    stage.clock.advance(2 * DAY_S)  # Wednesday, and Tuesday was missed
    off(stage, 48)
    checked_in(stage)
    assert streak(stage) == 1
    clean(stage)


def test_a_day_of_which_the_bot_heard_more_than_half_can_be_missed(stage: Stage) -> None:
    checked_in(stage)
    stage.clock.advance(DAY_S)
    off(stage, 11)
    stage.clock.advance(DAY_S)
    checked_in(stage)
    assert streak(stage) == 1


def test_several_silences_of_one_day_count_together(stage: Stage) -> None:
    checked_in(stage)
    stage.clock.advance(19 * HOUR_S)  # Tuesday, 04:00
    for _ in range(3):
        off(stage, 5)
        stage.clock.advance(3 * HOUR_S)
    checked_in(stage)
    assert streak(stage) == 2


def test_what_was_said_while_the_bot_was_off_counts_for_its_own_day(stage: Stage) -> None:
    checked_in(stage)
    heard(stage)
    stage.clock.advance(36 * HOUR_S)  # Tuesday, 21:00
    stage.lin.say(stage.world.private(stage.lin), "签到")
    stage.clock.advance(20 * HOUR_S)  # Wednesday, 17:00
    heard(stage)
    stage.play()
    checked_in(stage)
    assert (streak(stage), stage.member(stage.lin).contribution) == (3, 7)
    clean(stage)


def test_a_clock_that_was_wrong_makes_no_silence(stage: Stage) -> None:
    heard(stage)
    ahead = int(stage.clock.now()) + 400 * DAY_S
    stage.do(lambda tx: listening(tx, ahead))
    assert heard(stage) == 0
    checked_in(stage)
    stage.clock.advance(3 * DAY_S)
    checked_in(stage)
    assert streak(stage) == 1


def test_doctor_tells_of_it(stage: Stage) -> None:
    off(stage, 50)
    stage.owner.say(stage.world.private(stage.owner), "/doctor")
    stage.play()
    assert "有 50 小时，我什么都没听见" in stage.said(stage.owner)[-1]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 23), st.lists(st.tuples(st.integers(1, 3), st.integers(1, 90)), max_size=6))
def test_who_checks_in_whenever_the_bot_is_there_has_one_streak_and_no_more_days_than_have_gone_by(
    hour: int, steps: list[tuple[int, int]]
) -> None:
    stage, days = Stage(), 0
    stage.clock.advance(hour * HOUR_S)
    began = stage.clock.now()
    for there, hours in steps:
        for _ in range(there):
            checked_in(stage)
            heard(stage)
            stage.clock.advance(DAY_S)
            days += 1
        checked_in(stage)
        off(stage, hours)
    checked_in(stage)
    lin = stage.member(stage.lin).id
    made = [one for member, one in stage.do(lambda tx: list(checkins.everything(tx))) if member == lin]
    paid = [one for one in made if one.how is How.MADE]
    assert [one.streak for one in made] == sorted(one.streak for one in made)
    assert days <= len(paid) <= (stage.clock.now() - began) // DAY_S + 2
    clean(stage)
