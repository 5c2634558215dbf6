"""At most one unprompted private message a day."""

import pytest

from bot.upkeep.housekeeping import sweep
from rules.note import MOST_TOLD, Matter, Quiet
from rules.stage import Stage as Step
from storage import members, notes
from storage.engine.tx import Tx
from tests.handlers.daily.asking import answer, ask
from tests.handlers.journey.test_stage import put
from tests.handlers.works.desk import STANDARD, labels, published
from tests.stage import Stage

HOUR_S, DAY_S = 3_600, 86_400
FAR = 2_000_000_000


def grant(stage: Stage, words: str) -> None:
    stage.mo.say(stage.staff, f"/grant {words}")
    stage.play()


def note(stage: Stage, about: str, matter: Matter = Matter.NEWS, text: str = "", ends: int = FAR) -> None:
    lin = stage.member(stage.lin).id
    now = int(stage.clock.now())
    stage.do(lambda tx: notes.put(tx, lin, matter, f"unaccepted:0:{about}", text or f"关于{about}", "[]", now, ends))


def test_several_things_of_a_day_are_one_message_in_the_evening(stage: Stage) -> None:
    grant(stage, "@lin 60 夜里帮新车友拖车")
    grant(stage, "@lin -5 误领的活动分")
    stage.advance(2 * HOUR_S)
    assert stage.said(stage.lin) == []
    stage.evening()
    [told] = stage.said(stage.lin)
    assert "今天有几件事跟你说" in told
    assert told.index("你升到“活跃车友”了") < told.index("误领的活动分")
    assert "夜里帮新车友拖车" in told and "/quiet" in told


def test_two_things_with_the_same_button_are_told_apart_by_a_number(stage: Stage) -> None:
    put(stage, stage.zhou, Step.ACTIVE)
    published(stage)
    published(stage, STANDARD.replace("标题：", "标题：第二个"))
    grant(stage, "@zhou 60 夜里帮新车友拖车")
    stage.evening()
    told = stage.last(stage.zhou)
    [first, second] = [label for label in labels(told) if "看看" in label]
    assert (first, second) == ("① 看看", "② 看看")
    assert "① 🎯 新挑战“" in told.text and "② 🎯 新挑战“第二个" in told.text
    assert not [line for line in told.text.splitlines() if "③" in line], "what has no such button needs no number"


def test_what_comes_after_the_message_waits_for_the_next_evening(stage: Stage) -> None:
    grant(stage, "@lin 5 好图")
    stage.evening()
    grant(stage, "@lin 7 又一张好图")
    stage.advance(300)
    stage.advance(3 * HOUR_S)
    assert len(stage.said(stage.lin)) == 1
    stage.evening()
    assert len(stage.said(stage.lin)) == 2
    assert "今天有件事跟你说" in stage.said(stage.lin)[1]


def test_nothing_to_say_is_not_said(stage: Stage) -> None:
    stage.evening()
    stage.evening()
    assert stage.said(stage.lin) == []


def test_after_a_crash_nobody_hears_the_same_day_twice(stage: Stage) -> None:
    grant(stage, "@lin 5 好图")
    stage.evening()
    note(stage, "later")
    stage.do(lambda tx: tx.run("DELETE FROM job_run WHERE job = 'digest'"))
    stage.restart(stage.programme)
    stage.advance(60)
    assert len(stage.said(stage.lin)) == 1


def test_down_at_the_hour_it_is_told_the_next_evening_never_at_night(stage: Stage) -> None:
    grant(stage, "@lin 5 好图")
    stage.advance(14 * HOUR_S)  # 23:00
    assert stage.said(stage.lin) == []
    stage.evening()
    assert len(stage.said(stage.lin)) == 1


def test_a_question_that_was_solved_meanwhile_is_not_spoken_of(stage: Stage) -> None:
    stage.advance(1)
    reply = answer(stage, stage.zhou, ask(stage, stage.lin))
    stage.advance(DAY_S + HOUR_S)
    stage.lin.say(stage.group, "采纳", reply_to=reply)
    stage.play()
    stage.evening()
    assert not any("还开着" in text for text in stage.said(stage.lin))


def test_a_level_that_was_lost_meanwhile_is_not_congratulated_on(stage: Stage) -> None:
    grant(stage, "@lin 60 好图")
    stage.advance(1800)
    entry = stage.do(lambda tx: tx.value("SELECT max(id) FROM transfer"))
    stage.mo.say(stage.world.private(stage.mo), f"/undo {entry} 记错了")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "确认撤回")
    stage.evening()
    [told] = stage.said(stage.lin)
    assert "你已经是" not in told
    assert "记错了" in told


