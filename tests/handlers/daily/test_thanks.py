"""Thanking in the group: quiet when it counts, said to the giver alone when it does not."""

from datetime import date

import pytest

from rules.programme.programme import Programme
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import members, outcomes
from storage.daily import thanks
from storage.ledger import ledger
from tests.stage import Stage, talked

MONDAY = date(2026, 11, 16)
DAY_S = 86_400


def helped(stage: Stage, helper: Person | None = None) -> Message:
    """A helpful message in the community."""
    message = (helper or stage.zhou).say(stage.group, "胎压在车机的“车辆”页里重置")
    stage.play()
    return message


def points(stage: Stage, person: Person) -> int:
    """Lifetime contribution."""
    return stage.member(person).contribution


def told(stage: Stage, person: Person) -> list[str]:
    """What the bot has whispered to the person."""
    return [whisper.text for whisper in stage.whispers(person)]


def test_thanks_in_a_reply_pay_the_author_and_are_acknowledged_by_a_handshake(stage: Stage) -> None:
    message = helped(stage)
    word = stage.lin.say(stage.group, "谢谢你，讲得很清楚！", reply_to=message)
    stage.play()
    assert word.reactions == {stage.world.bot.id: "🤝"}
    assert stage.said(stage.group) == [] and told(stage, stage.lin) == []
    assert points(stage, stage.zhou) == 4 and points(stage, stage.lin) == 0


@pytest.mark.parametrize("word", ["感谢", "多谢！", "Thanks", "thank you so much", "THX", "+1", "谢谢大佬"])
def test_people_thank_in_many_words(stage: Stage, word: str) -> None:
    message = helped(stage)
    stage.lin.say(stage.group, word, reply_to=message)
    stage.play()
    assert points(stage, stage.zhou) == 4


@pytest.mark.parametrize("word", ["+10086", "thanksgiving plans?", "不谢谢", "说声谢谢"])
def test_talk_that_only_looks_like_thanks_does_nothing(stage: Stage, word: str) -> None:
    message = helped(stage)
    stage.lin.say(stage.group, word, reply_to=message)
    stage.play()
    assert points(stage, stage.zhou) == 0


def test_thanks_to_nobody_in_particular_are_ordinary_talk(stage: Stage) -> None:
    helped(stage)
    stage.lin.say(stage.group, "谢谢")
    stage.play()
    assert points(stage, stage.zhou) == 0
    assert stage.said(stage.group) == [] and told(stage, stage.lin) == []


def test_a_reaction_thanks_without_a_trace_in_the_group(stage: Stage) -> None:
    message = helped(stage)
    stage.lin.react(message, "❤")
    stage.play()
    assert points(stage, stage.zhou) == 4
    assert stage.said(stage.group) == [] and told(stage, stage.lin) == []


def test_a_reaction_that_is_not_thanks_pays_nothing(stage: Stage) -> None:
    message = helped(stage)
    stage.lin.react(message, "😁")
    stage.play()
    assert points(stage, stage.zhou) == 0


def test_a_message_is_paid_once_however_often_it_is_thanked_for(stage: Stage) -> None:
    message = helped(stage)
    for emoji in ("❤", None, "🙏", None, "❤"):
        stage.lin.react(message, emoji)
    stage.lin.say(stage.group, "谢谢，图很清楚", reply_to=message)
    stage.lin.say(stage.group, "谢谢", reply_to=message)
    stage.play()
    assert points(stage, stage.zhou) == 4
    [whisper] = told(stage, stage.lin)
    assert "已经谢过" in whisper


def test_words_that_follow_a_reaction_are_kept_as_its_reason(stage: Stage) -> None:
    message = helped(stage)
    stage.lin.react(message, "❤")
    stage.lin.say(stage.group, "谢谢，图很清楚", reply_to=message)
    stage.play()
    group, zhou = stage.community().id, stage.member(stage.zhou).id
    [words] = stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))
    assert (words.giver, words.reason) == (stage.member(stage.lin).id, "图很清楚")


def test_nobody_thanks_themselves(stage: Stage) -> None:
    message = helped(stage)
    stage.zhou.say(stage.group, "谢谢", reply_to=message)
    stage.zhou.react(message, "❤")
    stage.play()
    assert points(stage, stage.zhou) == 0
    [whisper] = told(stage, stage.zhou)
    assert "自己谢自己" in whisper


