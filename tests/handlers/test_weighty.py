"""What matters and can't be delivered: staff hear of it at once, whether that was known before or Telegram has just said so."""

from handlers.weighty import WEIGHTY
from sandbox.world import moving
from tests.handlers.offers.eventing import announced, register
from tests.handlers.offers.test_attendance import say
from tests.handlers.works.desk import handed_in, published, reviewed
from tests.house.test_unasked import AT_ONCE
from tests.shopping import redeemed
from tests.stage import Stage

CALL = "急的话请提醒一声"

# What comes at once and weighs little: asked for a moment ago, said elsewhere too, or to staff themselves.
LIGHT = {
    "acceptance/withheld", "award/doubted", "broadcast/missed", "card/cleared", "challenge/example",
    "contact/ended", "core/back", "core/link", "core/no_link", "core/not_now", "doctor/backup_failed",
    "doctor/clock_off", "event/detail", "event/ended", "event/soon", "event/speaker_away", "feedback/answered", "feedback/told",
    "grant/declined", "idea/reworded", "acceptance/edited", "language/as_app", "language/chosen",
    "media_kit/handed", "mentoring/found", "mentoring/told_begun", "missed/list", "missed/waits", "monthly/report", "note/day",
    "order/doubted", "order/task", "project/detail", "resource/gone", "sanction/declined", "setup/removed",
    "setup/which_part", "portrait/", "refusals/incident_for_owner", "showcase/told_taken_out", "want/back_in_stock",
}  # fmt: skip


def gone(stage: Stage, *people: object) -> None:
    """They block the bot, which does not hear of it before it writes to them."""
    for person in people:
        moving.block(person)  # type: ignore[arg-type]
    stage.world.updates.clear()


def notices(stage: Stage) -> list[str]:
    return [said for said in stage.said(stage.staff) if CALL in said]


def test_whatever_comes_at_once_is_said_to_weigh_or_not() -> None:
    weighty = {*WEIGHTY, "submission/"}
    assert not {name for name in AT_ONCE if name not in weighty and name not in LIGHT}
    assert not set(WEIGHTY) & LIGHT


def test_an_event_that_is_called_off_tells_staff_whom_it_did_not_reach(stage: Stage) -> None:
    announced(stage, "名额：3", "主讲：王老师")
    register(stage, stage.lin, stage.zhou, stage.he)
    gone(stage, stage.lin, stage.zhou)
    say(stage, stage.mo, "/cancelevent 1 场地没定")
    stage.press(stage.mo, stage.last(stage.mo), "确认取消活动")
    told = notices(stage)
    assert [name in one and "活动" in one for name, one in zip(("林晓", "周舟"), told, strict=True)] == [True, True]
    stage.lin.unblock_bot()
    stage.lin.start()
    stage.play()
    assert any("取消了，抱歉" in said for said in stage.said(stage.lin))


def test_news_of_an_order_that_does_not_arrive_is_told_once(stage: Stage) -> None:
    redeemed(stage)
    card = stage.last(stage.staff)
    stage.press(stage.mo, card, "我来处理")
    gone(stage, stage.lin)
    stage.press(stage.mo, card, "已发出")
    [told] = notices(stage)
    assert "林晓" in told and "订单" in told


def test_what_a_clock_tells_one_who_is_known_to_be_away_is_told_to_staff(stage: Stage) -> None:
    announced(stage)
    register(stage, stage.lin, stage.zhou)
    stage.zhou.block_bot()
    stage.play()
    stage.lin.leave(stage.group)
    stage.play()
    stage.advance(301)
    [told] = notices(stage)
    assert "周舟" in told and "活动" in told


def test_a_review_that_does_not_arrive_is_told_and_what_weighs_little_is_not(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    gone(stage, stage.lin)
    reviewed(stage, "通过", "转场利落", by=stage.rui)
    assert any("林晓" in said and "作品" in said for said in notices(stage))
    assert len(notices(stage)) == 1
