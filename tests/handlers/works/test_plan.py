"""An open challenge: a pitch is talked about, one plan agreed by both, what it takes asked and answered, the work delivered."""

from sandbox.world.messages import Message
from tests.handlers.works.desk import OPEN, confirmed, handed_in, labels, published, reviewed, written
from tests.stage import Stage

PLAN = "方案：十二月跑三趟高速，拍成两分钟\n交付：5天"


def pitched(stage: Stage) -> Message:
    """Lin's pitch for an open challenge; its card in the staff group."""
    published(stage, OPEN)
    return offered(stage)


def offered(stage: Stage) -> Message:
    """Lin's pitch for the open challenge that there is; its card."""
    private = stage.world.private(stage.lin)
    stage.lin.say(private, "/submit 1")
    stage.play()
    stage.lin.say(private, "我想跑三趟高速，拍给新车主看")
    stage.play()
    confirmed(stage, stage.lin)
    return stage.last(stage.staff)


def own(stage: Stage) -> Message:
    """The pitch as its author sees it, opened anew."""
    stage.lin.say(stage.world.private(stage.lin), "/plan 1")
    stage.play()
    return stage.last(stage.lin)


def test_whoever_takes_part_is_told_to_talk_about_a_plan_first_and_to_hand_in_once_it_is_agreed(stage: Stage) -> None:
    published(stage, OPEN)
    stage.lin.say(stage.world.private(stage.lin), "/challenge 1")
    stage.play()
    seen = stage.last(stage.lin)
    assert "先私聊说说打算怎么做" in stage.press(stage.lin, seen, "参加")
    assert "谈定了再动手" in seen.text and "#挑战" not in seen.text
    assert labels(seen)[0] == "说说我的方案"
    card = offered(stage)
    written(stage, stage.lin, own(stage), "写方案", PLAN)
    stage.press(stage.rui, card, "同意 TA 的方案")
    stage.lin.say(stage.world.private(stage.lin), "/challenge 1")
    stage.play()
    assert labels(stage.last(stage.lin))[0] == "交作品"
    stage.lin.say(stage.world.private(stage.lin), "/works")
    stage.play()
    assert "方案谈定了" in stage.last(stage.lin).text and "已通过" not in stage.last(stage.lin).text


def test_the_card_asks_what_they_need_and_has_no_verdict(stage: Stage) -> None:
    card = pitched(stage)
    assert "我想跑三趟高速" in card.text
    assert "需要我们做什么" in card.text
    assert labels(card) == ["写方案"]


def test_what_is_said_goes_both_ways_and_stands_on_the_card(stage: Stage) -> None:
    card = pitched(stage)
    stage.rui.say(stage.staff, "三趟都在白天吗？", reply_to=card)
    stage.play()
    told = stage.last(stage.lin)
    assert "三趟都在白天吗？" in told.text
    written(stage, stage.lin, told, "说一句", "一趟在夜里")
    heard = stage.last(stage.staff)
    assert "一趟在夜里" in heard.text
    assert "三趟都在白天吗？" in card.text and "一趟在夜里" in card.text
    stage.rui.say(stage.staff, "夜里那趟带上充电桩", reply_to=heard)
    stage.play()
    assert "带上充电桩" in stage.last(stage.lin).text


def test_the_author_writes_the_plan_staff_agree_and_the_work_is_delivered_and_paid(stage: Stage) -> None:
    card = pitched(stage)
    written(stage, stage.lin, own(stage), "写方案", PLAN)
    assert "等他们同意" in stage.last(stage.lin).text
    assert "跑三趟高速，拍成两分钟" in card.text
    assert "写了一份方案" in stage.last(stage.staff).text
    stage.press(stage.rui, card, "同意 TA 的方案")
    told = stage.last(stage.lin)
    assert "方案谈定了" in told.text
    assert "🤝" in card.text
    assert labels(card) == []
    handed_in(stage, stage.lin, 1)
    assert "谈定的方案\n十二月跑三趟高速，拍成两分钟" in stage.last(stage.staff).text, "what the work is held against"
    assert "作品 2" in reviewed(stage, "通过", "数据有用").text


