"""An appeal by one button: somebody who was not involved looks at it, and it is upheld, shortened or taken back."""

import pytest

from rules.links import message_link
from rules.people import Role
from rules.programme.programme import Programme
from rules.programme.sanctions import FairOrder
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import members
from storage.engine.tx import Tx
from tests.handlers.fairness.test_sanction import DAY, HOUR, ask, give, rude_to, silent
from tests.stage import Stage


def appealed(stage: Stage, command: str = "/mute @zhou 2h 骂人", label: str = "禁言 2 小时") -> Message:
    """The card in the staff group."""
    give(stage, command, label)
    stage.press(stage.zhou, stage.last(stage.zhou), "申诉")
    return stage.last(stage.staff)


READ_AGAIN = "又看了一遍原消息"


def upheld(stage: Stage, by: Person, card: Message, answer: str = READ_AGAIN) -> None:
    """It is to stay, with one of the usual answers."""
    stage.press(by, card, "维持原样")
    stage.press(by, stage.last(by), answer)


def test_one_button_brings_the_case_to_the_staff_group_and_words_may_follow(stage: Stage) -> None:
    card = appealed(stage)
    assert "周舟\u2069 申诉" in card.text and "禁言 2 小时" in card.text and "骂人" in card.text
    assert "申诉收到了" in stage.last(stage.zhou).text
    stage.zhou.say(stage.world.private(stage.zhou), "那句是开玩笑的")
    stage.play()
    stage.sends(stage.zhou)
    assert "TA 说：那句是开玩笑的" in card.text


def test_who_gave_it_does_not_decide_and_who_may_not_decide_does_not_either(stage: Stage) -> None:
    card = appealed(stage)
    assert "没参与的另一位" in stage.press(stage.mo, card, "撤回并致歉")
    assert "不在你的职责里" in stage.press(stage.rui, card, "撤回并致歉")
    assert silent(stage, stage.zhou)


def test_upheld_it_stays_and_the_member_is_told(stage: Stage) -> None:
    card = appealed(stage)
    upheld(stage, stage.owner, card)
    assert f"维持原样，TA 看到的是“{READ_AGAIN}”" in card.text and not card.buttons
    told = stage.last(stage.zhou).text
    assert "这次维持原样" in told and f"版主的话：{READ_AGAIN}" in told and "/contact" in told
    assert silent(stage, stage.zhou)
    stage.zhou.say(stage.world.private(stage.zhou), "/record")
    stage.play()
    assert f"申诉过，维持原样：{READ_AGAIN}" in stage.last(stage.zhou).text


def test_nothing_is_upheld_before_somebody_has_said_why_in_words_that_say_something(stage: Stage) -> None:
    card = appealed(stage)
    before = stage.last(stage.zhou)
    stage.press(stage.owner, card, "维持原样")
    assert stage.last(stage.zhou) is before and "撤回并致歉" in str(card.buttons)
    stage.owner.say(stage.world.private(stage.owner), "不行")
    stage.play()
    assert stage.last(stage.zhou) is before and "4 到 300 个字" in stage.last(stage.owner).text
    stage.owner.say(stage.world.private(stage.owner), "你先骂的人，对方没有还口。消消气，两小时后见。")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "就这么发")
    assert "我会私聊告诉 TA" in stage.last(stage.owner).text
    assert "版主的话：你先骂的人，对方没有还口。" in stage.last(stage.zhou).text


@pytest.mark.parametrize(
    "words",
    ["还是先问问他吧", "等一下再看", "收到收到", "这个要怎么处理？", "他在群里骂人了吗？", "活动有哪些", "谢谢你啊啊"],
)
def test_what_was_not_meant_for_the_member_does_not_reach_them(stage: Stage, words: str) -> None:
    card = appealed(stage)
    before = stage.last(stage.zhou)
    stage.press(stage.owner, card, "维持原样")
    stage.owner.say(stage.world.private(stage.owner), words)
    stage.play()
    assert stage.last(stage.zhou) is before and "撤回并致歉" in str(card.buttons), "nothing is decided"
    first = stage.last(stage.owner)
    stage.owner.say(stage.world.private(stage.owner), "之前提醒过两次，后来又发生了。")
    stage.play()
    if "就这么发" in str(first.buttons):
        assert "改过了" in stage.press(stage.owner, first, "就这么发")
        assert stage.last(stage.zhou) is before
    stage.press(stage.owner, stage.last(stage.owner), "就这么发")
    assert "版主的话：之前提醒过两次，后来又发生了。" in stage.last(stage.zhou).text


