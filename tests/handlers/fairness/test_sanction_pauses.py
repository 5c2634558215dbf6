"""A suspension takes nothing that was earned: days in a row wait until it is over."""

from actions.operations import audit
from tests.handlers.fairness.test_sanction import DAY, give
from tests.stage import Stage


def check_in(stage: Stage) -> str:
    stage.zhou.say(stage.world.private(stage.zhou), "签到")
    stage.play()
    return stage.last(stage.zhou).text


def streak(stage: Stage) -> str:
    stage.zhou.say(stage.world.private(stage.zhou), "/streak")
    stage.play()
    return stage.last(stage.zhou).text


def sound(stage: Stage) -> None:
    """The audit finds nothing."""
    assert stage.do(lambda tx: audit.verify(tx, stage.programme)).problems == ()


def days(stage: Stage, many: int) -> str:
    """Checked in on so many days, the last of them yesterday."""
    said = ""
    for _ in range(many):
        said = check_in(stage)
        stage.advance(DAY)
    return said


def test_days_in_a_row_wait_while_one_is_suspended_and_go_on_afterwards(stage: Stage) -> None:
    days(stage, 4)
    give(stage, "/suspend @zhou 3天 互相刷分", "暂停 3 天")
    stage.advance(2 * DAY)
    assert "连续 4 天" in streak(stage)
    stage.advance(DAY + 60)
    check_in(stage)
    assert "连续 5 天" in streak(stage)
    sound(stage)


def test_a_day_that_was_missed_before_is_missed_and_the_pause_does_not_mend_it(stage: Stage) -> None:
    days(stage, 4)
    stage.advance(DAY)
    give(stage, "/suspend @zhou 1天 互相刷分", "暂停 1 天")
    stage.advance(DAY + 60)
    check_in(stage)
    assert "连续 1 天，最长 4 天" in streak(stage)
    sound(stage)


def test_what_was_lifted_pauses_only_until_then(stage: Stage) -> None:
    days(stage, 4)
    give(stage, "/suspend @zhou 7天 互相刷分", "暂停 7 天")
    stage.advance(DAY)
    stage.mo.say(stage.group, "/lift @zhou 看错了人")
    stage.play()
    stage.advance(2 * DAY)
    assert "连续" not in streak(stage).splitlines()[1]
    sound(stage)


def test_staff_see_the_last_day_that_was_made(stage: Stage) -> None:
    days(stage, 4)
    give(stage, "/suspend @zhou 3天 互相刷分", "暂停 3 天")
    stage.advance(2 * DAY)
    streak(stage)
    stage.mo.say(stage.group, "/member @zhou")
    stage.play()
    assert "11月19日" in stage.whispers(stage.mo)[-1].text
