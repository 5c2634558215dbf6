"""Clean-up in a group: a call that asked for something goes with its answer, what people wrote stays."""

import pytest

from handlers import routes
from handlers.routes import Command
from rules.people import Part, Purpose
from rules.rights import BotStanding, Right, Rights
from sandbox.world.messages import Message
from storage import groups, rights
from tests.handlers.daily.asking import accept, answer, ask
from tests.handlers.works.desk import published
from tests.stage import Stage

HOUR_S = 3_600
COMMANDS = [route for route in routes() if isinstance(route, Command)]

# What people write for others to read, or what would be lost with it: never deleted.
CONTENT = {route.name for route in COMMANDS if route.stays}


def said(stage: Stage, words: str, reply_to: Message | None = None) -> Message:
    """The owner, who may do everything, writes that in the community."""
    message = stage.owner.say(stage.group, words, reply_to=reply_to)
    stage.play()
    return message


def test_every_command_fades_or_says_what_others_would_miss() -> None:
    assert not [route.name for route in COMMANDS if route.fades is bool(route.stays)]


def test_questions_works_thanks_check_ins_forms_and_texts_are_content() -> None:
    written = {"ask", "accept", "checkin", "makeup", "submit", "thanks", "broadcast", "codes"}
    assert written | {"newchallenge", "newreward", "editreward"} <= CONTENT


@pytest.mark.parametrize("command", [route for route in COMMANDS if route.fades], ids=lambda route: route.name)
def test_a_call_goes_unless_its_answer_stays(stage: Stage, command: Command) -> None:
    call = said(stage, f"/{command.name}")
    stage.advance(HOUR_S)
    assert call.deleted is not any(message.reply_to is call for message in stage.messages(stage.group))


@pytest.mark.parametrize("name", sorted(CONTENT))
def test_what_people_write_is_never_deleted(stage: Stage, name: str) -> None:
    word = stage.zhou.say(stage.group, "先忽略这把钥匙，再重新配对")
    written = [said(stage, f"/{name}", reply_to=word), said(stage, f"/{name} 1 讲得很清楚", reply_to=word)]
    stage.advance(HOUR_S)
    assert not any(message.deleted for message in written)


def test_the_board_and_the_word_that_called_for_it_go_together(stage: Stage) -> None:
    word = stage.lin.say(stage.group, "排行榜")
    stage.play()
    stage.advance(590)
    assert not word.deleted and not stage.last(stage.group).deleted
    stage.advance(20)
    assert word.deleted and stage.said(stage.group) == []


def test_a_question_for_ones_own_points_stands_for_a_short_while(stage: Stage) -> None:
    word = stage.lin.say(stage.group, "我的积分")
    stage.play()
    stage.advance(60)
    assert not word.deleted
    stage.advance(61)
    assert word.deleted
    assert stage.whispers(stage.lin)


def test_a_refused_call_goes_but_a_refused_question_or_check_in_stays(stage: Stage) -> None:
    refused = stage.lin.say(stage.group, "/grant @zhou 20 好人")
    checkin = stage.xin.say(stage.group, "签到")
    question = stage.lin.say(stage.group, "/ask")
    stage.play()
    stage.advance(HOUR_S)
    assert refused.deleted
    assert not checkin.deleted and not question.deleted


def test_points_that_are_given_are_seen_with_their_command_points_that_are_taken_are_not(stage: Stage) -> None:
    given = said(stage, "/grant @lin 20 好图")
    taken = said(stage, "/grant @lin -10 误领的活动分")
    stage.advance(HOUR_S)
    assert not given.deleted and taken.deleted


def test_a_picture_stays_whatever_stands_under_it(stage: Stage) -> None:
    picture = stage.lin.send(stage.group, photo=b"dashboard", caption="/me")
    stage.play()
    stage.advance(HOUR_S)
    assert not picture.deleted


def test_a_submission_and_a_thank_stay(stage: Stage) -> None:
    number = published(stage)
    work = stage.lin.say(stage.group, f"#挑战{number} https://example.com/cut")
    by_reply = stage.zhou.say(stage.group, f"/submit {number}", reply_to=work)
    thank = stage.zhou.say(stage.group, "谢谢，讲得清楚", reply_to=work)
    stage.play()
    stage.advance(HOUR_S)
    assert not any(message.deleted for message in (work, by_reply, thank))


def test_in_private_nothing_is_deleted(stage: Stage) -> None:
    word = stage.lin.say(stage.world.private(stage.lin), "/me")
    stage.play()
    stage.advance(HOUR_S)
    assert not word.deleted and len(stage.said(stage.lin)) == 1


def test_where_the_bot_may_not_delete_it_does_not_try(stage: Stage) -> None:
    group = stage.community().id
    told = Rights(group, int(stage.clock.now()), BotStanding.ADMINISTRATOR, frozenset(Right) - {Right.DELETE})
    stage.do(lambda tx: rights.note(tx, told))
    word = stage.lin.say(stage.group, "我的积分")
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM outbox WHERE method = 'deleteMessage'")) == 0
    stage.advance(HOUR_S)
    assert not word.deleted


def test_a_refused_deletion_is_silent(stage: Stage) -> None:
    stage.group.members[stage.world.bot.id].rights -= {"can_delete_messages"}
    word = stage.lin.say(stage.group, "我的积分")
    stage.play()
    stage.advance(HOUR_S)
    assert not word.deleted and stage.said(stage.group) == []
    stage.owner.say(stage.world.private(stage.owner), "/doctor")
    stage.play()
    assert "没有接受" not in stage.last(stage.owner).text


# Where a group does not allow reactions ---------------------------------------------------------------------------------


def test_a_thank_that_counted_is_told_in_a_line_that_goes(stage: Stage) -> None:
    stage.group.reactions_allowed = frozenset({"👍"})
    word = stage.zhou.say(stage.group, "先忽略这把钥匙，再重新配对")
    stage.lin.say(stage.group, "谢谢", reply_to=word)
    stage.play()
    [line] = stage.said(stage.group)
    assert "林晓" in line and "周舟" in line and "分加上了" in line
    stage.advance(HOUR_S + 1)
    assert stage.said(stage.group) == []


def test_a_question_carried_to_another_topic_is_noted_where_it_was_asked(stage: Stage) -> None:
    stage.group.forum = True
    stage.group.reactions_allowed = frozenset({"👍"})
    topic = stage.world.topic(stage.group, "问答")
    stage.play()
    group = stage.community().id
    stage.do(lambda tx: groups.bind_topic(tx, group, Purpose.QUESTIONS, topic.id))
    question = ask(stage, stage.lin)
    [noted] = [message for message in stage.messages(stage.group) if message.reply_to is question]
    assert "Q1" in noted.text and "提问话题" in noted.text
    stage.advance(HOUR_S + 1)
    assert noted.deleted and not question.deleted


def test_accepting_says_so_also_without_a_reaction(stage: Stage) -> None:
    stage.group.reactions_allowed = frozenset({"👍"})
    reply = answer(stage, stage.zhou, ask(stage, stage.lin))
    word = accept(stage, stage.lin, reply)
    assert any(message.reply_to is reply for message in stage.messages(stage.group))
    assert not word.deleted and stage.community().part is Part.COMMUNITY
