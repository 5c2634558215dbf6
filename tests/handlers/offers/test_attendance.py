"""Coming to an event: reminders, the code, the list of the staff, and who did not come."""

import pytest

from actions.offers import attendance
from actions.operations import audit
from sandbox.world.people import Person
from tests.handlers.daily.asking import points
from tests.handlers.fairness.story import Story
from tests.handlers.fairness.undoing import newest, undo
from tests.handlers.offers.eventing import DAY_S, announced, cancel, labels, register, standing
from tests.stage import Stage

TO_DOORS_S = 5 * DAY_S + 10 * 3600 + 1800


def clean(stage: Stage) -> None:
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert report.ok, report.problems


def code(stage: Stage) -> str:
    """The code that the moderator says."""
    stage.mo.say(stage.world.private(stage.mo), "/event 1")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "签到码")
    return stage.last(stage.mo).text.split("签到码：")[1][:6]


def say(stage: Stage, person: Person, words: str) -> str:
    """What the person hears in private after these words."""
    person.say(stage.world.private(person), words)
    stage.play()
    return stage.last(person).text


def running(stage: Stage, *people: Person) -> None:
    """An event with these people that begins now."""
    announced(stage, "名额：5")
    register(stage, *people)
    stage.advance(TO_DOORS_S + 1800)


def roster(stage: Stage) -> object:
    """The list as the moderator sees it."""
    say(stage, stage.mo, "/event 1")
    stage.press(stage.mo, stage.last(stage.mo), "名单")
    return stage.last(stage.mo)


def test_who_writes_the_code_is_on_the_list_and_paid_once(stage: Stage) -> None:
    running(stage, stage.lin)
    said = code(stage)
    before = points(stage, stage.lin)
    assert "+5 分" in say(stage, stage.lin, f"/here {said[:3]} {said[3:]}")
    assert "已经记下你到场了" in say(stage, stage.lin, f"/here {said}")
    assert points(stage, stage.lin) == before + 5
    clean(stage)


def test_the_code_needs_no_command_from_whoever_has_a_seat_where_it_is_said(stage: Stage) -> None:
    running(stage, stage.lin)
    said = code(stage)
    before = points(stage, stage.lin), points(stage, stage.zhou)
    assert "聊天" in say(stage, stage.zhou, said)
    assert "不对" in say(stage, stage.lin, f"{(int(said) + 1) % 1_000_000:06d}")
    say(stage, stage.lin, "/cancel")
    assert "分" not in say(stage, stage.lin, f"{said}0").partition("查积分")[0]
    assert "+5 分" in say(stage, stage.lin, f"{said[:3]} {said[3:]}")
    assert "已经记下你到场了" in say(stage, stage.lin, said)
    assert (points(stage, stage.lin), points(stage, stage.zhou)) == (before[0] + 5, before[1])
    stage.advance(DAY_S)
    assert "聊天" in say(stage, stage.lin, said)
    clean(stage)


def test_the_code_is_there_from_the_hour_before_on_and_no_longer_than_the_list(stage: Stage) -> None:
    announced(stage, "名额：5")
    register(stage, stage.lin)
    for seconds, there in ((TO_DOORS_S - 3600, False), (3900, True), (3 * 3600, True), (DAY_S, False)):
        stage.advance(seconds)
        say(stage, stage.mo, "/event 1")
        assert ("签到码" in labels(stage.last(stage.mo))) is there


def test_a_thousand_guesses_are_refused_the_right_one_among_them(stage: Stage) -> None:
    running(stage, stage.lin)
    said = int(code(stage))
    guesses = [guess for guess in range(1001) if guess != said]
    for guess in guesses[:6]:
        answer = say(stage, stage.lin, f"/here {guess:06d}")
    assert "次数也用完了" in answer
    lin, occasion = stage.member(stage.lin), stage.occasion()
    for guess in (*guesses[6:1000], said):
        done = stage.do(lambda tx, guess=guess: attendance.come(tx, lin, f"{guess:06d}", occasion))
        assert done == attendance.WrongCode(0)
    assert points(stage, stage.lin) == 0


def test_whoever_speaks_is_told_that_they_need_not_check_in(stage: Stage) -> None:
    announced(stage, "名额：5", "主讲：@rui")
    register(stage, stage.lin)
    stage.advance(TO_DOORS_S + 1800)
    say(stage, stage.mo, "/event 1")
    stage.press(stage.mo, stage.last(stage.mo), "签到码")
    assert "由你主讲，不用报名、也不用签到" in say(stage, stage.rui, "/here 123456")
    stage.advance(16 * 60)
    assert "现在没有在签到的" in say(stage, stage.rui, "/here 123456")


