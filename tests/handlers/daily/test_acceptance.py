"""Accepting an answer and taking that back, as people do it."""

import pytest

from rules.daily.shield import Shields
from rules.people import Role
from rules.programme.limits import Limits
from rules.programme.programme import Programme
from storage import audits, members
from storage.daily import shields
from storage.ledger import ledger
from tests.handlers.daily.asking import REPLY, accept, answer, ask, points, solved, told
from tests.stage import Stage

HOUR_S, DAY_S = 3600, 86_400


def test_the_asker_accepts_by_word_and_both_earn(stage: Stage) -> None:
    reply = solved(stage, stage.lin, stage.zhou)
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (15, 3)
    assert reply.reactions == {stage.world.bot.id: "🏆"}
    confirmation, thanks = stage.messages(stage.group)
    assert "Q1 解决了，采纳的是 \u2068周舟\u2069 的回答" in confirmation.text
    assert thanks.reply_to is reply
    assert "帮 \u2068林晓\u2069 搞定了" in thanks.text


@pytest.mark.parametrize("words", ["采纳", "采纳！", "/accept", "/accept Q1"])
def test_word_and_command_do_the_same(stage: Stage, words: str) -> None:
    accept(stage, stage.lin, answer(stage, stage.zhou, ask(stage, stage.lin)), words)
    assert points(stage, stage.zhou) == 15