def test_a_refusal_is_told_once_a_day_and_then_stays_in_why(stage: Stage) -> None:
    for _ in range(3):
        stage.zhou.say(stage.group, "谢谢", reply_to=helped(stage))
    stage.play()
    assert len(told(stage, stage.zhou)) == 1
    stage.zhou.say(stage.world.private(stage.zhou), "/why")
    stage.play()
    assert stage.last(stage.zhou).text.count("自己谢自己") == 3


def test_the_bot_takes_thanks_with_kind_words(stage: Stage) -> None:
    stage.lin.say(stage.group, "/covenant@kocbot")
    stage.play()
    stage.lin.say(stage.group, "谢谢", reply_to=stage.last(stage.group))
    stage.play()
    assert "不客气" in told(stage, stage.lin)[-1]
    stage.lin.say(stage.world.private(stage.lin), "/help")
    stage.play()
    stage.lin.say(stage.world.private(stage.lin), "谢谢", reply_to=stage.last(stage.lin))
    stage.play()
    assert "不客气" in stage.last(stage.lin).text


def test_channels_anonymous_admins_and_forwards_earn_nothing(stage: Stage) -> None:
    stage.world.link(stage.channel, stage.group)
    post = stage.world.channel_post(stage.channel, "新版本来了")
    echo = next(m for m in stage.world.messages(stage.group) if m.text == post.text)
    anonymous = stage.world.anonymous_admin(stage.group).say(stage.group, "请看置顶")
    original = stage.he.say(stage.group, "原话")
    forwarded = stage.zhou.forward(original, stage.group)
    stage.play()
    for message in (echo, anonymous, forwarded):
        stage.lin.say(stage.group, "谢谢", reply_to=message)
    stage.he.react(forwarded, "❤")
    stage.play()
    assert [points(stage, person) for person in stage.everyone] == [0] * len(stage.everyone)
    channel, nobody, passed_on = told(stage, stage.lin)
    assert "频道" in channel and "匿名" in nobody and "转发" in passed_on


def test_thanks_for_a_message_whose_author_nobody_remembers_are_told_in_why(stage: Stage) -> None:
    message = helped(stage)
    stage.do(lambda tx: tx.run("DELETE FROM message_author"))
    stage.lin.react(message, "❤")
    stage.lin.say(stage.world.private(stage.lin), "/why")
    stage.play()
    assert points(stage, stage.zhou) == 0
    assert "没有记下作者" in stage.last(stage.lin).text


def test_a_newcomer_is_shown_the_covenant_first_then_probation(stage: Stage) -> None:
    message = helped(stage)
    stage.xin.say(stage.group, "谢谢", reply_to=message)
    stage.play()
    [first] = stage.whispers(stage.xin)
    assert "社群公约" in first.text
    stage.press(stage.xin, first, "我同意")
    stage.xin.say(stage.group, "谢谢", reply_to=message)
    stage.play()
    assert "入群满 7 天" in told(stage, stage.xin)[-1]
    assert points(stage, stage.zhou) == 0


def test_after_probation_the_same_message_can_be_thanked_for_with_credit(stage: Stage) -> None:
    message = helped(stage)
    stage.xin.react(message, "❤")
    stage.play()
    xin = stage.member(stage.xin).id
    stage.do(lambda tx: members.agree(tx, xin, 1, int(stage.clock.now())))
    group = stage.community().id
    stage.do(lambda tx: talked(tx, group, xin, 20, int(stage.clock.now())))
    stage.advance(7 * DAY_S)
    stage.xin.say(stage.group, "谢谢", reply_to=message)
    stage.play()
    assert points(stage, stage.zhou) == 4


def test_a_giver_has_five_credited_thanks_a_day_and_new_ones_tomorrow(stage: Stage) -> None:
    helpers = [stage.zhou, stage.he, stage.mo, stage.rui, stage.owner]
    for helper in helpers:
        stage.lin.react(helped(stage, helper), "❤")
    stage.play()
    assert [points(stage, helper) for helper in helpers] == [4] * 5
    stage.advance(60)
    one_more = helped(stage)
    stage.lin.say(stage.group, "谢谢", reply_to=one_more)
    stage.play()
    assert "5 份" in told(stage, stage.lin)[-1]
    stage.lin.say(stage.world.private(stage.lin), "/why")
    stage.play()
    assert "11-17 04:00 起重新计分" in stage.last(stage.lin).text
    stage.advance(DAY_S)
    stage.lin.say(stage.group, "谢谢", reply_to=one_more)
    stage.play()
    assert points(stage, stage.zhou) == 4 + 2