def test_a_code_is_over_after_a_while_and_only_those_with_a_seat_may_write_it(stage: Stage) -> None:
    running(stage, stage.lin)
    said = code(stage)
    assert "现在没有在签到的" in say(stage, stage.zhou, f"/here {said}")
    stage.advance(16 * 60)
    assert "现在没有在签到的" in say(stage, stage.lin, f"/here {said}")
    stage.lin.start("event-1")
    stage.play()
    said = code(stage)
    stage.press(stage.lin, stage.last(stage.lin), "我到了")
    assert "记下你到场了" in say(stage, stage.lin, said)


def test_staff_tick_who_came_and_who_did_not_is_noted_kindly_and_waits_longer_once(stage: Stage) -> None:
    running(stage, stage.lin, stage.zhou)
    card = roster(stage)
    assert "+5 分" in stage.press(stage.mo, card, "林晓")
    assert "/undo" in stage.press(stage.mo, card, next(text for text in labels(card) if "林晓" in text))
    stage.advance(1.5 * DAY_S)
    assert "1 位到场" in "".join(stage.said(stage.staff))
    stage.evening()
    assert "那天没见到你" in stage.last(stage.zhou).text
    assert "没见到你" not in "".join(stage.said(stage.lin))
    announced(stage, "名额：1", "开始：12-05 20:00", "主讲：@rui")
    register(stage, stage.he, stage.zhou, stage.lin)
    stage.do(lambda tx: tx.run("UPDATE event SET seats = 2 WHERE id = 2"))
    stage.advance(600)
    assert [standing(stage, one) for one in (stage.lin, stage.zhou)] == ["offered", "waiting"]
    clean(stage)


def test_where_nobody_was_ticked_nobody_counts_as_missing(stage: Stage) -> None:
    running(stage, stage.lin)
    stage.advance(1.5 * DAY_S)
    assert "没有人签到" in "".join(stage.said(stage.staff))
    stage.evening()
    assert "没见到你" not in "".join(stage.said(stage.lin))


def test_staff_take_somebody_off_and_the_next_one_is_asked(stage: Stage) -> None:
    announced(stage)
    register(stage, stage.lin, stage.zhou)
    stage.press(stage.mo, roster(stage), "林晓")
    stage.press(stage.mo, stage.last(stage.mo), "确认移出")
    assert "移出" in stage.last(stage.lin).text
    assert standing(stage, stage.zhou) == "offered"
    clean(stage)


def test_the_evening_before_and_the_hour_before(stage: Stage) -> None:
    announced(stage, "名额：5")
    register(stage, stage.lin, stage.zhou)
    assert "叫你" in stage.press(stage.lin, stage.last(stage.lin), "开始前 1 小时叫我")
    stage.advance(4 * DAY_S)
    stage.evening()
    assert [("夜拍工作坊" in stage.last(one).text) for one in (stage.lin, stage.zhou)] == [True, True]
    assert "星光路" in stage.last(stage.zhou).text
    stage.advance(22.5 * 3600 + 3600 - 300 - 1800)
    assert "不到 1 小时" in stage.last(stage.lin).text
    assert "不到 1 小时" not in stage.last(stage.zhou).text


def test_who_has_given_the_seat_back_is_not_reminded(stage: Stage) -> None:
    announced(stage)
    register(stage, stage.lin)
    stage.advance(4 * DAY_S)
    cancel(stage, stage.lin)
    said = len(stage.said(stage.lin))
    stage.evening()
    assert len(stage.said(stage.lin)) == said


def test_the_calendar_file_comes_by_button(stage: Stage) -> None:
    announced(stage)
    register(stage, stage.lin)
    stage.press(stage.lin, stage.last(stage.lin), "加到日历")
    assert "加进日历" in stage.last(stage.lin).text


def came(stage: Stage) -> Person:
    """Lin has come to an event."""
    running(stage, stage.lin)
    say(stage, stage.lin, f"/here {code(stage)}")
    return stage.lin


def uncounted(stage: Stage) -> None:
    assert stage.do(lambda tx: tx.value("SELECT taken_back_at FROM event_seat")) is not None


def ticked(stage: Stage) -> None:
    card = roster(stage)
    stage.press(stage.mo, card, "林晓")


UNDO_STORIES = {"attendance": Story(came, uncounted, ticked, pays=5)}


@pytest.mark.parametrize("times", [1, 2])
def test_an_undone_coming_counts_no_more_and_again_when_that_is_undone(stage: Stage, times: int) -> None:
    came(stage)
    entry = newest(stage, stage.lin, "attendance").id
    for _ in range(times):
        undo(stage, entry)
        entry = entry + 1
    taken_back = stage.do(lambda tx: tx.value("SELECT taken_back_at FROM event_seat"))
    assert (taken_back is None) is (times == 2)
    clean(stage)