def test_what_has_ended_is_not_told(stage: Stage) -> None:
    note(stage, "ended", ends=int(stage.clock.now()) + HOUR_S)
    stage.evening()
    assert stage.said(stage.lin) == []


def test_where_the_job_is_switched_off_notes_are_forgotten_all_the_same(stage: Stage) -> None:
    note(stage, "ended", ends=int(stage.clock.now()) + HOUR_S)
    stage.evening()
    grant(stage, "@lin 5 好图")
    stage.evening()
    later = int(stage.clock.now()) + 40 * DAY_S
    note(stage, "ended", ends=later)
    stage.do(lambda tx: sweep(tx, later))
    left = "SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM digest)"
    assert stage.do(lambda tx: tx.value(left)) == 0


def test_who_wants_no_reminders_is_not_reminded_in_the_group_either(stage: Stage) -> None:
    xin = stage.member(stage.xin).id
    stage.do(lambda tx: members.set_quiet(tx, xin, Quiet.NEWS))
    stage.advance(1)
    question = ask(stage, stage.xin)
    before = len(stage.messages(stage.group))
    stage.advance(DAY_S + HOUR_S)
    told = [message for message in stage.messages(stage.group)[before:] if message.reply_to is question]
    assert told == []


def test_a_newer_note_about_the_same_takes_the_place_of_the_older(stage: Stage) -> None:
    note(stage, "level", text="你已经是“乙”了")
    note(stage, "level", text="你已经是“丙”了")
    stage.evening()
    [told] = stage.said(stage.lin)
    assert "丙" in told and "乙" not in told


def test_too_much_for_one_message_goes_on_the_next_day(stage: Stage) -> None:
    for n in range(MOST_TOLD + 2):
        note(stage, f"n{n}")
    stage.evening()
    [first] = stage.said(stage.lin)
    assert "还有 2 件，明天接着说" in first
    stage.evening()
    assert "关于n9" in stage.said(stage.lin)[1]


def test_a_day_fits_into_one_message_of_telegrams(stage: Stage) -> None:
    for n in range(4):
        note(stage, f"n{n}", text="长" * 1_500)
    stage.evening()
    assert "还有 2 件" in stage.said(stage.lin)[0]


@pytest.mark.parametrize(("quiet", "heard"), [(Quiet.ALL, True), (Quiet.NEWS, True), (Quiet.LEAST, False)])
def test_good_news_come_unless_one_wants_the_least(stage: Stage, quiet: Quiet, heard: bool) -> None:
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: members.set_quiet(tx, lin, quiet))
    grant(stage, "@lin 5 好图")
    stage.evening()
    assert any("好图" in text for text in stage.said(stage.lin)) is heard


def test_a_correction_of_points_is_kept_from_nobody(stage: Stage) -> None:
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: members.set_quiet(tx, lin, Quiet.LEAST))
    grant(stage, "@lin 20 好图")
    grant(stage, "@lin -5 误领的活动分")
    stage.evening()
    [told] = stage.said(stage.lin)
    assert "误领的活动分" in told and "好图" not in told


def test_who_never_pressed_start_reads_it_the_evening_after_they_do(stage: Stage) -> None:
    grant(stage, "@xin 5 第一张好图")
    stage.evening()
    assert stage.said(stage.xin) == []
    stage.xin.start()
    stage.play()
    assert not any("第一张好图" in text for text in stage.said(stage.xin))
    stage.evening()
    assert "第一张好图" in stage.said(stage.xin)[-1]


def test_a_thousand_members_are_served_in_portions(stage: Stage) -> None:
    def crowd(tx: Tx) -> None:
        for n in range(1_200):
            member = members.remember(tx, 900_000 + n, f"车友{n}", None, "zh", 0)
            members.set_reachable(tx, member.id, True)
            notes.put(tx, member.id, Matter.NEWS, "unaccepted:0", "好消息", "[]", 0, FAR)

    stage.do(crowd)
    queued = []
    stage.world.advance(11.5 * HOUR_S)
    for _ in range(4):
        stage.do(lambda tx: stage.schedule.tick(tx, int(stage.clock.now())))
        queued.append(stage.do(lambda tx: tx.value("SELECT count(*) FROM outbox WHERE lane >= 900000")))
        stage.world.advance(60)
    assert queued == [500, 1_000, 1_200, 1_200]