def test_the_same_two_wear_out_within_thirty_days(stage: Stage) -> None:
    paid = []
    for _ in range(5):
        before = points(stage, stage.zhou)
        stage.lin.say(stage.group, "谢谢", reply_to=helped(stage))
        stage.play()
        paid.append(points(stage, stage.zhou) - before)
        stage.advance(DAY_S)
    assert paid == [4, 2, 1, 0, 0]
    assert any("算满了" in text for text in told(stage, stage.lin))


def test_thanks_that_are_returned_pay_less(stage: Stage) -> None:
    stage.lin.say(stage.group, "谢谢", reply_to=helped(stage))
    stage.play()
    stage.zhou.say(stage.group, "谢谢", reply_to=helped(stage, stage.lin))
    stage.play()
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (4, 2)


def test_two_thanks_to_one_person_in_one_breath_count_once(stage: Stage) -> None:
    first, second = helped(stage), helped(stage)
    stage.lin.say(stage.group, "谢谢", reply_to=first)
    stage.lin.say(stage.group, "谢谢", reply_to=second)
    stage.play()
    assert points(stage, stage.zhou) == 4
    assert "30 秒" in told(stage, stage.lin)[-1]
    stage.advance(31)
    stage.lin.say(stage.group, "谢谢", reply_to=second)
    stage.play()
    assert points(stage, stage.zhou) == 6


def test_who_left_can_not_be_paid(stage: Stage) -> None:
    message = helped(stage)
    stage.zhou.leave(stage.group)
    stage.lin.say(stage.group, "谢谢", reply_to=message)
    stage.play()
    assert points(stage, stage.zhou) == 0
    assert "不在群里" in told(stage, stage.lin)[-1]


def test_suspended_members_give_and_receive_nothing(stage: Stage) -> None:
    mine, theirs = helped(stage, stage.lin), helped(stage)
    lin = stage.member(stage.lin).id
    until = int(stage.clock.now()) + DAY_S
    stage.do(lambda tx: tx.run("UPDATE member SET suspended_until = :until WHERE id = :id", id=lin, until=until))
    stage.lin.say(stage.group, "谢谢", reply_to=theirs)
    stage.zhou.say(stage.group, "谢谢", reply_to=mine)
    stage.play()
    assert points(stage, stage.zhou) == points(stage, stage.lin) == 0
    assert "暂停" in told(stage, stage.lin)[-1]
    assert "暂停" not in told(stage, stage.zhou)[-1]


def test_a_hundred_reactions_of_everybody_pay_each_giver_once(stage: Stage) -> None:
    message = helped(stage)
    for _ in range(25):
        for person in (stage.lin, stage.he, stage.mo, stage.rui):
            stage.world.advance(1)
            person.react(message, None)
            person.react(message, "❤")
    stage.play()
    assert points(stage, stage.zhou) == 16


def test_nothing_happens_in_the_staff_group(stage: Stage) -> None:
    message = stage.mo.say(stage.staff, "排班好了")
    stage.rui.say(stage.staff, "谢谢", reply_to=message)
    stage.rui.react(message, "❤")
    stage.play()
    assert stage.said(stage.staff) == [] and points(stage, stage.mo) == 0


def test_a_brand_may_choose_other_words(stage: Stage) -> None:
    elsewhere = Stage(Programme(words={"thanks": ("辛苦了",)}))
    message = helped(elsewhere)
    elsewhere.lin.say(elsewhere.group, "谢谢", reply_to=message)
    elsewhere.lin.say(elsewhere.group, "辛苦了", reply_to=message)
    elsewhere.play()
    assert points(elsewhere, elsewhere.zhou) == 4


def test_the_most_thanked_are_those_whom_most_different_people_thanked(stage: Stage) -> None:
    for giver, helper, word in (
        (stage.lin, stage.zhou, "谢谢，视频一看就会"),
        (stage.he, stage.zhou, "感谢"),
        (stage.mo, stage.zhou, "thanks for the torque values"),
        (stage.zhou, stage.he, "谢谢"),
    ):
        giver.say(stage.group, word, reply_to=helped(stage, helper))
    stage.play()
    group, zhou = stage.community().id, stage.member(stage.zhou).id
    best, second = stage.do(lambda tx: thanks.helpers(tx, group, MONDAY, MONDAY, 10))
    assert (best.member, best.givers, best.thanks, best.points) == (zhou, 3, 3, 12)
    assert second.givers == 1
    words = stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))
    assert [said.reason for said in words] == ["for the torque values", "视频一看就会"]
    assert stage.do(lambda tx: thanks.helpers(tx, group, date(2026, 11, 17), date(2026, 11, 30), 10)) == []


