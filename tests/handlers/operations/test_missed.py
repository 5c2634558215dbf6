"""What did not arrive, or may not have, is told to staff at once, with what can be done about it."""

from bot.delivery.consequences import tell_missed
from rules.letters import Kind
from storage import groups
from storage.engine.tx import Tx
from storage.post import misses, outbox
from storage.post.bodies import SendMessage
from storage.post.letters import Letter
from tests.databases import rows
from tests.stage import Stage

DAY_S = 86_400


def lose(stage: Stage, letter: Letter, state: str = "uncertain") -> None:
    """The letter ends so, and staff hear of it."""
    now = int(stage.clock.now())

    def work(tx: Tx) -> None:
        outbox.put(tx, [letter], now)
        outbox.ended(tx, outbox.queued(tx, 0, 10)[-1].id, state, "lost", now)
        tell_missed(tx, now, stage.words)

    stage.do(work)
    stage.play()


def board(stage: Stage) -> Letter:
    return Letter(stage.group.id, SendMessage("<b>本周榜单</b>\n林晓 30 分"), kind=Kind.ANNOUNCEMENT)


def test_a_board_that_may_not_have_arrived_is_posted_again_by_a_button(stage: Stage) -> None:
    lose(stage, board(stage))
    told = stage.last(stage.staff)
    assert "本周榜单" in told.text
    assert "星途车友会" in told.text
    assert "不确定到没到" in told.text
    stage.press(stage.mo, told, "再发 1")
    assert stage.said(stage.group) == ["本周榜单\n林晓 30 分"]
    assert "都处理好了" in stage.last(stage.staff).text


def test_one_that_arrived_is_let_be_and_nothing_of_it_is_kept(stage: Stage) -> None:
    lose(stage, board(stage))
    stage.press(stage.mo, stage.last(stage.staff), "1 算了")
    assert stage.said(stage.group) == []
    found = rows(stage.connection, "SELECT count(*) FROM outbox WHERE missed IS NOT NULL AND body IS NOT NULL")
    assert found[0][0] == 0


def test_it_is_posted_once_whoever_presses(stage: Stage) -> None:
    lose(stage, board(stage), "failed")
    lose(stage, Letter(stage.lin.id, SendMessage("券码 XT-1"), kind=Kind.RESULT))
    told = stage.last(stage.staff)
    assert "没发出去" in told.text
    stage.mo.press(told, "再发 1")
    stage.owner.press(told, "再发 1")
    stage.play()
    assert len(stage.said(stage.group)) == 1


def test_what_was_for_one_persons_eyes_staff_can_send_again_but_not_read(stage: Stage) -> None:
    lose(stage, Letter(stage.lin.id, SendMessage("券码 XT-1"), kind=Kind.RESULT))
    told = stage.last(stage.staff)
    assert "林晓" in told.text
    assert "XT-1" not in told.text
    stage.press(stage.mo, told, "再发 1")
    assert stage.said(stage.lin) == ["券码 XT-1"]


def test_after_two_days_it_can_only_be_let_be(stage: Stage) -> None:
    lose(stage, Letter(stage.lin.id, SendMessage("券码 XT-1"), kind=Kind.RESULT))
    told = stage.last(stage.staff)
    stage.advance(2 * DAY_S)
    stage.do(lambda tx: misses.blank(tx, int(stage.clock.now()) - 47 * 3600))
    assert "已经有人处理过" in stage.press(stage.mo, told, "再发 1")
    stage.press(stage.mo, told, "1 算了")
    assert stage.said(stage.lin) == []


def test_an_address_is_not_kept_for_it(stage: Stage) -> None:
    lose(stage, Letter(stage.mo.id, SendMessage("上海市徐汇区"), kind=Kind.ERRAND))
    told = stage.last(stage.staff)
    assert "内容没有留下" in told.text
    assert [button.text for row in told.buttons for button in row] == ["1 算了"]
    assert rows(stage.connection, "SELECT count(*) FROM outbox WHERE body LIKE '%徐汇%'")[0][0] == 0


def test_several_stand_in_one_list(stage: Stage) -> None:
    lose(stage, board(stage))
    lose(stage, board(stage))
    assert len(stage.said(stage.staff)) == 1
    assert "有 2 条" in stage.last(stage.staff).text


def test_without_a_staff_group_the_owner_hears_of_it(stage: Stage) -> None:
    stage.do(lambda tx: groups.deactivate(tx, stage.staff.id))
    lose(stage, board(stage))
    stage.press(stage.owner, stage.last(stage.owner), "再发 1")
    assert stage.said(stage.group) == ["本周榜单\n林晓 30 分"]


def test_a_whisper_that_came_too_late_is_nobodys_worry(stage: Stage) -> None:
    lose(stage, Letter(stage.group.id, SendMessage("你已经签过到"), seen_by=stage.lin.id))
    assert stage.said(stage.staff) == []


def test_a_slow_second_tap_decides_about_no_other_letter(stage: Stage) -> None:
    for words in ("本周榜单", "本月榜单", "今天的签到卡"):
        lose(stage, Letter(stage.group.id, SendMessage(words), kind=Kind.ANNOUNCEMENT))
    told = stage.last(stage.staff)
    stage.press(stage.mo, told, "再发 1")
    assert [[one.text for one in row] for row in told.buttons] == [
        ["1 处理好了"],
        ["再发 2", "2 算了"],
        ["再发 3", "3 算了"],
    ]
    assert "2. " in told.text and "本月榜单" in told.text and "1. " not in told.text
    stage.press(stage.mo, told, "1 处理好了")
    assert stage.said(stage.group) == ["本周榜单"]
    stage.press(stage.mo, told, "3 算了")
    stage.press(stage.mo, told, "再发 2")
    assert stage.said(stage.group) == ["本周榜单", "本月榜单"]
    assert "都处理好了" in told.text and not told.buttons


def test_what_did_not_fit_into_the_list_comes_in_one_of_its_own(stage: Stage) -> None:
    for n in range(10):
        lose(stage, Letter(stage.group.id, SendMessage(f"第 {n} 条"), kind=Kind.ANNOUNCEMENT))
    told = stage.last(stage.staff)
    for n in range(1, 9):
        stage.press(stage.mo, told, f"{n} 算了")
    assert "还有 2 条" in told.text
    stage.press(stage.mo, told, "看后面的")
    further = stage.last(stage.staff)
    assert further is not told and "第 8 条" in further.text and "第 9 条" in further.text
