"""Asking, as people do it."""

import pytest

from rules.people import Purpose, Role
from sandbox.world.people import Person
from storage import groups, members
from storage.daily import questions
from tests.handlers.daily.asking import REPLY, TEXT, accept, answer, ask, points, solved, told
from tests.stage import Stage

HOUR_S, DAY_S = 3600, 86_400


@pytest.mark.parametrize("words", ["/ask 蓝牙连不上", "#提问 蓝牙连不上", "蓝牙连不上 #提问", "/ask@kocbot 蓝牙连不上"])
def test_a_question_gets_a_number_and_one_quiet_line(stage: Stage, words: str) -> None:
    question = stage.lin.say(stage.group, words)
    stage.play()
    [confirmation] = stage.messages(stage.group)
    assert "记下了，Q1" in confirmation.text
    assert confirmation.reply_to is question


def test_a_newcomer_may_ask_before_agreeing_to_the_covenant(stage: Stage) -> None:
    ask(stage, stage.xin)
    assert "记下了，Q1" in stage.last(stage.group).text
    assert stage.whispers(stage.xin) == []


def test_an_empty_question_is_met_with_an_example_for_the_asker_alone(stage: Stage) -> None:
    stage.lin.say(stage.group, "/ask ？？")
    stage.play()
    assert stage.said(stage.group) == []
    assert "/ask 冬天续航" in told(stage, stage.lin)


def test_a_question_that_is_too_long_is_refused_with_the_limit(stage: Stage) -> None:
    stage.lin.say(stage.group, "/ask " + "问" * 1001)
    stage.play()
    assert "最多 1000 个" in told(stage, stage.lin)


def test_nobody_keeps_more_than_five_questions_open(stage: Stage) -> None:
    for subject in ("雨刮", "轮胎", "音响", "座椅", "大灯", "空调"):
        ask(stage, stage.lin, f"{subject}坏了")
    assert len(stage.said(stage.group)) == 5
    assert "5 个问题还开着" in told(stage, stage.lin)


@pytest.mark.parametrize("text", ["/ask 蓝牙连不上", "#提问 蓝牙连不上", "提问：蓝牙连不上"])
def test_a_question_in_private_is_given_along_for_the_group(stage: Stage, text: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), text)
    stage.play()
    assert "群里" in stage.last(stage.lin).text
    [[copy]] = stage.last(stage.lin).buttons
    assert copy.copies == "#提问 蓝牙连不上"


