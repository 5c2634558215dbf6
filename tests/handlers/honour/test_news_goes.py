"""News of the group goes once its time is over; the highest step and a long streak stay; a brand may keep all of it."""

from datetime import date

import pytest

from rules.daily.checkin import CheckIn
from rules.programme.levels import Level, Levels
from rules.programme.programme import Programme
from rules.programme.tidying import Tidying
from storage.daily import checkins
from tests.handlers.honour.announcing import DAY_S, HOUR_S, pay
from tests.handlers.works.desk import published
from tests.stage import Stage

LEVELS = Levels(
    (
        Level("newcomer", "甲", 0),
        Level("active", "乙", 5, ("shop_layer:middle",)),
        Level("senior", "丙", 100, ("shop_layer:ultimate",)),
    )
)
TO_WEDNESDAY_NOON = 2 * DAY_S + 3 * HOUR_S


def programme(*, news: bool) -> Programme:
    return Programme(levels=LEVELS, tidying=Tidying(news=news))


def told(stage: Stage, words: str) -> int:
    """How many messages of ours with those words stand in the group."""
    return sum(words in text for text in stage.said(stage.group))


@pytest.mark.parametrize(("points", "news", "stays"), [(6, True, 0), (6, False, 1), (101, True, 1)])
def test_a_step_up_goes_after_three_days_but_for_the_highest(points: int, news: bool, stays: int) -> None:
    stage = Stage(programme(news=news))
    pay(stage, stage.lin, points)
    stage.advance(HOUR_S)
    stage.advance(2 * DAY_S)
    assert told(stage, "恭喜晋级") == 1
    stage.advance(DAY_S)
    assert told(stage, "恭喜晋级") == stays


@pytest.mark.parametrize(("streak", "news", "stays"), [(7, True, 0), (7, False, 1), (30, True, 1)])
@pytest.mark.parametrize("by_button", [False, True])
def test_a_short_streak_goes_after_a_day(streak: int, news: bool, stays: int, by_button: bool) -> None:
    stage = Stage(programme(news=news))
    member = stage.member(stage.lin).id
    stage.do(lambda tx: checkins.add(tx, member, CheckIn(date(2026, 11, 16), streak=streak - 1), None))
    stage.advance(22 * HOUR_S)
    if by_button:
        [card] = [message for message in stage.messages(stage.group) if "早上好" in message.text]
        stage.press(stage.lin, card, "签到")
    else:
        stage.lin.say(stage.group, "签到")
        stage.play()
    assert told(stage, "连续签到") == 1
    stage.advance(DAY_S)
    assert told(stage, "连续签到") == stays


@pytest.mark.parametrize(("news", "stand"), [(True, 0), (False, 1)])
def test_the_list_of_challenges_goes_after_its_week(news: bool, stand: int) -> None:
    stage = Stage(programme(news=news))
    published(stage)
    stage.advance(TO_WEDNESDAY_NOON)
    stage.advance(6 * DAY_S)
    assert told(stage, "正在进行的挑战") == 1
    stage.advance(DAY_S)
    assert told(stage, "正在进行的挑战") == stand