def test_staff_write_the_plan_and_the_author_agrees_once(stage: Stage) -> None:
    card = pitched(stage)
    written(stage, stage.rui, card, "写方案", "方案：两趟就够\n交付：90天")
    assert "截止" in stage.last(stage.rui).text
    stage.rui.say(stage.world.private(stage.rui), "交付：6天")
    stage.play()
    stage.sends(stage.rui)
    offer = stage.last(stage.lin)
    assert "两趟就够" in offer.text
    assert "写一份" in offer.text
    stage.press(stage.lin, offer, "同意这份方案")
    assert "定下来了" in offer.text
    assert labels(offer)[0] == "交作品"
    assert "TA 在做了" in card.text


def test_an_older_text_can_not_be_agreed_to(stage: Stage) -> None:
    card = pitched(stage)
    written(stage, stage.rui, card, "写方案", "方案：两趟就够\n交付：6天")
    offer = stage.last(stage.lin)
    stage.advance(60)
    written(stage, stage.rui, card, "写方案", "方案：四趟才行\n交付：6天")
    assert "换过了" in stage.press(stage.lin, offer, "同意这份方案")
    assert "TA 在做了" not in card.text


def test_what_is_needed_is_granted_or_not_now_with_a_reason(stage: Stage) -> None:
    card = pitched(stage)
    written(stage, stage.lin, own(stage), "提需要", "要什么：借一台相机\n什么时候要：3天")
    written(stage, stage.lin, own(stage), "提需要", "要什么：试驾车\n什么时候要：4天")
    assert labels(card) == ["可以：借一台相机", "暂时不行", "可以：试驾车", "暂时不行", "写方案"]
    stage.press(stage.rui, card, "可以：借一台相机")
    assert "借一台相机”没问题" in stage.last(stage.lin).text
    assert labels(card)[0] == "已答应：借一台相机"
    written(stage, stage.rui, card, "暂时不行", "这个月都排满了")
    told = stage.last(stage.lin).text
    assert "试驾车" in told and "这个月都排满了" in told
    assert "暂时不行，这个月都排满了" in card.text


def test_nobody_without_a_pitch_can_talk_of_one(stage: Stage) -> None:
    published(stage, OPEN)
    assert "没有你的提案" in own(stage).text


def agreed(stage: Stage) -> Message:
    """A plan for two minutes of film within five days, which both want; its card."""
    card = pitched(stage)
    written(stage, stage.lin, own(stage), "写方案", PLAN)
    stage.press(stage.rui, card, "同意 TA 的方案")
    return card


def test_an_agreed_day_is_told_two_days_before_and_once_it_has_gone_by(stage: Stage) -> None:
    agreed(stage)
    before = len(stage.said(stage.lin))
    for _ in range(3):
        stage.evening()
    assert "快到了" not in "".join(stage.said(stage.lin)[before:])
    stage.evening()
    assert "前交作品，快到了" in "".join(stage.said(stage.lin)[before:])
    for _ in range(3):
        stage.evening()
    assert any("还没收到" in text and "林晓" in text for text in stage.said(stage.staff))
    assert any("提案约好的日子" in text for text in stage.said(stage.staff))
    for words in ("快到了", "日子过了，不着急"):
        assert len([text for text in stage.said(stage.lin)[before:] if words in text]) == 1, words


def test_who_has_delivered_is_not_reminded(stage: Stage) -> None:
    agreed(stage)
    handed_in(stage, stage.lin, 1)
    before = len(stage.said(stage.lin))
    for _ in range(6):
        stage.evening()
    assert "说好" not in "".join(stage.said(stage.lin)[before:])
    assert not any("还没收到" in text for text in stage.said(stage.staff))


def test_a_plan_that_was_agreed_is_worth_what_it_was_then(stage: Stage) -> None:
    agreed(stage)
    stage.mo.say(stage.world.private(stage.mo), "/editchallenge 1 积分：20")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")
    handed_in(stage, stage.lin, 1)
    assert "+80 分" in reviewed(stage, "通过", "数据有用").text