def test_whoever_was_asked_why_is_asked_no_more_once_another_has_decided(stage: Stage) -> None:
    card = appealed(stage)
    stage.press(stage.owner, card, "维持原样")
    asked = stage.last(stage.owner)
    make_moderator(stage, stage.rui)
    stage.press(stage.rui, card, "撤回并致歉")
    assert "有结果了" in stage.press(stage.owner, asked, READ_AGAIN)
    stage.owner.say(stage.world.private(stage.owner), "对着原消息又看了一遍")
    stage.play()
    assert "有结果了" not in stage.last(stage.owner).text, "nobody asks any more"
    assert "维持原样" not in card.text and "让你受委屈了" in stage.last(stage.zhou).text


def test_once_it_is_decided_nobody_is_asked_for_more_words(stage: Stage) -> None:
    upheld(stage, stage.owner, appealed(stage))
    stage.zhou.say(stage.world.private(stage.zhou), "/card")
    stage.play()
    assert "还没弄完" not in stage.last(stage.zhou).text
    stage.zhou.say(stage.world.private(stage.zhou), "取消")
    stage.play()
    assert "申诉还在" not in stage.last(stage.zhou).text


def test_shortened_it_ends_after_half_of_the_rest_everywhere(stage: Stage) -> None:
    card = appealed(stage, "/suspend @zhou 2天 互相刷分", "暂停 2 天")
    stage.press(stage.owner, card, "剩下的缩短一半")
    half = int(stage.clock.now()) + DAY
    assert stage.member(stage.zhou).suspended_until == half
    assert stage.group.members[stage.zhou.id].until == half
    assert "剩下的时间缩短一半，到11月17日 09:00" in stage.last(stage.zhou).text
    stage.advance(DAY + 1)
    assert not silent(stage, stage.zhou)
    assert stage.member(stage.zhou).suspended_until is None


def test_taken_back_it_ends_at_once_with_an_apology_and_weighs_no_more(stage: Stage) -> None:
    card = appealed(stage)
    stage.press(stage.owner, card, "撤回并致歉")
    assert "对不起，让你受委屈了" in stage.last(stage.zhou).text
    assert not silent(stage, stage.zhou)
    stage.zhou.say(stage.group, "/record")
    stage.play()
    assert "后来撤回了（申诉成立）" in stage.whispers(stage.zhou)[-1].text
    stage.mo.say(stage.group, "/warn @zhou 刷屏")
    stage.play()
    assert "建议是" not in stage.whispers(stage.mo)[-1].text


def test_each_is_looked_at_once_and_decided_once(stage: Stage) -> None:
    card = appealed(stage)
    told = next(message for message in stage.messages(stage.zhou) if message.buttons)
    assert "申诉过了" in stage.press(stage.zhou, told, "申诉")
    first, second = stage.owner.press(card, "撤回并致歉"), stage.owner.press(card, "维持原样")
    stage.play()
    answers = [stage.world.presses[query].answer for query in (first, second)]
    assert [("有结果了" in answer.text) if answer else None for answer in answers] == [False, True]


def test_after_two_weeks_it_is_too_late(stage: Stage) -> None:
    give(stage, "/warn @zhou 刷屏", "警告")
    told = stage.last(stage.zhou)
    stage.advance(14 * DAY + HOUR)
    stage.press(stage.zhou, told, "申诉")
    assert "申诉收到了" not in stage.last(stage.zhou).text
    stage.zhou.say(stage.group, "/record")
    stage.play()
    assert not stage.whispers(stage.zhou)[-1].buttons


def test_the_record_leads_to_an_appeal_as_well(stage: Stage) -> None:
    give(stage, "/warn @zhou 刷屏", "警告")
    stage.zhou.say(stage.world.private(stage.zhou), "/record")
    stage.play()
    stage.press(stage.zhou, stage.last(stage.zhou), "申诉第 1 条")
    assert "申诉" in stage.last(stage.staff).text


