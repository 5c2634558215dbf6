"""Accepting an answer and taking that back, as people do it."""

import random

import pytest

from actions.operations import audit
from rules.daily.shield import Shields
from rules.ledger.ledger import Cause
from rules.people import Role
from rules.programme.limits import Limits
from rules.programme.programme import Programme
from storage import audits, members
from storage.daily import acceptances, shields
from storage.ledger import ledger
from tests.handlers.daily.asking import REPLY, TEXT, accept, answer, ask, points, solved, told
from tests.stage import Stage

HOUR_S, DAY_S = 3600, 86_400


def test_the_asker_accepts_by_word_and_both_earn(stage: Stage) -> None:
    reply = solved(stage, stage.lin, stage.zhou)
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (15, 3)
    assert reply.reactions == {stage.world.bot.id: "🏆"}
    confirmation, thanks = stage.messages(stage.group)
    assert "Q1 已解决，\u2068周舟\u2069 的回答被采纳" in confirmation.text
    assert thanks.reply_to is reply
    assert "解决了 \u2068林晓\u2069 的问题（Q1），+15" in thanks.text


@pytest.mark.parametrize("words", ["采纳", "采纳！", "/accept", "/accept Q1"])
def test_word_and_command_do_the_same(stage: Stage, words: str) -> None:
    accept(stage, stage.lin, answer(stage, stage.zhou, ask(stage, stage.lin)), words)
    assert points(stage, stage.zhou) == 15


