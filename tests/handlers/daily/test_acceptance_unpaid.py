"""Accepted answers that pay nobody, or somebody later."""

from tests.handlers.daily.asking import accept, answer, ask, points, solved, told
from tests.stage import Stage

HOUR_S, DAY_S = 3600, 86_400


def test_the_fourth_accepted_answer_of_an_asker_on_a_day_pays_nobody_and_says_why(stage: Stage) -> None:
    for subject, helper in zip(("雨刮", "轮胎", "音响"), (stage.zhou, stage.he, stage.zhou), strict=True):
        solved(stage, stage.lin, helper, f"{subject}坏了")
    assert (points(stage, stage.zhou), points(stage, stage.he), points(stage, stage.lin)) == (30, 15, 9)
    solved(stage, stage.lin, stage.he, "大灯坏了")
    assert (points(stage, stage.he), points(stage, stage.lin)) == (15, 9)
    assert "每天前 3 次采纳加分" in stage.last(stage.group).text
    stage.he.say(stage.group, "/why")
    stage.play()
    assert "Q4 的采纳没有加分" in told(stage, stage.he)
    stage.clock.advance(DAY_S)
    solved(stage, stage.lin, stage.he, "空调坏了")
    assert (points(stage, stage.he), points(stage, stage.lin)) == (30, 12)


def test_ones_own_answer_may_be_accepted_and_pays_nothing(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    own = answer(stage, stage.lin, question, "自己查到了：重启车机就好")
    accept(stage, stage.lin, own)
    assert points(stage, stage.lin) == 0
    assert "还写了出来（Q1）" in stage.last(stage.group).text


def test_who_registers_a_question_for_somebody_earns_nothing_by_answering_it(stage: Stage) -> None:
    said = stage.lin.say(stage.group, "有人遇到蓝牙连不上吗")
    stage.mo.say(stage.group, "/ask", reply_to=said)
    stage.play()
    accept(stage, stage.lin, answer(stage, stage.mo, said))
    assert (points(stage, stage.mo), points(stage, stage.lin)) == (0, 0)


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
    waiting = [message for message in stage.messages(stage.xin) if "这份积分马上到账" in message.text]
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


def test_who_has_left_is_not_paid_for_an_answer_that_is_accepted_afterwards(stage: Stage) -> None:
    reply = answer(stage, stage.zhou, ask(stage, stage.lin))
    stage.zhou.leave(stage.group)
    stage.play()
    accept(stage, stage.lin, reply)
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (0, 3)
    assert "搞定了" in stage.last(stage.group).text and "+15" not in stage.last(stage.group).text