def test_a_second_person_who_agreed_is_involved_too(stage: Stage) -> None:
    give(stage, "/suspend @zhou 14天 互相刷分", "暂停 14 天")
    stage.press(stage.owner, stage.last(stage.staff), "同意")
    stage.press(stage.zhou, stage.last(stage.zhou), "申诉")
    card = stage.last(stage.staff)
    for involved in (stage.mo, stage.owner):
        assert "没参与的另一位" in stage.press(involved, card, "维持原样")

    make_moderator(stage, stage.rui)
    upheld(stage, stage.rui, card)
    assert "维持原样" in card.text


def make_moderator(stage: Stage, person: Person) -> None:
    """A third one who may decide."""

    def appoint(tx: Tx) -> None:
        member = members.by_telegram_id(tx, person.id)
        assert member
        members.give_role(tx, member.id, Role.MODERATOR, None, 0)

    stage.do(appoint)


def reminders(stage: Stage) -> list[Message]:
    """What brings an appeal back to the staff group's mind."""
    return [message for message in stage.messages(stage.staff) if "还没有结果" in message.text]


def test_one_that_waits_for_a_day_is_brought_back_once_and_the_reminder_goes_with_the_decision(stage: Stage) -> None:
    card = appealed(stage, "/suspend @zhou 3天 互相刷分", "暂停 3 天")
    stage.advance(23 * HOUR)
    assert reminders(stage) == []
    stage.advance(2 * HOUR)
    [reminder] = reminders(stage)
    assert "周舟\u2069 的申诉等了超过 24 小时" in reminder.text and reminder.reply_to is card
    stage.advance(DAY)
    assert reminders(stage) == [reminder]
    upheld(stage, stage.owner, card)
    assert reminder.deleted


def test_what_was_decided_in_time_or_where_the_brand_wants_it_so_reminds_nobody(stage: Stage) -> None:
    upheld(stage, stage.owner, appealed(stage))
    unbothered = Stage(Programme(order=FairOrder(appeal_hours=0)))
    appealed(unbothered)
    for one in (stage, unbothered):
        one.advance(25 * HOUR)
        assert reminders(one) == []


def test_what_was_before_does_not_count_the_sanction_itself(stage: Stage) -> None:
    assert "此前没有记录" in appealed(stage).text


def test_everybody_whom_it_concerns_is_led_to_the_message_that_it_is_about(stage: Stage) -> None:
    word = stage.zhou.say(stage.group, "这么简单都不会？")
    give(stage, "/suspend 10天 对新手说了难听的话", "暂停 10 天", word)
    proposed = stage.last(stage.staff)
    stage.press(stage.owner, proposed, "同意")
    told = stage.last(stage.zhou)
    stage.press(stage.zhou, told, "申诉")
    case = stage.last(stage.staff)
    there = message_link(stage.group.id, word.id)
    assert there and all(there in [entity.url for entity in one.entities] for one in (told, case))


def test_without_a_message_nobody_is_led_anywhere(stage: Stage) -> None:
    card = appealed(stage)
    assert "那条消息" not in card.text + stage.messages(stage.zhou)[-2].text


def test_whoever_was_addressed_by_what_it_is_about_does_not_decide_the_appeal(stage: Stage) -> None:
    give(stage, "/mute 2h 骂人", "禁言 2 小时", rude_to(stage, stage.owner))
    stage.press(stage.zhou, stage.last(stage.zhou), "申诉")
    case = stage.last(stage.staff)
    for label in ("维持原样", "剩下的缩短一半", "撤回并致歉"):
        assert "刚对过话" in stage.press(stage.owner, case, label)
    assert case.buttons and silent(stage, stage.zhou)


def test_who_has_nothing_to_add_reads_that_the_appeal_stands(stage: Stage) -> None:
    card = appealed(stage)
    for given_up in ("不补充了", "/cancel"):
        asked = stage.last(stage.zhou)
        if given_up.startswith("/"):
            stage.zhou.say(stage.world.private(stage.zhou), given_up)
            stage.play()
        else:
            stage.press(stage.zhou, asked, given_up)
        assert "申诉还在" in stage.last(stage.zhou).text and "取消" not in stage.last(stage.zhou).text
        stage.press(stage.mo, ask(stage, "/warn @zhou 第2条 又骂人"), "警告")
        stage.press(stage.zhou, stage.last(stage.zhou), "申诉")
    assert card.buttons