def test_a_button_offers_the_answers_to_the_asker_alone(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    answer(stage, stage.he, question, "换电池试试")
    answer(stage, stage.zhou, question)
    confirmation = stage.last(stage.group)
    assert "提问者本人或版主" in stage.press(stage.zhou, confirmation, "✅ 采纳回答")
    stage.press(stage.lin, confirmation, "✅ 采纳回答")
    [choice] = stage.whispers(stage.lin)
    assert "已采纳" in stage.press(stage.lin, choice, f"✅ 周舟：{REPLY}")
    assert "TA 得 +15。你也得 +3" in choice.text
    assert (points(stage, stage.zhou), points(stage, stage.he)) == (15, 0)


def test_without_an_answer_the_button_says_so(stage: Stage) -> None:
    ask(stage, stage.lin)
    assert "还没有人回答" in stage.press(stage.lin, stage.last(stage.group), "✅ 采纳回答")


def test_a_moderator_may_accept_for_the_asker(stage: Stage) -> None:
    reply = answer(stage, stage.zhou, ask(stage, stage.lin))
    accept(stage, stage.mo, reply)
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (15, 3)


def test_nobody_else_may_accept(stage: Stage) -> None:
    reply = answer(stage, stage.zhou, ask(stage, stage.lin))
    accept(stage, stage.he, reply)
    accept(stage, stage.rui, reply)
    assert points(stage, stage.zhou) == 0
    assert "提问者本人或版主" in told(stage, stage.he)


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
    assert "已经采纳过一条回答" in told(stage, stage.lin)


def test_pressing_twice_does_no_harm(stage: Stage) -> None:
    answer(stage, stage.zhou, ask(stage, stage.lin))
    confirmation = stage.last(stage.group)
    stage.press(stage.lin, confirmation, "✅ 采纳回答")
    [choice] = stage.whispers(stage.lin)
    first = stage.lin.press(choice, (0, 0))
    second = stage.lin.press(choice, (0, 0))
    stage.play()
    answers = [stage.world.presses[press].answer for press in (first, second)]
    assert "已采纳" in answers[0].text
    assert "已经用过" in answers[1].text
    assert points(stage, stage.zhou) == 15


def test_another_answer_is_accepted_only_after_taking_back(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    first, second = answer(stage, stage.zhou, question), answer(stage, stage.he, question, "换电池试试")
    accept(stage, stage.lin, first)
    accept(stage, stage.lin, second)
    assert "先发 /unaccept 1" in told(stage, stage.lin)
    stage.lin.say(stage.group, "/unaccept", reply_to=first)
    stage.play()
    assert "已撤回" in told(stage, stage.lin)
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (0, 0)
    assert first.reactions == {}
    accept(stage, stage.lin, second)
    assert (points(stage, stage.zhou), points(stage, stage.he), points(stage, stage.lin)) == (0, 15, 3)


def test_the_same_answer_may_be_accepted_again_and_pays_again(stage: Stage) -> None:
    reply = solved(stage, stage.lin, stage.zhou)
    for _ in range(3):
        stage.lin.say(stage.group, "/unaccept 1")
        stage.play()
        assert points(stage, stage.zhou) == 0
        accept(stage, stage.lin, reply)
        assert (points(stage, stage.zhou), stage.member(stage.zhou).contribution) == (15, 15)
        assert points(stage, stage.lin) == 3


def test_a_way_back_stands_under_the_result(stage: Stage) -> None:
    answer(stage, stage.zhou, ask(stage, stage.lin))
    confirmation = stage.last(stage.group)
    stage.press(stage.lin, confirmation, "✅ 采纳回答")
    [choice] = stage.whispers(stage.lin)
    stage.press(stage.lin, choice, f"✅ 周舟：{REPLY}")
    thanks = stage.last(stage.group)
    assert "已撤回" in stage.press(stage.lin, choice, "撤回采纳")
    assert points(stage, stage.zhou) == 0
    assert "重新开放" in thanks.text
    assert "Q1 已登记" in confirmation.text
    stage.evening()
    assert "15 分也一并收回" in stage.last(stage.zhou).text


@pytest.mark.parametrize("what", ["answer", "question", "confirmation", "thanks"])
def test_taking_back_works_by_reply_to_anything_about_the_question(stage: Stage, what: str) -> None:
    question = ask(stage, stage.lin)
    confirmation = stage.last(stage.group)
    reply = answer(stage, stage.zhou, question)
    accept(stage, stage.lin, reply)
    pointed = {"answer": reply, "question": question, "confirmation": confirmation, "thanks": stage.last(stage.group)}
    stage.lin.say(stage.group, "撤销采纳", reply_to=pointed[what])
    stage.play()
    assert points(stage, stage.zhou) == 0


def test_after_a_day_it_cannot_be_taken_back(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.clock.advance(24 * HOUR_S + 1)
    stage.lin.say(stage.group, "/unaccept 1")
    stage.play()
    assert "24 小时内" in told(stage, stage.lin)
    assert points(stage, stage.zhou) == 15


def test_others_cannot_take_back(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.zhou.say(stage.group, "/unaccept 1")
    stage.he.say(stage.group, "/unaccept 1")
    stage.play()
    assert points(stage, stage.zhou) == 15


def test_taking_back_nothing_is_said_to_be_nothing(stage: Stage) -> None:
    ask(stage, stage.lin)
    stage.lin.say(stage.group, "/unaccept 1")
    stage.lin.say(stage.group, "/unaccept 99")
    stage.lin.say(stage.group, "/unaccept")
    stage.play()
    shown = [whisper.text for whisper in stage.whispers(stage.lin)]
    assert "没有采纳的回答" in shown[0]
    assert "没找到你说的问题" in shown[1]
    assert "没找到你说的问题" in shown[2]


def spend(stage: Stage, amount: int, key: str = "spent") -> None:
    zhou, occasion = stage.member(stage.zhou), stage.occasion()
    cause = Cause(key, "deduction", stage.programme.version, occasion.now, occasion.day.isoformat())
    if points(stage, stage.zhou) >= amount:
        stage.do(lambda tx: ledger.take(tx, zhou.id, amount, cause))


def test_spent_points_keep_the_asker_from_taking_back_but_not_a_moderator(stage: Stage) -> None:
    reply = solved(stage, stage.lin, stage.zhou)
    spend(stage, 10)
    stage.lin.say(stage.group, "/unaccept", reply_to=reply)
    stage.play()
    assert "已经花掉了" in told(stage, stage.lin)
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (5, 3)
    stage.mo.say(stage.group, "/unaccept", reply_to=reply)
    stage.play()
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (0, 0)
    assert stage.member(stage.zhou).contribution == 0


def test_the_fourth_accepted_answer_of_an_asker_on_a_day_pays_nobody_and_says_why(stage: Stage) -> None:
    for subject, helper in zip(("雨刮", "轮胎", "音响"), (stage.zhou, stage.he, stage.zhou), strict=True):
        solved(stage, stage.lin, helper, f"{subject}坏了")
    assert (points(stage, stage.zhou), points(stage, stage.he), points(stage, stage.lin)) == (30, 15, 9)
    solved(stage, stage.lin, stage.he, "大灯坏了")
    assert (points(stage, stage.he), points(stage, stage.lin)) == (15, 9)
    assert "每天前 3 次采纳计分" in stage.last(stage.group).text
    stage.he.say(stage.group, "/why")
    stage.play()
    assert "Q4 的采纳这次没有计分" in told(stage, stage.he)
    stage.clock.advance(DAY_S)
    solved(stage, stage.lin, stage.he, "空调坏了")
    assert (points(stage, stage.he), points(stage, stage.lin)) == (30, 12)


def test_taking_back_frees_the_place_under_the_cap(stage: Stage) -> None:
    for subject in ("雨刮", "轮胎", "音响"):
        solved(stage, stage.lin, stage.zhou, f"{subject}坏了")
    stage.lin.say(stage.group, "/unaccept 3")
    stage.play()
    solved(stage, stage.lin, stage.he, "大灯坏了")
    assert (points(stage, stage.zhou), points(stage, stage.he)) == (30, 15)


def test_ones_own_answer_may_be_accepted_and_pays_nothing(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    own = answer(stage, stage.lin, question, "自己查到了：重启车机就好")
    accept(stage, stage.lin, own)
    assert points(stage, stage.lin) == 0
    assert "自己找到了 Q1 的答案" in stage.last(stage.group).text


def test_who_registers_a_question_for_somebody_earns_nothing_by_answering_it(stage: Stage) -> None:
    said = stage.lin.say(stage.group, "有人遇到蓝牙连不上吗")
    stage.mo.say(stage.group, "/ask", reply_to=said)
    stage.play()
    accept(stage, stage.lin, answer(stage, stage.mo, said))
    assert (points(stage, stage.mo), points(stage, stage.lin)) == (0, 0)


def test_an_answer_that_did_not_reply_is_accepted_when_the_asker_has_one_open_question(stage: Stage) -> None:
    before = stage.he.say(stage.group, "早")
    ask(stage, stage.lin)
    loose = stage.zhou.say(stage.group, REPLY)
    stage.play()
    accept(stage, stage.lin, before)
    assert "看不出这条回答的是哪个问题" in told(stage, stage.lin)
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
        assert "看不出" in told(stage, stage.lin)
    stage.zhou.as_chat = stage.channel
    posted = stage.zhou.say(stage.group, REPLY, reply_to=question)
    stage.zhou.as_chat = None
    stage.play()
    accept(stage, stage.lin, posted)
    assert points(stage, stage.zhou) == 0


def test_an_asker_agrees_to_the_covenant_before_accepting(stage: Stage) -> None:
    reply = answer(stage, stage.zhou, ask(stage, stage.xin))
    accept(stage, stage.xin, reply)
    [whisper] = stage.whispers(stage.xin)
    assert points(stage, stage.zhou) == 0
    stage.press(stage.xin, whisper, "我同意")
    accept(stage, stage.xin, reply)
    assert (points(stage, stage.zhou), points(stage, stage.xin)) == (15, 3)


def test_an_answerer_without_the_covenant_is_paid_once_they_agree(stage: Stage) -> None:
    solved(stage, stage.lin, stage.xin)
    assert points(stage, stage.xin) == 0
    stage.xin.start()
    stage.play()
    waiting = [message for message in stage.messages(stage.xin) if "这份积分就会到账" in message.text]
    stage.press(stage.xin, waiting[0], "我同意")
    assert (points(stage, stage.xin), stage.member(stage.xin).contribution) == (15, 15)
    stage.lin.say(stage.group, "/unaccept 1")
    stage.play()
    assert points(stage, stage.xin) == 0


def test_a_suspended_answerer_is_not_paid(stage: Stage) -> None:
    zhou = stage.member(stage.zhou)
    until = int(stage.clock.now()) + DAY_S
    stage.do(lambda tx: tx.run("UPDATE member SET suspended_until = :until WHERE id = :id", until=until, id=zhou.id))
    solved(stage, stage.lin, stage.zhou)
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (0, 3)


def test_an_accepted_answer_that_changes_is_shown_to_the_staff_once(stage: Stage) -> None:
    reply = solved(stage, stage.lin, stage.zhou)
    stage.zhou.edit(reply, "改成了广告")
    stage.zhou.edit(reply, "又改了一次")
    stage.play()
    [note] = stage.messages(stage.staff)
    assert "改成了广告" in note.text
    assert points(stage, stage.zhou) == 15


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
    assert TEXT[:4] not in stage.last(stage.group).text


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
    stage.press(stage.mo, stage.messages(stage.group)[0], "不用了")
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


def test_whatever_is_accepted_taken_back_and_spent_the_books_agree() -> None:
    stage = Stage(Programme(limits=Limits(flood_per_minute=10_000)))
    chance = random.Random(12)
    replies = [
        answer(stage, stage.zhou, ask(stage, stage.lin, f"{subject}坏了")) for subject in ("雨刮", "轮胎", "音响")
    ]
    for n in range(60):
        number = chance.randrange(3)
        actor = chance.choice((stage.lin, stage.mo))
        match chance.randrange(4):
            case 0 | 1:
                accept(stage, actor, replies[number])
            case 2:
                actor.say(stage.group, f"/unaccept {number + 1}")
            case 3:
                spend(stage, chance.randrange(1, 20), f"spent {n}")
        stage.play()
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert report.ok, report.problems
    standing = stage.do(lambda tx: [acceptances.standing(tx, number) for number in (1, 2, 3)])
    assert stage.member(stage.zhou).contribution == 15 * len([one for one in standing if one])
