"""What the group reads of a week's order: masked, named, or nothing; without reasons, and with apologies."""

import pytest

from rules.programme.programme import Programme
from rules.programme.sanctions import FairOrder, Publishing
from tests.handlers.fairness.test_sanction import DAY, give
from tests.stage import Stage

SUNDAY_EVENING = 6 * DAY + 11 * 3_600


def week(published: Publishing) -> str:
    stage = Stage(Programme(order=FairOrder(published=published)))
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    stage.advance(SUNDAY_EVENING)
    return next((text for text in stage.said(stage.group) if "这周按公约处理的事" in text), "")


@pytest.mark.parametrize(("published", "name"), [(Publishing.MASKED, "周*"), (Publishing.NAMED, "周舟")])
def test_the_week_is_told_with_clause_and_measure_and_without_the_reason(published: Publishing, name: str) -> None:
    said = week(published)
    assert name in said and "禁言 2 小时" in said and "公约第 2 条“友善待人”" in said
    assert "骂人" not in said
    assert (published is Publishing.NAMED) is ("周舟" in said)


def test_where_the_brand_publishes_nothing_nothing_is_told() -> None:
    assert week(Publishing.OFF) == ""


def test_what_was_taken_back_on_appeal_is_apologised_for_where_it_was_told(stage: Stage) -> None:
    give(stage, "/warn @zhou 刷屏", "警告")
    stage.advance(SUNDAY_EVENING)
    stage.press(stage.zhou, next(one for one in stage.messages(stage.zhou) if one.buttons), "申诉")
    card = next(one for one in stage.messages(stage.staff) if "申诉" in one.text)
    stage.press(stage.owner, card, "撤回并致歉")
    stage.advance(7 * DAY)
    first, second = [text for text in stage.said(stage.group) if "这周按公约处理的事" in text]
    assert "周*" in first and "道歉" not in first
    assert "周*" in second and "对不起" in second


def halved(stage: Stage) -> None:
    """An appeal that is open is answered by half of the rest."""
    card = next(one for one in stage.messages(stage.staff) if "申诉" in one.text)
    stage.press(stage.owner, card, "剩下的缩短一半")


def appeal(stage: Stage) -> None:
    """Against the latest that the member was told of."""
    stage.press(stage.zhou, next(one for one in reversed(stage.messages(stage.zhou)) if one.buttons), "申诉")


def told(stage: Stage) -> list[str]:
    """What was told of weeks, so far."""
    return [text for text in stage.said(stage.group) if "这周按公约处理的事" in text]


def test_what_an_appeal_has_halved_is_told_with_the_end_that_it_has_now(stage: Stage) -> None:
    give(stage, "/suspend @zhou 2天 互相刷分", "暂停 2 天")
    appeal(stage)
    halved(stage)
    stage.advance(SUNDAY_EVENING)
    assert "暂停 2 天，公约第 2 条“友善待人”。申诉后缩短，到11月17日 09:00 为止" in told(stage)[0]


def test_what_is_halved_only_after_it_was_told_is_told_once_more(stage: Stage) -> None:
    stage.advance(5 * DAY)
    give(stage, "/suspend @zhou 7天 互相刷分", "暂停 7 天")
    stage.advance(SUNDAY_EVENING - 5 * DAY)
    appeal(stage)
    halved(stage)
    stage.advance(7 * DAY)
    first, second = told(stage)
    assert "缩短" not in first
    assert "之前的暂停 7 天申诉后缩短了，到11月25日" in second


def test_what_was_taken_back_before_it_was_told_is_never_told(stage: Stage) -> None:
    give(stage, "/warn @zhou 刷屏", "警告")
    appeal(stage)
    card = next(one for one in stage.messages(stage.staff) if "申诉" in one.text)
    stage.press(stage.owner, card, "撤回并致歉")
    stage.advance(SUNDAY_EVENING + 7 * DAY)
    assert told(stage) == []