def test_a_button_offers_the_answers_to_the_asker_alone(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    answer(stage, stage.he, question, "换电池试试")
    answer(stage, stage.zhou, question)
    confirmation = stage.last(stage.group)
    assert "提问的人或版主" in stage.press(stage.zhou, confirmation, "✅ 采纳回答")
    stage.press(stage.lin, confirmation, "✅ 采纳回答")
    [choice] = stage.whispers(stage.lin)
    assert "采纳了" in stage.press(stage.lin, choice, f"✅ 周舟：{REPLY}")
    assert "TA +15 分，你也 +3 分" in choice.text
    assert (points(stage, stage.zhou), points(stage, stage.he)) == (15, 0)


def test_without_an_answer_the_button_says_so(stage: Stage) -> None:
    ask(stage, stage.lin)
    assert "还没人回答" in stage.press(stage.lin, stage.last(stage.group), "✅ 采纳回答")


def test_a_moderator_may_accept_for_the_asker(stage: Stage) -> None:
    reply = answer(stage, stage.zhou, ask(stage, stage.lin))
    accept(stage, stage.mo, reply)
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (15, 3)


def test_nobody_else_may_accept(stage: Stage) -> None:
    reply = answer(stage, stage.zhou, ask(stage, stage.lin))
    accept(stage, stage.he, reply)
    accept(stage, stage.rui, reply)
    assert points(stage, stage.zhou) == 0
    assert "提问的人或版主" in told(stage, stage.he)


def test_a_moderator_does_not_accept_an_answer_of_their_own(stage: Stage) -> None:
    reply = answer(stage, stage.mo, ask(stage, stage.lin))
    accept(stage, stage.mo, reply)
    assert points(stage, stage.mo) == 0
    assert "自己的事不能自己经手" in told(stage, stage.mo)


def test_a_hundred_acceptances_at_once_pay_once() -> None:
    stage = Stage(Programme(limits=Limits(flood_per_minute=1000)))
    question = ask(stage, stage.lin)
    replies = [answer(stage, person, question) for person in (stage.zhou, stage.he)]
    for n in range(100):
        (stage.lin if n % 3 else stage.mo).say(stage.group, "采纳", reply_to=replies[n % 2])
    stage.play()
    assert points(stage, stage.zhou) + points(stage, stage.he) == 15
    assert points(stage, stage.lin) == 3
    assert "已经采纳过一条" in told(stage, stage.lin)


def test_pressing_twice_does_no_harm(stage: Stage) -> None:
    answer(stage, stage.zhou, ask(stage, stage.lin))
    confirmation = stage.last(stage.group)
    stage.press(stage.lin, confirmation, "✅ 采纳回答")
    [choice] = stage.whispers(stage.lin)
    first = stage.lin.press(choice, (0, 0))
    second = stage.lin.press(choice, (0, 0))
    stage.play()
    answers = [stage.world.presses[press].answer for press in (first, second)]
    assert "采纳了" in answers[0].text
    assert "用过或过期" in answers[1].text
    assert points(stage, stage.zhou) == 15


def test_an_answer_that_did_not_reply_is_accepted_when_the_asker_has_one_open_question(stage: Stage) -> None:
    before = stage.he.say(stage.group, "早")
    ask(stage, stage.lin)
    loose = stage.zhou.say(stage.group, REPLY)
    stage.play()
    accept(stage, stage.lin, before)
    assert "没看出这条答的是哪个问题" in told(stage, stage.lin)
    accept(stage, stage.lin, loose)
    assert (points(stage, stage.he), points(stage, stage.zhou)) == (0, 15)


def test_with_several_open_questions_the_number_says_which(stage: Stage) -> None:
    ask(stage, stage.lin)
    ask(stage, stage.lin, "天窗漏水怎么办")
    loose = stage.zhou.say(stage.group, REPLY)
    stage.play()
    accept(stage, stage.lin, loose)
    assert points(stage, stage.zhou) == 0
    accept(stage, stage.lin, loose, "/accept 2")
    assert points(stage, stage.zhou) == 15
    assert "（Q2）" in stage.last(stage.group).text


def test_forwarded_words_the_bots_and_channels_are_no_answers(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    source = stage.zhou.say(stage.world.private(stage.zhou), REPLY)
    stage.play()
    for pointed in (stage.zhou.forward(source, stage.group), stage.last(stage.group)):
        accept(stage, stage.lin, pointed)
        assert "没看出" in told(stage, stage.lin)
    stage.zhou.as_chat = stage.channel
    posted = stage.zhou.say(stage.group, REPLY, reply_to=question)
    stage.zhou.as_chat = None
    stage.play()
    accept(stage, stage.lin, posted)
    assert points(stage, stage.zhou) == 0


def test_an_accepted_answer_is_shown_to_the_staff_each_time_it_changes(stage: Stage) -> None:
    reply = solved(stage, stage.lin, stage.zhou)
    stage.zhou.edit(reply, "改成了广告")
    stage.zhou.edit(reply, "又改了一次")
    stage.play()
    first, second = stage.messages(stage.staff)
    assert "改成了广告" in first.text
    assert "又改了一次" in second.text
    assert points(stage, stage.zhou) == 15


def test_an_accepted_answer_is_found_as_it_reads_now(stage: Stage) -> None:
    reply = solved(stage, stage.lin, stage.zhou)
    for words in ("先长按电源键十秒", "先长按电源键十二秒再配对"):
        stage.zhou.edit(reply, words)
        stage.play()
    stage.he.say(stage.world.private(stage.he), "/find 长按电源键")
    stage.play()
    found = stage.last(stage.he).text
    assert "十二秒再配对" in found and REPLY not in found


def test_an_answer_edited_before_it_is_accepted_disturbs_nobody(stage: Stage) -> None:
    reply = answer(stage, stage.zhou, ask(stage, stage.lin))
    stage.zhou.edit(reply, "更正：重新配对就好")
    stage.play()
    assert stage.messages(stage.staff) == []
    accept(stage, stage.lin, reply)
    assert points(stage, stage.zhou) == 15


def test_a_command_in_an_edit_accepts_nothing(stage: Stage) -> None:
    reply = answer(stage, stage.zhou, ask(stage, stage.lin))
    message = stage.lin.say(stage.group, "好", reply_to=reply)
    stage.play()
    stage.lin.edit(message, "采纳")
    stage.play()
    assert points(stage, stage.zhou) == 0


def test_the_points_are_the_groups_also_when_the_button_was_pressed_in_private(stage: Stage) -> None:
    stage.advance(1)
    answer(stage, stage.zhou, ask(stage, stage.lin))
    stage.advance(DAY_S + HOUR_S)
    stage.evening()
    stage.press(stage.lin, stage.last(stage.lin), "✅ Q1 采纳")
    stage.press(stage.lin, stage.last(stage.lin), f"✅ 周舟：{REPLY}")
    group, zhou = stage.community(), stage.member(stage.zhou)
    entries = stage.do(lambda tx: ledger.of_member(tx, zhou.id, 5))
    assert [(entry.group, entry.rule) for entry in entries] == [(group.id, "answer_accepted")]
    assert REPLY not in stage.last(stage.group).text


def test_a_promotion_by_an_accepted_answer_is_told_once_gathered_with_others(stage: Stage) -> None:
    for n, subject in enumerate(("雨刮", "轮胎", "音响", "座椅")):
        solved(stage, (stage.lin, stage.he)[n % 2], stage.zhou, f"{subject}坏了")
    stage.advance(HOUR_S)
    assert sum("活跃车友" in text for text in stage.said(stage.group)) == 1


def test_roles_given_by_telegram_alone_allow_nothing(stage: Stage) -> None:
    he = stage.member(stage.he)
    assert stage.do(lambda tx: Role.MODERATOR in members.roles(tx, he.id)) is False
    reply = answer(stage, stage.zhou, ask(stage, stage.lin))
    stage.group.members[stage.he.id].status = "administrator"
    accept(stage, stage.he, reply)
    assert points(stage, stage.zhou) == 0


def test_what_a_moderator_decides_for_an_asker_is_in_the_audit_log(stage: Stage) -> None:
    said = stage.lin.say(stage.group, "有人遇到蓝牙连不上吗")
    stage.mo.say(stage.group, "/ask", reply_to=said)
    stage.play()
    reply = answer(stage, stage.zhou, said)
    accept(stage, stage.mo, reply)
    stage.mo.say(stage.group, "/unaccept 1")
    stage.play()
    stage.press(stage.mo, stage.messages(stage.group)[0], "已经解决")
    lin, mo = stage.member(stage.lin), stage.member(stage.mo)
    acts = stage.do(lambda tx: audits.about(tx, lin.id, 10))
    assert [act.act.removeprefix("question.") for act in reversed(acts)] == ["register", "accept", "unaccept", "close"]
    assert {act.actor for act in acts} == {mo.id}


def test_accepted_answers_are_helps_that_earn_a_shield_each_question_once(stage: Stage) -> None:
    reply = solved(stage, stage.lin, stage.zhou)
    stage.lin.say(stage.group, "/unaccept 1")
    stage.play()
    accept(stage, stage.lin, reply)
    zhou = stage.member(stage.zhou)
    assert stage.do(lambda tx: shields.get(tx, zhou.id)) == Shields(have=0, helps=1)
