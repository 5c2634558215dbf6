"""A group becomes a supergroup, where the numbers of messages begin anew: on purpose the same ones are met again here."""

import pytest

from rules.people import Group, Part
from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import groups
from storage.daily import thanks
from storage.engine.tx import Tx
from storage.ledger import ledger
from storage.post import moves, outbox
from storage.post.bodies import DeleteMessage, EditMessageCaption, SendMessage
from storage.post.letters import Letter, Unworded, taken_out
from tests.letters import letters_by_state
from tests.stage import Stage

ASKED, ANSWERED, ACCEPTED, THANKED, HELPED = 101, 102, 103, 105, 104


class Village:
    """A small group that moves whenever it is told to."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        people = [stage.owner, stage.mo, stage.lin, stage.zhou, stage.he]
        self.chat = stage.world.group("小群", kind="group", people=people, bot="administrator")
        stage.world.updates.clear()
        self.group = self._activated(self.chat)

    def _activated(self, chat: Chat) -> Group:
        now = int(self.stage.clock.now())
        return self.stage.do(
            lambda tx: groups.activate(tx, chat.id, chat.title, Part.COMMUNITY, "Asia/Shanghai", "zh", now)
        )

    def move(self) -> None:
        """To the next address; Telegram itself knows but one such move, the tables stand more."""
        old = self.chat
        if old.kind == "group":
            self.chat = self.stage.world.migrate(old)
            self.stage.play()
            return
        self.chat = self.stage.world.group("小群", people=[m.person for m in old.members.values()], bot="administrator")
        self.stage.world.updates.clear()
        self.stage.do(lambda tx: moves.migrate(tx, old.id, self.chat.id))

    def say(self, person: Person, text: str, number: int, reply_to: Message | None = None) -> Message:
        """Said under a number of our choice."""
        self.stage.world._box_id = number - 1
        self.chat.last_message_id = number - 1
        message = person.say(self.chat, text, reply_to=reply_to)
        assert message.id == number
        self.stage.play()
        return message

    def live(self, words: str) -> None:
        """A question is asked, answered and accepted, and somebody is thanked, under the same numbers in every era."""
        stage = self.stage
        question = self.say(stage.lin, f"/ask {words}怎么办？", ASKED)
        answer = self.say(stage.zhou, f"试试{words}的办法", ANSWERED, reply_to=question)
        self.say(stage.lin, "采纳", ACCEPTED, reply_to=answer)
        helped = self.say(stage.he, "先看胎压，再看轮毂", HELPED)
        self.say(stage.mo, "谢谢，讲得特别清楚", THANKED, reply_to=helped)


@pytest.fixture
def village(stage: Stage) -> Village:
    return Village(stage)


def _points(stage: Stage, person: Person) -> int:
    member = stage.member(person)
    return stage.do(lambda tx: ledger.balance(tx, member.id)).free


def test_the_same_numbers_in_three_eras_pay_three_times_once_each(village: Village) -> None:
    stage = village.stage
    earned = []
    for words in ("蓝牙钥匙", "后备箱异响", "冬天续航"):
        before = {person.id: _points(stage, person) for person in (stage.lin, stage.zhou, stage.he)}
        village.live(words)
        earned.append([_points(stage, person) - before[person.id] for person in (stage.lin, stage.zhou, stage.he)])
        stage.advance(86_400)
        village.move()
    assert earned[0][0] > 0 and earned[0][1] > 0 and earned[0][2] > 0
    assert earned[1][:2] == earned[2][:2] == earned[0][:2]
    assert all(helper > 0 for _, _, helper in earned)
    kept = stage.do(lambda tx: tx.value("SELECT count(*) FROM thanks WHERE outcome = 'credited'"))
    assert kept == 3
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM question WHERE state = 'solved'")) == 3


def test_what_is_told_twice_moves_once(village: Village) -> None:
    village.live("蓝牙钥匙")
    old = village.chat.id
    village.move()
    before = village.stage.do(_numbers)
    village.stage.do(lambda tx: moves.migrate(tx, old, village.chat.id))
    assert village.stage.do(_numbers) == before
    assert all(number < 0 for number in before)


def _numbers(tx: Tx) -> list[int]:
    return [row.message for row in tx.all("SELECT message FROM question UNION ALL SELECT message FROM answer")]


def test_what_is_found_later_has_no_link_to_a_message_that_is_another_one_now(village: Village) -> None:
    stage = village.stage
    village.live("蓝牙钥匙")
    village.move()
    village.say(stage.zhou, "大家好", ANSWERED)
    stage.lin.say(stage.world.private(stage.lin), "/find 蓝牙钥匙")
    stage.play()
    found = stage.last(stage.lin)
    assert "试试蓝牙钥匙的办法" in found.text
    assert all(entity.type != "text_link" for entity in found.entities)


def test_a_question_of_before_can_still_be_answered_and_quotes_nobody_elses_words(village: Village) -> None:
    stage = village.stage
    village.say(stage.lin, "/ask 蓝牙钥匙怎么办？", ASKED)
    village.move()
    stranger = village.say(stage.he, "今天天气真好", ASKED)
    answer = village.say(stage.zhou, "忽略这把钥匙再配对", ANSWERED)
    before = _points(stage, stage.zhou)
    village.say(stage.lin, "/accept 1", ACCEPTED, reply_to=answer)
    assert _points(stage, stage.zhou) > before
    assert all(message.reply_to is not stranger for message in stage.messages(village.chat))


def test_answers_of_before_and_of_now_are_told_apart(village: Village) -> None:
    stage = village.stage
    question = village.say(stage.lin, "/ask 蓝牙钥匙怎么办？", ASKED)
    village.say(stage.zhou, "忽略这把钥匙再配对", ANSWERED, reply_to=question)
    village.move()
    other = village.say(stage.lin, "/ask 冬天续航怎么办？", ASKED)
    village.say(stage.he, "开座椅加热", ANSWERED, reply_to=other)

    def look(tx: Tx) -> None:
        rows = tx.all("SELECT question, message FROM answer ORDER BY question")
        assert [(row.question, row.message > 0) for row in rows] == [(1, False), (2, True)]
        assert thanks.get(tx, village.group.id, HELPED, 1) is None

    stage.do(look)


def test_letters_that_wait_are_no_replies_any_more_and_touch_no_message_of_now(stage: Stage) -> None:
    village = Village(stage)
    old = village.chat.id
    quote = {"message_id": 5, "allow_sending_without_reply": True}
    letters = [
        Letter(old, DeleteMessage(5), delay_s=60),
        Letter(old, SendMessage("谢谢", reply_parameters=quote)),
        Letter(old, SendMessage("你好"), fallback=Letter(old, SendMessage("另说", reply_parameters=quote))),
        Letter(old, SendMessage("再会"), fallback=Unworded(old, "{}", reply_to=5)),
        Letter(old, SendMessage("早"), fallback=Letter(old, EditMessageCaption(5, "另说"))),
    ]
    stage.do(lambda tx: outbox.put(tx, letters, int(stage.clock.now())))
    moved = -1009999
    stage.do(lambda tx: moves.migrate(tx, old, moved))
    [reply, other, unworded, nothing] = stage.do(lambda tx: outbox.queued(tx, 0, 10))
    assert (reply.lane, reply.said) == (moved, SendMessage("谢谢"))
    assert taken_out(other.fallback or "") == Letter(moved, SendMessage("另说"))
    assert taken_out(unworded.fallback or "") == Unworded(moved, "{}")
    assert nothing.fallback is None
    assert stage.do(letters_by_state) == {"dropped": 1, "queued": 4}
