"""The machine's clock is moved back or ahead and set right again: what was promised holds, and nobody is stuck."""

from tests.handlers.fairness.test_sanction import DAY, HOUR, give, silent
from tests.handlers.fairness.undoing import clean
from tests.handlers.honour.coring import core_of, inside, joins, link_for, may_enter, says
from tests.shopping import balance, tell
from tests.stage import Stage


def moved(stage: Stage, seconds: int) -> None:
    """The clock shows another time at once, and two minutes go by."""
    stage.clock.__dict__["_now"] = stage.clock.now() + seconds
    stage.advance(60)
    stage.advance(60)


def test_a_suspension_that_a_clock_ahead_has_ended_goes_on_once_the_clock_is_right(stage: Stage) -> None:
    give(stage, "/suspend @zhou 2天 互相刷分", "暂停 2 天")
    until = stage.member(stage.zhou).suspended_until
    moved(stage, 60 * DAY)
    assert stage.member(stage.zhou).suspended_until is None
    moved(stage, -60 * DAY)
    assert stage.member(stage.zhou).suspended_until == until
    tell(stage, stage.zhou, "签到")
    stage.play()
    assert "恢复" in stage.last(stage.zhou).text
    clean(stage)
    stage.advance(2 * DAY)
    assert stage.member(stage.zhou).suspended_until is None
    assert not silent(stage, stage.zhou)


def test_a_mute_can_be_lifted_by_a_clock_that_is_behind_and_does_not_come_back(stage: Stage) -> None:
    give(stage, "/mute @zhou 2h 难听的话", "禁言 2 小时")
    moved(stage, -HOUR)
    assert silent(stage, stage.zhou)
    stage.mo.say(stage.group, "/lift @zhou 看错了人")
    stage.play()
    moved(stage, HOUR)
    assert not silent(stage, stage.zhou)


def test_the_pause_between_two_thanks_is_no_longer_than_it_was_when_the_clock_goes_back(stage: Stage) -> None:
    first, second = (stage.zhou.say(stage.group, words) for words in ("胎压在车机里重置", "保险丝在左边"))
    stage.lin.say(stage.group, "谢谢，讲得真清楚", reply_to=first)
    stage.play()
    moved(stage, -2 * HOUR)
    stage.lin.say(stage.group, "谢谢，又学到一样", reply_to=second)
    stage.play()
    assert balance(stage, stage.member(stage.zhou)).posted >= 6
    clean(stage)


def test_an_invitation_outlives_a_clock_that_went_back(stage: Stage) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)
    link = link_for(stage, stage.lin)
    moved(stage, -DAY)
    assert "还能用" in says(stage, stage.lin, "/core")
    joins(stage, stage.lin, core, link)
    assert inside(core, stage.lin)


def test_one_who_checked_in_by_a_clock_ahead_goes_on_when_it_is_right(stage: Stage) -> None:
    moved(stage, DAY)
    tell(stage, stage.lin, "签到")
    stage.play()
    moved(stage, -DAY)
    stage.advance(DAY)
    stage.advance(DAY)
    tell(stage, stage.lin, "签到")
    stage.play()
    assert "连续 2 天" in stage.last(stage.lin).text
    clean(stage)


def test_a_check_in_that_comes_while_the_clock_is_days_ahead_counts_for_the_day_of_telegram(stage: Stage) -> None:
    for ahead in (3 * DAY, 40 * DAY):
        tell(stage, stage.lin, "签到")
        stage.clock.__dict__["_now"] = stage.clock.now() + ahead
        stage.play()
        stage.clock.__dict__["_now"] = stage.clock.now() - ahead
        stage.advance(DAY)
    tell(stage, stage.lin, "签到")
    stage.play()
    assert "连续 3 天" in stage.last(stage.lin).text
    clean(stage)