def test_a_question_in_private_that_was_answered_before_is_answered_there(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.he.say(stage.world.private(stage.he), "#提问 蓝牙钥匙连不上手机")
    stage.play()
    assert REPLY in stage.last(stage.he).text


def test_in_the_staff_group_no_question_is_asked(stage: Stage) -> None:
    stage.mo.say(stage.staff, "#提问 蓝牙连不上")
    stage.play()
    assert stage.said(stage.staff) == []


def test_a_forwarded_question_is_a_quotation(stage: Stage) -> None:
    message = stage.lin.say(stage.world.private(stage.lin), "#提问 蓝牙连不上")
    stage.play()
    stage.lin.forward(message, stage.group)
    stage.play()
    assert stage.said(stage.group) == []


def test_a_moderator_makes_somebodys_message_a_question_and_it_belongs_to_its_author(stage: Stage) -> None:
    said = stage.xin.say(stage.group, "有人遇到蓝牙连不上吗")
    stage.mo.say(stage.group, "/ask", reply_to=said)
    stage.play()
    assert "新新" in stage.last(stage.group).text
    reply = answer(stage, stage.zhou, said)
    stage.press(stage.xin, stage.last(stage.group), "✅ 采纳回答")
    assert REPLY in told(stage, stage.xin)
    accept(stage, stage.mo, reply)
    assert points(stage, stage.zhou) == 15


def test_a_message_becomes_a_question_once(stage: Stage) -> None:
    said = stage.xin.say(stage.group, "有人遇到蓝牙连不上吗")
    for _ in range(3):
        stage.mo.say(stage.group, "/ask", reply_to=said)
    stage.play()
    assert len(stage.said(stage.group)) == 1
    assert "已经是 Q1" in told(stage, stage.mo)


def test_only_moderators_make_others_words_a_question(stage: Stage) -> None:
    said = stage.xin.say(stage.group, "有人遇到蓝牙连不上吗")
    stage.lin.say(stage.group, "/ask", reply_to=said)
    stage.play()
    assert stage.said(stage.group) == []
    assert "把问题写在后面" in told(stage, stage.lin)


def test_what_was_forwarded_is_nobodys_question(stage: Stage) -> None:
    said = stage.xin.say(stage.group, "有人遇到蓝牙连不上吗")
    copy = stage.lin.forward(said, stage.group)
    stage.mo.say(stage.group, "/ask", reply_to=copy)
    stage.play()
    assert stage.said(stage.group) == []
    assert "本人来问" in told(stage, stage.mo)


def test_replies_to_the_question_or_to_its_confirmation_are_answers_without_a_word_from_the_bot(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    answer(stage, stage.zhou, question)
    answer(stage, stage.he, stage.last(stage.group), "换电池试试")
    answer(stage, stage.lin, question, "补充：是 2023 款")
    known = stage.do(lambda tx: [(one.member, one.text) for one in questions.answers(tx, 1, 10)])
    assert known == [(stage.member(stage.zhou).id, REPLY), (stage.member(stage.he).id, "换电池试试")]
    assert len(stage.said(stage.group)) == 1


def test_the_asker_closes_a_question_and_nobody_else_can(stage: Stage) -> None:
    ask(stage, stage.lin)
    confirmation = stage.last(stage.group)
    assert "提问的人或版主" in stage.press(stage.zhou, confirmation, "已经解决")
    assert "关上了" in stage.press(stage.lin, confirmation, "已经解决")
    assert "已经找到答案" in confirmation.text
    assert points(stage, stage.lin) == 0


def test_in_a_forum_the_question_is_carried_to_its_topic_and_replies_there_count(stage: Stage) -> None:
    stage.group.forum = True
    topic = stage.world.topic(stage.group, "问答")
    stage.world.updates.clear()
    group = stage.community()
    stage.do(lambda tx: groups.bind_topic(tx, group.id, Purpose.QUESTIONS, topic.id))
    question = ask(stage, stage.lin)
    [carried] = stage.messages(stage.group)
    assert carried.topic is topic
    assert TEXT in carried.text
    assert question.reactions == {stage.world.bot.id: "✍"}
    reply = stage.zhou.say(stage.group, REPLY, reply_to=carried, topic=topic)
    stage.play()
    accept(stage, stage.mo, reply)
    assert points(stage, stage.zhou) == 15
    assert stage.last(stage.group).topic is topic


def test_an_edited_question_is_kept_in_its_new_words(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    stage.lin.edit(question, "/ask 天窗漏水怎么办")
    stage.play()
    assert stage.do(lambda tx: questions.get(tx, 1)).text == "天窗漏水怎么办"


def test_open_questions_are_listed_for_the_one_who_asks_and_pages_turn_in_place(stage: Stage) -> None:
    for person, subject in zip(
        (stage.lin, stage.zhou, stage.he, stage.mo, stage.rui, stage.owner), "雨轮音座大空", strict=True
    ):
        ask(stage, person, f"{subject}{subject}怎么修")
    answer(stage, stage.zhou, stage.group.messages[min(stage.group.messages)], "不知道")
    before = len(stage.said(stage.group))
    stage.zhou.say(stage.group, "/questions")
    stage.play()
    [page] = stage.whispers(stage.zhou)
    assert "共 6 个，第 1/2 页" in page.text
    stage.press(stage.zhou, page, "下一页 ›")
    assert "第 2/2 页" in page.text
    assert len(stage.whispers(stage.zhou)) == 1
    assert len(stage.said(stage.group)) == before


def test_the_list_in_private_leads_to_the_groups_where_one_is(stage: Stage) -> None:
    ask(stage, stage.lin)
    stage.zhou.say(stage.world.private(stage.zhou), "/questions")
    stage.play()
    assert "https://t.me/c/" in str(stage.last(stage.zhou).entities)
    stranger = stage.world.person("路人")
    stranger.start()
    stage.play()
    stranger.say(stage.world.private(stranger), "/questions")
    stage.play()
    assert "要先进群" in stage.last(stranger).text


def test_staff_see_the_questions_of_their_groups_where_they_work(stage: Stage) -> None:
    ask(stage, stage.lin)
    stage.mo.say(stage.staff, "/questions")
    stage.play()
    [told] = [whisper.text for whisper in stage.staff.ephemeral.values()]
    assert "待解答的问题（共 1 个）" in told


def test_an_asker_is_reminded_once_with_buttons_that_work(stage: Stage) -> None:
    stage.advance(1)
    reply = answer(stage, stage.zhou, ask(stage, stage.lin))
    said_before = len(stage.messages(stage.lin))
    for _ in range(4):
        stage.advance(DAY_S)
        stage.evening()
    new = stage.messages(stage.lin)[said_before:]
    assert len(new) == 1
    assert "有 1 条回复了" in new[0].text
    stage.press(stage.lin, new[0], "✅ Q1 采纳")
    choice = stage.last(stage.lin)
    assert "采纳了" in stage.press(stage.lin, choice, f"✅ 周舟：{REPLY}")
    assert "TA +15 分" in choice.text
    assert reply.reactions == {stage.world.bot.id: "🏆"}
    assert points(stage, stage.zhou) == 15


def test_an_asker_who_cannot_be_written_to_is_reminded_in_the_group_and_that_fades(stage: Stage) -> None:
    stage.advance(1)
    question = ask(stage, stage.xin)
    stage.advance(DAY_S + HOUR_S)
    nudge = stage.last(stage.group)
    assert nudge.reply_to is question
    assert "还在等答案" in nudge.text
    stage.advance(DAY_S + 60)
    assert nudge.deleted


def test_solved_and_closed_questions_are_not_reminded_of(stage: Stage) -> None:
    stage.advance(1)
    accept(stage, stage.lin, answer(stage, stage.zhou, ask(stage, stage.lin)))
    stage.advance(DAY_S + HOUR_S)
    stage.evening()
    assert not [text for text in stage.said(stage.lin) if "还开着" in text]


def mentor(stage: Stage, person: Person) -> None:
    member = stage.member(person)
    stage.do(lambda tx: members.give_role(tx, member.id, Role.MENTOR, None, 0))


def test_mentors_are_told_once_a_day_what_nobody_has_answered(stage: Stage) -> None:
    mentor(stage, stage.he)
    stage.advance(1)
    answer(stage, stage.zhou, ask(stage, stage.lin, "雨刮异响怎么办"))
    ask(stage, stage.lin, "天窗漏水怎么办")
    before = len(stage.messages(stage.he))
    stage.evening()
    [digest] = stage.messages(stage.he)[before:]
    assert "天窗漏水" in digest.text
    assert "雨刮" not in digest.text


def test_without_unanswered_questions_mentors_hear_nothing(stage: Stage) -> None:
    mentor(stage, stage.he)
    stage.advance(1)
    before = len(stage.messages(stage.he))
    stage.evening()
    assert len(stage.messages(stage.he)) == before


def test_words_of_answers_that_were_not_accepted_are_forgotten(stage: Stage) -> None:
    stage.advance(1)
    question = ask(stage, stage.lin)
    answer(stage, stage.zhou, question)
    accept(stage, stage.lin, answer(stage, stage.he, question, "换电池试试"))
    stage.advance(15 * DAY_S)
    assert [one.text for one in stage.do(lambda tx: questions.answers(tx, 1, 10))] == [None, None]
    stage.zhou.say(stage.group, "/find 电池")
    stage.play()
    assert "换电池试试" in told(stage, stage.zhou)