def test_of_somebody_who_thanked_twice_the_longest_words_are_quoted(stage: Stage) -> None:
    for giver, word in ((stage.lin, "谢谢，好用"), (stage.lin, "谢谢，视频一看就会"), (stage.he, "谢谢，省了一趟")):
        giver.say(stage.group, word, reply_to=helped(stage, stage.zhou))
        stage.play()
        stage.clock.advance(60)
    group, zhou = stage.community().id, stage.member(stage.zhou).id
    words = stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))
    assert [said.reason for said in words] == ["视频一看就会", "省了一趟"]


def test_what_was_refused_does_not_count_towards_the_best(stage: Stage) -> None:
    for _ in range(4):
        stage.lin.say(stage.group, "谢谢，又学到了", reply_to=helped(stage))
        stage.play()
        stage.advance(60)
    stage.he.say(stage.group, "谢谢", reply_to=helped(stage, stage.mo))
    stage.rui.say(stage.group, "谢谢", reply_to=helped(stage, stage.mo))
    stage.play()
    group = stage.community().id
    best, second = stage.do(lambda tx: thanks.helpers(tx, group, MONDAY, MONDAY, 10))
    assert (best.member, best.givers) == (stage.member(stage.mo).id, 2)
    assert (second.givers, second.thanks, second.points) == (1, 3, 7)


def test_a_thank_taken_back_is_not_among_the_most_thanked_and_given_again_it_is(stage: Stage) -> None:
    stage.lin.say(stage.group, "谢谢，讲得真细", reply_to=helped(stage))
    stage.play()
    group, zhou = stage.community().id, stage.member(stage.zhou).id

    def seen() -> tuple[list[int], list[str]]:
        most = stage.do(lambda tx: thanks.helpers(tx, group, MONDAY, MONDAY, 10))
        words = stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))
        return [helper.member for helper in most], [said.reason for said in words]

    for standing in (([zhou], ["讲得真细"]), ([], []), ([zhou], ["讲得真细"])):
        assert seen() == standing
        newest = stage.do(lambda tx: ledger.of_member(tx, zhou, 1)[0].id)
        stage.owner.say(stage.world.private(stage.owner), f"/undo {newest} 再看看")
        stage.play()
        stage.press(stage.owner, stage.last(stage.owner), "确认撤回")


def test_a_reaction_put_on_and_off_leaves_one_line_in_why(stage: Stage) -> None:
    message = helped(stage)
    stage.do(lambda tx: tx.run("DELETE FROM message_author"))
    for emoji in ("❤", None, "❤", None, "🙏"):
        stage.lin.react(message, emoji)
    stage.play()
    lin = stage.member(stage.lin).id
    assert len(stage.do(lambda tx: outcomes.latest(tx, lin, 10))) == 1


def test_a_reason_given_before_it_counted_is_not_lost(stage: Stage) -> None:
    first, second = helped(stage), helped(stage)
    stage.lin.say(stage.group, "谢谢", reply_to=first)
    stage.lin.say(stage.group, "谢谢，这张图救了我", reply_to=second)
    stage.play()
    stage.advance(60)
    stage.lin.react(second, "❤")
    stage.play()
    group, zhou = stage.community().id, stage.member(stage.zhou).id
    [words] = stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))
    assert (words.reason, words.message) == ("这张图救了我", second.id)


def test_the_longer_of_two_words_is_meant() -> None:
    stage = Stage(Programme(words={"thanks": ("谢谢", "谢谢支持")}))
    stage.lin.say(stage.group, "谢谢支持，配件到了", reply_to=helped(stage))
    stage.play()
    group, zhou = stage.community().id, stage.member(stage.zhou).id
    [words] = stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))
    assert words.reason == "配件到了"


def test_a_silent_reader_of_long_ago_is_on_probation_not_a_stranger(stage: Stage) -> None:
    message = helped(stage)
    xin = stage.member(stage.xin).id
    stage.do(lambda tx: members.agree(tx, xin, 1, 0))
    stage.do(lambda tx: tx.run("DELETE FROM membership WHERE member = :id", id=xin))
    stage.xin.react(message, "❤")
    stage.play()
    [noted] = stage.do(lambda tx: outcomes.latest(tx, xin, 5))
    assert noted.outcome == "thanks/probation"