def test_what_waits_for_an_answer_too_long_stands_in_the_card_of_the_morning(stage: Stage) -> None:
    card = pitched(stage)
    written(stage, stage.lin, own(stage), "提需要", "要什么：借一台相机\n什么时候要：3天")
    stage.advance(20 * 3600)
    assert not any("提案里要的" in text for text in stage.said(stage.staff))
    stage.advance(29 * 3600)
    assert any("提案里要的" in text and "借一台相机" in text for text in stage.said(stage.staff))
    stage.press(stage.rui, card, "可以：借一台相机")
    said = len(stage.said(stage.staff))
    stage.advance(86_400)
    assert not any("提案里要的" in text for text in stage.said(stage.staff)[said:])


def test_what_it_takes_is_said_in_ones_own_words_one_thing_after_the_other(stage: Stage) -> None:
    pitched(stage)
    written(stage, stage.lin, own(stage), "提需要", "一台广角相机")
    asked = stage.last(stage.lin)
    assert "“什么时候要”还没有填" in asked.text and "“要什么”还没有填" not in asked.text
    stage.lin.say(stage.world.private(stage.lin), "5天")
    stage.play()
    stage.sends(stage.lin)
    assert "一台广角相机" in stage.last(stage.lin).text and "等答复" in stage.last(stage.lin).text
    called = stage.last(stage.staff).text
    assert "林晓 想要“一台广角相机”" in called.replace("\u2068", "").replace("\u2069", "")


def test_the_staff_hear_which_it_is_and_that_their_own_plan_is_agreed_to(stage: Stage) -> None:
    card = pitched(stage)
    written(stage, stage.lin, own(stage), "写方案", PLAN)
    assert "写了一份方案" in stage.last(stage.staff).text
    stage.press(stage.rui, card, "写方案")
    stage.rui.say(stage.world.private(stage.rui), "方案：先跑一趟，我们借相机\n交付：4天")
    stage.play()
    stage.sends(stage.rui)
    stage.press(stage.lin, stage.last(stage.lin), "同意这份方案")
    assert "同意了我们的方案" in stage.last(stage.staff).text


def test_words_that_name_no_field_take_the_place_of_what_was_not_right(stage: Stage) -> None:
    pitched(stage)
    written(stage, stage.lin, own(stage), "写方案", "短")
    assert "要写 4 到 700 个字" in stage.last(stage.lin).text
    for words in ("十二月跑三趟高速，拍成两分钟", "5天"):
        stage.lin.say(stage.world.private(stage.lin), words)
        stage.play()
    assert "十二月跑三趟高速，拍成两分钟" in stage.last(stage.lin).text and "短" not in stage.last(stage.lin).text


def listed(stage: Stage) -> str:
    """What staff read of what waits."""
    stage.rui.say(stage.staff, "/reviews")
    stage.play()
    return stage.last(stage.staff).text


def late(stage: Stage) -> list[str]:
    """Lists of what has waited for too long, two days later."""
    for _ in range(24):
        stage.advance(2 * 3600)
    return [text for text in stage.said(stage.staff) if "等了超过" in text]


def test_a_pitch_waits_for_whoever_did_not_speak_last(stage: Stage) -> None:
    card = pitched(stage)
    assert "提案在聊" not in listed(stage)
    stage.rui.say(stage.staff, "三趟都在白天吗？", reply_to=card)
    stage.play()
    told = stage.last(stage.lin)
    assert "等 TA 回话" in listed(stage)
    assert not late(stage)
    written(stage, stage.lin, told, "说一句", "一趟在夜里，就这么定")
    assert "上一句是 TA 说的" in listed(stage)
    [found] = late(stage)
    assert "上一句是 TA 说的" in found and "作者在等回音" not in found


def test_a_plan_by_staff_waits_for_the_author_and_what_they_ask_for_does_not(stage: Stage) -> None:
    card = pitched(stage)
    written(stage, stage.rui, card, "写方案", PLAN)
    assert "等 TA 回话" in listed(stage)
    written(stage, stage.lin, own(stage), "提需要", "要什么：借一台相机\n什么时候要：3天")
    assert "上一句是 TA 说的" in listed(stage)
    assert late(stage)
    stage.press(stage.rui, card, "可以：借一台相机")
    assert "等 TA 回话" in listed(stage)
