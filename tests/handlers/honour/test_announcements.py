"""Announcements, as groups and staff live them."""

import pytest

from rules.people import Part
from storage import groups
from tests.handlers.honour.announcing import DAY_S, HOUR_S, TO_SUNDAY_20, boards, pay, plain
from tests.handlers.works.desk import published
from tests.places import beside, second
from tests.stage import Stage


def test_on_sunday_at_eight_the_group_reads_the_week(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    pay(stage, stage.zhou, 20)
    stage.advance(TO_SUNDAY_20 - 1)
    assert boards(stage) == []
    stage.advance(1)
    [board] = boards(stage)
    assert "11月15日至11月21日" in board
    assert "🥇 林晓　30 分\n🥈 周舟　20 分" in board
    assert "还没过完" not in board
    stage.advance(HOUR_S)
    assert len(boards(stage)) == 1


def test_a_quiet_week_is_not_announced(stage: Stage) -> None:
    stage.advance(TO_SUNDAY_20)
    assert boards(stage) == []


def test_last_weeks_board_shows_the_announced_numbers_whatever_came_after(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.advance(TO_SUNDAY_20)
    pay(stage, stage.zhou, 500)
    stage.lin.say(stage.group, "/top")
    stage.play()
    assert "🥇 周舟　500 分" in plain(stage.last(stage.group).text)
    stage.advance(DAY_S)
    stage.lin.say(stage.group, "/top last")
    stage.play()
    board = plain(stage.last(stage.group).text)
    assert "上周积分榜" in board
    assert "11月22日 20:00 公布时的名次" in board
    assert "🥇 林晓　30 分" in board
    assert "周舟" not in board


def test_after_downtime_the_board_comes_late_with_the_right_weeks_numbers(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.world.advance(TO_SUNDAY_20 + DAY_S)
    pay(stage, stage.zhou, 99)
    stage.advance(1)
    [board] = boards(stage)
    assert "11月15日至11月21日" in board
    assert "🥇 林晓　30 分" in board
    assert "周舟" not in board


def test_after_long_downtime_it_is_passed_over_and_staff_are_told(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.advance(HOUR_S)
    stage.advance(TO_SUNDAY_20 + 2 * DAY_S)
    assert boards(stage) == []
    told = stage.said(stage.staff)
    assert any("周榜（星途车友会）原定11月22日 20:00" in text and "/post" in text for text in told)
    assert any("新车友欢迎" in text and "/post" not in text for text in told), "/post would welcome another week's"
    assert any("每日签到卡" in text and "/post" not in text for text in told)


def test_the_doctor_points_to_post_for_what_it_can_still_make_up_for_and_no_longer(stage: Stage) -> None:
    def examined() -> str:
        stage.mo.say(stage.world.private(stage.mo), "/doctor")
        stage.play()
        return stage.last(stage.mo).text

    pay(stage, stage.lin, 30)
    stage.advance(HOUR_S)
    stage.advance(TO_SUNDAY_20 + 2 * DAY_S)
    missed = [line for line in examined().splitlines() if "想补，发 /post" in line]
    assert any("“周榜”" in line for line in missed)
    assert not any("“每日签到卡”" in line or "“新车友欢迎”" in line for line in missed)
    assert "定时的事没赶上" in examined()
    stage.mo.say(stage.world.private(stage.mo), "/post 周榜")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "发布到“星途车友会”")
    assert "“周榜”" not in examined(), "it has been made up for"
    stage.advance(DAY_S)
    assert "想补，发 /post" not in examined(), "it speaks of the next week by now"


def test_the_month_closes_on_the_first_of_the_next(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.advance(14 * DAY_S + 20 * HOUR_S)
    pay(stage, stage.zhou, 99)
    stage.advance(DAY_S)
    [board] = [board for board in boards(stage) if "月榜" in board]
    assert "11月1日至11月30日" in board
    assert "周舟" not in board


def test_staff_look_at_a_preview_and_announce_it_by_button_and_the_schedule_does_not_repeat_it(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.advance(5 * DAY_S)
    stage.mo.say(stage.world.private(stage.mo), "/post weekly")
    stage.play()
    assert boards(stage) == []
    preview = stage.last(stage.mo)
    assert "🥇 林晓　30 分" in plain(preview.text)
    assert "这一期还没过完" in preview.text
    stage.press(stage.mo, preview, "发布到“星途车友会”")
    assert len(boards(stage)) == 1
    assert "发到“星途车友会”了" in preview.text
    stage.advance(2 * DAY_S)
    assert len(boards(stage)) == 1


def test_two_previews_announce_once(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    for person in (stage.mo, stage.owner):
        person.say(stage.world.private(person), "/post 周榜")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "发布到“星途车友会”")
    assert "不会重复" in stage.press(stage.owner, stage.last(stage.owner), "发布到“星途车友会”")
    assert len(boards(stage)) == 1


def test_without_a_word_staff_choose_by_button(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.mo.say(stage.world.private(stage.mo), "/post")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "周榜")
    assert "🥇 林晓　30 分" in plain(stage.last(stage.mo).text)


@pytest.mark.parametrize("kind", ["周榜", "最佳助攻", "新车友欢迎", "进行中的挑战", "月榜", "赛季榜", "季榜"])
def test_each_kind_is_known_by_what_its_button_and_the_handbook_call_it(stage: Stage, kind: str) -> None:
    stage.mo.say(stage.world.private(stage.mo), f"/post {kind}")
    stage.play()
    assert "这一种" not in stage.last(stage.mo).text


def test_of_several_groups_each_kind_is_offered_once_and_the_group_by_its_name(stage: Stage) -> None:
    other = stage.world.group("星途上海", people=[stage.owner], bot="administrator")
    now = int(stage.clock.now())
    stage.do(lambda tx: groups.activate(tx, other.id, other.title, Part.COMMUNITY, "Asia/Shanghai", "zh", now))
    pay(stage, stage.lin, 30)
    stage.mo.say(stage.world.private(stage.mo), "/post")
    stage.play()
    offered = stage.last(stage.mo)
    assert len([button for row in offered.buttons for button in row]) == 6
    assert "星途车友会、星途上海" in offered.text
    stage.press(stage.mo, offered, "周榜")
    stage.press(stage.mo, stage.last(stage.mo), "星途车友会")
    stage.press(stage.mo, stage.last(stage.mo), "发布到“星途车友会”")
    assert len(boards(stage)) == 1
    stage.mo.say(stage.world.private(stage.mo), "/post 周榜")
    stage.play()
    assert "发到哪个群" in stage.last(stage.mo).text


@pytest.mark.parametrize("title", ["星途车友会", "车友会"])
def test_the_kind_and_the_group_can_be_said_at_once(stage: Stage, title: str) -> None:
    beside(stage, "星途上海", "zh", [stage.owner])
    pay(stage, stage.lin, 30)
    stage.mo.say(stage.world.private(stage.mo), f"/post 周榜 {title}")
    stage.play()
    preview = stage.last(stage.mo)
    assert "🥇 林晓　30 分" in plain(preview.text)
    assert [button.text for row in preview.buttons for button in row] == ["发布到“星途车友会”"]


def test_of_a_group_that_several_or_none_are_called_one_is_asked(stage: Stage) -> None:
    beside(stage, "星途上海", "zh", [stage.owner])
    beside(stage, "骑行上海", "zh", [stage.owner])
    for title, said, offered in (
        ("星途", "名字里带“\u2068星途\u2069”的群不止一个", ["星途上海", "星途车友会"]),
        ("成都", "没有名字里带“\u2068成都\u2069”的群", ["星途上海", "星途车友会", "骑行上海"]),
    ):
        stage.mo.say(stage.world.private(stage.mo), f"/post 周榜 {title}")
        stage.play()
        asked = stage.last(stage.mo)
        assert said in asked.text and "发到哪个群" in asked.text
        assert sorted(button.text for row in asked.buttons for button in row) == offered


def test_the_only_group_is_not_taken_for_one_of_another_name(stage: Stage) -> None:
    stage.mo.say(stage.world.private(stage.mo), "/post 周榜 成都")
    stage.play()
    assert "没有名字里带“\u2068成都\u2069”的群" in stage.last(stage.mo).text


def test_members_can_not_announce(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.lin.say(stage.group, "/post weekly")
    stage.play()
    assert boards(stage) == []


def test_in_the_group_the_preview_is_seen_by_the_caller_alone(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.mo.say(stage.group, "/post weekly")
    stage.play()
    assert boards(stage) == []
    assert "周榜" in stage.whispers(stage.mo)[-1].text


def test_newcomers_are_welcomed_together_on_friday_once(stage: Stage) -> None:
    people = [stage.world.person(name) for name in ("小满", "老余", "匆匆", "停停")]
    for person in people:
        person.join(stage.group)
    stage.play()
    people[2].leave(stage.group)
    stage.play()
    paused = stage.member(people[3]).id
    stage.do(lambda tx: tx.run("UPDATE member SET suspended_until = 9999999999 WHERE id = :id", id=paused))
    stage.advance(4 * DAY_S + 10 * HOUR_S)
    [welcome] = [plain(text) for text in stage.said(stage.group) if "欢迎新来的车友" in text]
    assert "小满、老余" in welcome
    assert "匆匆" not in welcome and "停停" not in welcome
    stage.advance(6 * DAY_S)
    assert sum("欢迎新来的车友" in text for text in stage.said(stage.group)) == 1
    stage.advance(DAY_S)
    assert not any("欢迎新来的车友" in text for text in stage.said(stage.group)), "not again, and the first has gone"


def test_open_challenges_are_listed_on_wednesday_at_noon_and_by_hand_once_a_week(stage: Stage) -> None:
    def lists() -> list[str]:
        return [text for text in stage.said(stage.group) if "正在进行的挑战" in text]

    published(stage)
    stage.mo.say(stage.world.private(stage.mo), "/post 挑战")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "发布到“星途车友会”")
    assert len(lists()) == 1
    stage.advance(2 * DAY_S + 3 * HOUR_S)
    assert len(lists()) == 1
    stage.mo.say(stage.world.private(stage.mo), "/post challenges")
    stage.play()
    assert "不会重复" in stage.last(stage.mo).text


def test_staff_read_when_each_post_is_due_and_how_the_last_one_went(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.advance(TO_SUNDAY_20)
    stage.mo.say(stage.world.private(stage.mo), "/jobs")
    stage.play()
    told = stage.last(stage.mo).text
    assert "周榜 · 星途车友会\n下次11月29日 20:00　上次11月22日 20:00 已发布" in told
    assert "赛季榜 · 星途车友会\n下次1月1日 10:30" in told
    assert told.startswith("大家看得到的定时任务")
    assert "每日封账" not in told
    stage.press(stage.mo, stage.last(stage.mo), "下一页 ›")
    assert stage.last(stage.mo).text.startswith("幕后的定时任务")
    assert "星途车友会" not in stage.last(stage.mo).text


def test_a_job_of_several_groups_is_one_line_and_one_by_another_clock_says_whose(stage: Stage) -> None:
    beside(stage, "星途上海", "zh", [stage.owner])
    second(stage, [stage.he])
    stage.advance(HOUR_S)
    stage.mo.say(stage.world.private(stage.mo), "/jobs")
    stage.play()
    told = stage.last(stage.mo)
    assert told.text.count("周榜") == 1
    assert "周榜\nStar Drivers LA：下次11月16日 12:00\n星途车友会、星途上海：下次11月22日 20:00" in told.text
    assert "规则更新公告 · 星途车友会、星途上海、Star Drivers LA\n下次" in told.text
    read = ""
    while "下一页 ›" in [button.text for row in told.buttons for button in row]:
        stage.press(stage.mo, told, "下一页 ›")
        read += told.text
    assert "晚间小结\n洛杉矶时间：下次11月16日 12:30\n北京时间：下次11月16日 20:30" in read, read


@pytest.mark.parametrize("words", ["/jobs", "/post"])
def test_members_do_not_get_at_the_schedule(stage: Stage, words: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    assert "给团队用" in stage.last(stage.lin).text
