"""What stands in the group of seats that are gone, and what becomes of an offer that was not taken."""

from sandbox.world.messages import Message
from tests.handlers.offers.eventing import DAY_S, announced, cancel, labels, register, standing
from tests.stage import Stage


def card(stage: Stage) -> Message:
    """The announcement, of which there is one."""
    [found] = [message for message in stage.messages(stage.group) if "活动 1" in message.text]
    return found


def test_the_announcement_says_that_seats_are_gone_and_that_one_is_free_again(stage: Stage) -> None:
    announced(stage)
    shown = card(stage)
    assert ("名额满了" in shown.text, labels(shown)[0]) == (False, "报名")
    stage.press(stage.lin, shown, "报名")
    assert ("名额满了，可以排队等位" in shown.text, labels(shown)[0]) == (True, "排队等位")
    assert "前面" not in stage.press(stage.zhou, shown, "排队等位")
    cancel(stage, stage.lin)
    assert "名额满了" in shown.text, "the seat is kept for Zhou"
    cancel(stage, stage.zhou)
    assert ("名额满了" in shown.text, labels(shown)[0]) == (False, "报名")
    assert card(stage) is shown


def test_whoever_finds_it_full_at_that_moment_is_asked_whether_they_want_to_wait(stage: Stage) -> None:
    announced(stage)
    shown = card(stage)
    stage.lin.press(shown, "报名")
    late = stage.zhou.press(shown, "报名")
    stage.play()
    answer = stage.world.presses[late].answer
    assert answer
    assert ("刚刚报满" in answer.text, answer.show_alert) == (True, True)
    assert standing(stage, stage.zhou) is None
    own = stage.last(stage.zhou)
    assert "名额满了" in own.text and labels(own)[0] == "排队等位"
    stage.press(stage.zhou, own, "排队等位")
    assert standing(stage, stage.zhou) == "waiting" and "⏳ 你在排队" in own.text


def test_whoever_opened_the_card_while_there_was_a_seat_is_asked_too(stage: Stage) -> None:
    announced(stage)
    stage.zhou.start("event-1")
    stage.play()
    own = stage.last(stage.zhou)
    stage.press(stage.lin, card(stage), "报名")
    assert "刚刚报满" in stage.press(stage.zhou, own, "报名")
    assert standing(stage, stage.zhou) is None and labels(own)[0] == "排队等位"


def test_who_has_read_that_they_wait_waits_and_has_to_read_it_once_more(stage: Stage) -> None:
    announced(stage)
    stage.press(stage.lin, card(stage), "报名")
    press = stage.zhou.press(card(stage), "排队等位")
    stage.play()
    answer = stage.world.presses[press].answer
    assert answer and "排上队" in answer.text and answer.show_alert


def test_a_seat_that_nobody_confirms_is_announced_as_free(stage: Stage) -> None:
    announced(stage)
    shown = card(stage)
    stage.press(stage.lin, shown, "报名")
    stage.press(stage.zhou, shown, "排队等位")
    cancel(stage, stage.lin)
    stage.advance(DAY_S + 600)
    assert standing(stage, stage.zhou) == "lapsed"
    assert ("名额满了" in shown.text, labels(shown)[0]) == (False, "报名")


def test_where_only_reserved_seats_are_left_it_says_for_whom_until_they_are_everybodys(stage: Stage) -> None:
    announced(stage, "名额：2", "预留：1", "主讲：@rui")
    shown = card(stage)
    stage.press(stage.lin, shown, "报名")
    assert ("只剩留给能提前报名的人" in shown.text, labels(shown)[0]) == (True, "排队等位")
    stage.advance(3.6 * DAY_S)
    assert ("只剩留给" in shown.text, labels(shown)[0]) == (False, "报名")


def test_more_seats_or_fewer_are_announced_with_the_change(stage: Stage) -> None:
    announced(stage)
    shown = card(stage)
    stage.press(stage.lin, shown, "报名")
    for seats, label in ((3, "报名"), (1, "排队等位")):
        stage.mo.say(stage.world.private(stage.mo), f"/editevent 1 名额：{seats}")
        stage.play()
        stage.press(stage.mo, stage.last(stage.mo), "保存修改")
        assert labels(shown)[0] == label


def test_an_offer_that_ran_out_loses_its_buttons_and_leads_to_the_event(stage: Stage) -> None:
    announced(stage)
    register(stage, stage.lin, stage.zhou)
    cancel(stage, stage.lin)
    offer = stage.last(stage.zhou)
    assert labels(offer) == ["我要这个名额", "让给下一位"]
    stage.advance(DAY_S + 600)
    assert "给你留的时间过了" in offer.text
    assert labels(offer) == ["看看这场活动"]
    stage.press(stage.zhou, offer, "看看这场活动")
    assert "报上名了" in stage.press(stage.zhou, offer, "报名")


def test_an_offer_taken_or_passed_on_elsewhere_is_offered_no_more(stage: Stage) -> None:
    announced(stage, "主讲：@rui")
    register(stage, stage.lin, stage.zhou, stage.he)
    cancel(stage, stage.lin)
    first = stage.last(stage.zhou)
    cancel(stage, stage.zhou)
    assert labels(first) == ["看看这场活动"]
    second = stage.last(stage.he)
    stage.he.start("event-1")
    stage.play()
    stage.press(stage.he, stage.last(stage.he), "我要这个名额")
    assert ("报上名了" in second.text, labels(second)) == (True, ["看看这场活动"])


def test_an_event_that_is_called_off_offers_no_seat(stage: Stage) -> None:
    announced(stage)
    register(stage, stage.lin, stage.zhou)
    cancel(stage, stage.lin)
    offer = stage.last(stage.zhou)
    stage.mo.say(stage.world.private(stage.mo), "/cancelevent 1 讲师病了")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "确认取消活动")
    assert "讲师病了" in offer.text
    assert "我要这个名额" not in labels(offer)


def test_a_seat_reserved_by_trust_is_for_whoever_stands_on_that_step(stage: Stage) -> None:
    announced(stage, "名额：2", "留座：1", "留给：命题资格", "主讲：@rui")
    shown = card(stage)
    stage.press(stage.lin, shown, "报名")
    assert ("只剩留给有命题资格的人" in shown.text, labels(shown)[0]) == (True, "排队等位")
    stage.press(stage.zhou, shown, "排队等位")
    assert standing(stage, stage.zhou) == "waiting"
    stage.mo.say(stage.staff, "/trust @he 框架 三份作品都很扎实")
    stage.play()
    stage.press(stage.he, shown, "排队等位")
    assert standing(stage, stage.he) == "seated"
    assert ("名额满了" in shown.text, labels(shown)[0]) == (True, "排队等位")
