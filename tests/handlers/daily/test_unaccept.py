"""Taking an acceptance back: who may, how long, and what becomes of the points."""

import random

import pytest

from actions.operations import audit
from rules.ledger.ledger import Cause
from rules.programme.limits import Limits
from rules.programme.programme import Programme
from storage.daily import acceptances
from storage.ledger import ledger
from tests.handlers.daily.asking import REPLY, accept, answer, ask, points, solved, told
from tests.stage import Stage

HOUR_S, DAY_S = 3600, 86_400


def test_another_answer_is_accepted_only_after_taking_back(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    first, second = answer(stage, stage.zhou, question), answer(stage, stage.he, question, "换电池试试")
    accept(stage, stage.lin, first)
    accept(stage, stage.lin, second)
    assert "先发 /unaccept 1" in told(stage, stage.lin)
    stage.lin.say(stage.group, "/unaccept", reply_to=first)
    stage.play()
    assert "撤回了" in told(stage, stage.lin)
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
    assert "撤回了" in stage.press(stage.lin, choice, "撤回采纳")
    assert points(stage, stage.zhou) == 0
    assert "继续等答案" in thanks.text
    assert "记下了，Q1" in confirmation.text
    stage.evening()
    assert "15 分也跟着收回" in stage.last(stage.zhou).text


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
    assert "没认出是哪个问题" in shown[1]
    assert "没认出是哪个问题" in shown[2]


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


def test_taking_back_frees_the_place_under_the_cap(stage: Stage) -> None:
    for subject in ("雨刮", "轮胎", "音响"):
        solved(stage, stage.lin, stage.zhou, f"{subject}坏了")
    stage.lin.say(stage.group, "/unaccept 3")
    stage.play()
    solved(stage, stage.lin, stage.he, "大灯坏了")
    assert (points(stage, stage.zhou), points(stage, stage.he)) == (30, 15)


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
