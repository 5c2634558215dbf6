"""Preference votes: an album and criteria, one choice each, closed once, told in numbers, gone on with and answered."""

import pytest

from rules.people import Role
from sandbox.world.chats import Chat
from storage import albums, members
from tests.handlers.fairness.undoing import clean
from tests.handlers.honour.announcing import plain
from tests.handlers.journey.counselling import DAY_S, core_with, council_stage, pressed, says, seated
from tests.handlers.journey.preferring import (
    FORM,
    PICTURES,
    ROUND_S,
    cards,
    chooses,
    desk,
    last,
    previewed,
    published,
    sends,
)
from tests.handlers.operations.test_export import shown
from tests.handlers.test_clock_moved import moved
from tests.handlers.works.desk import labels
from tests.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return council_stage()


@pytest.fixture
def core(stage: Stage) -> Chat:
    room = core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.lin, stage.zhou, stage.he)
    return room


def test_designs_are_compared_by_each_criterion_and_the_team_says_what_it_does(stage: Stage, core: Chat) -> None:
    published(stage)
    album = [message for message in stage.messages(core) if message.media]
    assert len(album) == 3 and "冬季脚垫" in album[0].text and "2 晨雾白" in plain(album[0].text)
    assert "3 位有票，2 位选了才算" in plain(album[0].text)
    assert [labels(card) for card in cards(stage, core)] == [["1 夜幕蓝", "2 晨雾白", "3 松针绿"]] * 2
    assert "你选了 1 夜幕蓝" in (said := chooses(stage, core, stage.lin, 1)) and "还有 1 个方面没选" in said
    chooses(stage, core, stage.lin, 1, 2)
    chooses(stage, core, stage.zhou, 1, 3)
    chooses(stage, core, stage.he, 3, 3)
    chooses(stage, core, stage.he, 2)
    assert "正在选设计" in says(stage, stage.he, "/council")
    stage.advance(ROUND_S)
    said = last(stage, core)
    assert "好看：1 夜幕蓝最受欢迎。3 位有票，3 位选了" in said and "▸1 夜幕蓝：2 票（林晓、周舟）" in said
    assert "实用：3 松针绿最受欢迎" in said and "　2 晨雾白：1 票（何川）" in said
    shown = [message for message in stage.messages(core) if message.media]
    assert len(shown) == 5 and "🏆 冬季脚垫：1 夜幕蓝、3 松针绿" in plain(shown[3].text)
    assert not cards(stage, core)
    stage.press(stage.owner, desk(stage), "写下怎么定")
    says(stage, stage.owner, "夜幕蓝先量产，松针绿的防滑底用在它上面。")
    assert "团队定了" in last(stage, core) and "夜幕蓝先量产" in last(stage, core)
    says(stage, stage.he, "/council")
    pressed(stage, stage.he, "选过的设计")
    assert "夜幕蓝先量产" in plain(stage.last(stage.he).text)
    pressed(stage, stage.he, "冬季脚垫")
    assert "第 1 轮" in plain(stage.last(stage.he).text) and "▸3 松针绿：2 票" in plain(stage.last(stage.he).text)


def test_who_had_no_vote_when_it_began_has_none_and_is_told_so(stage: Stage) -> None:
    core = core_with(stage, stage.lin, stage.zhou, stage.he, stage.mo)
    seated(stage, stage.lin, stage.zhou, stage.he)
    published(stage)
    assert "顾问委员来选" in chooses(stage, core, stage.owner, 1)
    newly = stage.member(stage.mo).id
    stage.do(lambda tx: members.give_role(tx, newly, Role.COUNCIL, None, int(stage.clock.now())))
    assert "顾问委员来选" in chooses(stage, core, stage.mo, 1)
    gone, suspended = stage.member(stage.zhou).id, stage.member(stage.he).id
    stage.do(lambda tx: members.take_role(tx, gone, Role.COUNCIL))
    stage.do(lambda tx: tx.run("UPDATE member SET suspended_until = 9999999999 WHERE id = :id", id=suspended))
    assert "没有算进去" not in chooses(stage, core, stage.zhou, 1)
    chooses(stage, core, stage.he, 1)
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM vote")) == 0


def test_a_seat_that_ends_in_the_middle_takes_its_choice_along_and_a_term_waits_for_the_end(
    stage: Stage, core: Chat
) -> None:
    published(stage, FORM.replace("方面：\n好看\n实用\n", ""))
    for person, number in ((stage.lin, 1), (stage.zhou, 2), (stage.he, 2)):
        chooses(stage, core, person, number)
    ended, term = stage.member(stage.he).id, stage.member(stage.lin).id
    stage.do(lambda tx: members.take_role(tx, ended, Role.COUNCIL))
    due = int(stage.clock.now()) + DAY_S
    stage.do(lambda tx: tx.run("INSERT INTO council_seat (member, until) VALUES (:member, :due)", member=term, due=due))
    stage.advance(2 * DAY_S)
    assert "你是委员" in says(stage, stage.lin, "/council")
    stage.advance(DAY_S + 60)
    assert "票数一样，并列：1 夜幕蓝、2 晨雾白。2 位有票，2 位选了" in last(stage, core)
    assert not any(text.startswith("🏆") for text in stage.said(core)), "nothing is decided"
    stage.advance(DAY_S)
    assert "你是委员" not in says(stage, stage.lin, "/council")


def test_too_few_say_nothing_and_show_no_winner(stage: Stage, core: Chat) -> None:
    published(stage)
    chooses(stage, core, stage.lin, 1, 1)
    stage.advance(ROUND_S)
    assert "选的人不够，没有定下来：要 2 位，选了 1 位" in last(stage, core)
    assert not any("🏆" in said for said in stage.said(core))


def test_it_closes_once_also_when_the_bot_was_away_or_the_clock_is_set_back(stage: Stage, core: Chat) -> None:
    published(stage)
    chooses(stage, core, stage.lin, 1, 1)
    chooses(stage, core, stage.zhou, 1, 1)
    card = cards(stage, core)[0]
    stage.world.advance(5 * DAY_S)
    stage.restart(stage.programme)
    stage.tick()
    stage.play()
    stage.advance(120)
    assert len([said for said in stage.said(core) if "最受欢迎" in plain(said)]) == 1
    moved(stage, -4 * DAY_S)
    assert not labels(card)
    moved(stage, 5 * DAY_S)
    assert len([said for said in stage.said(core) if "最受欢迎" in plain(said)]) == 1
    assert stage.do(lambda tx: tx.value("SELECT sum(votes) FROM ballot_count")) == 4


def test_a_choice_after_the_time_is_not_counted_and_says_so(stage: Stage, core: Chat) -> None:
    published(stage)
    card = cards(stage, core)[0]
    stage.world.advance(ROUND_S)
    assert "没有算进去" in stage.press(stage.lin, card, "1 夜幕蓝")


def test_a_choice_in_the_minute_that_is_shown_as_the_end_counts(stage: Stage, core: Chat) -> None:
    published(stage)
    stage.advance(ROUND_S - 60 + 30)
    assert "你选了 1 夜幕蓝" in chooses(stage, core, stage.lin, 1)
    stage.advance(60)
    assert not cards(stage, core)


def test_the_core_group_chooses_without_staff_and_without_names(stage: Stage) -> None:
    core = core_with(stage, stage.lin, stage.zhou, stage.he, stage.mo)
    form = FORM.replace("顾问委员会", "核心群").replace("记名：记名", "记名：不记名") + "\n几位选了才算：2"
    published(stage, form)
    assert "3 位有票，2 位选了才算" in plain(next(one.text for one in stage.messages(core) if one.media))
    assert "版主和运营不选" in chooses(stage, core, stage.mo, 1)
    chooses(stage, core, stage.lin, 2, 2)
    chooses(stage, core, stage.zhou, 2, 2)
    chooses(stage, core, stage.he, 2, 1)
    stage.he.leave(core)
    stage.play()
    stage.advance(ROUND_S)
    assert "▸2 晨雾白：2 票\n" in last(stage, core) and "林晓" not in last(stage, core)
    assert "　1 夜幕蓝：0 票" in last(stage, core)


def test_the_best_go_on_with_their_pictures_and_earlier_rounds_stay_readable(stage: Stage, core: Chat) -> None:
    published(stage)
    chooses(stage, core, stage.lin, 3, 3)
    chooses(stage, core, stage.zhou, 3, 1)
    stage.advance(ROUND_S)
    stage.press(stage.owner, desk(stage), "前 2 款再来一轮")
    assert "夜幕蓝" in plain(stage.last(stage.owner).text) and "晨雾白" not in plain(stage.last(stage.owner).text)
    assert "（第 2 轮）" in says(stage, stage.owner, "截止：3天")
    pressed(stage, stage.owner, "发到核心群")
    assert labels(cards(stage, core)[0]) == ["1 夜幕蓝", "2 松针绿"]
    chooses(stage, core, stage.lin, 2, 2)
    chooses(stage, core, stage.zhou, 2, 2)
    stage.advance(ROUND_S)
    assert "（第 2 轮）" in last(stage, core) and "2 松针绿最受欢迎" in last(stage, core)
    says(stage, stage.he, "/council")
    pressed(stage, stage.he, "选过的设计")
    pressed(stage, stage.he, "冬季脚垫")
    said = [plain(text) for text in stage.said(stage.he)]
    assert any("第 1 轮" in text and "3 松针绿最受欢迎" in text for text in said)
    assert any("第 2 轮" in text and "2 松针绿：2 票" in text for text in said)


def test_a_new_set_is_another_round_and_two_of_the_team_begin_only_one(stage: Stage, core: Chat) -> None:
    published(stage)
    stage.advance(ROUND_S)
    card = desk(stage)
    stage.press(stage.owner, card, "换一批再来一轮")
    says(stage, stage.owner, "设计：\n星夜黑\n月白\n截止：3天")
    sends(stage, b"black", b"moon")
    pressed(stage, stage.owner, "看看预览")
    first = stage.last(stage.owner)
    stage.press(stage.owner, card, "写下怎么定")
    says(stage, stage.owner, "这次都先不做，换供应商。")
    assert "有人先一步了" in stage.press(stage.owner, first, "发到核心群")
    assert not cards(stage, core)


def test_pictures_that_are_missing_too_many_or_changed_are_said(stage: Stage, core: Chat) -> None:
    says(stage, stage.owner, f"/newpreference {FORM}")
    assert "1 夜幕蓝" in stage.last(stage.owner).text and "合成一个相册" in stage.last(stage.owner).text
    stage.owner.send(stage.world.private(stage.owner), photo=b"alone")
    stage.play()
    assert "3 款设计要 3 张图，现在有 1 张" in stage.last(stage.owner).text
    sends(stage, b"blue", b"white")
    assert "3 款设计要 3 张图，现在有 2 张" in pressed(stage, stage.owner, "看看预览")
    sends(stage, *PICTURES)
    pressed(stage, stage.owner, "看看预览")
    stage.do(
        lambda tx: tx.run(
            "UPDATE album_piece SET unique_id = 'anew' WHERE message = (SELECT max(message) FROM album_piece)"
        )
    )
    pressed(stage, stage.owner, "发到核心群")
    assert "第 3 张图换过了" in plain(stage.last(stage.owner).text) and not cards(stage, core)
    pressed(stage, stage.owner, "发到核心群")
    assert len(cards(stage, core)) == 2
    assert "已经发到核心群" in stage.last(stage.owner).text


def test_the_team_stops_a_round_with_a_wrong_picture_and_nothing_is_counted(stage: Stage, core: Chat) -> None:
    published(stage)
    chooses(stage, core, stage.lin, 1, 1)
    stage.press(stage.owner, desk(stage), "停掉这一轮")
    stage.press(stage.owner, desk(stage), "接着选")
    assert cards(stage, core)
    stage.press(stage.owner, desk(stage), "停掉这一轮")
    stage.press(stage.owner, desk(stage), "确定停掉")
    assert "提前停了，没有数票" in last(stage, core) and not cards(stage, core)
    assert labels(desk(stage)) == ["写下怎么定", "换一批再来一轮"]
    stage.advance(ROUND_S)
    assert not any("最受欢迎" in said for said in stage.said(core))


def test_a_promised_day_that_passes_is_told_to_the_team_once_and_seen_by_the_council(stage: Stage, core: Chat) -> None:
    published(stage)
    stage.advance(ROUND_S)
    assert "等团队说怎么定" in says(stage, stage.lin, "/council")
    stage.advance(15 * DAY_S)
    stage.advance(DAY_S)
    assert len([said for said in stage.said(stage.staff) if "过了答应的日子" in said]) == 1
    assert "还没说怎么定" in says(stage, stage.lin, "/council")


def test_only_those_who_have_a_vote_are_reminded_and_only_until_they_chose(stage: Stage, core: Chat) -> None:
    published(stage)
    chooses(stage, core, stage.lin, 1, 2)
    chooses(stage, core, stage.zhou, 1)
    stage.evening()
    assert "委员会在选设计" in plain(stage.last(stage.zhou).text)
    assert not any("选设计" in said for said in stage.said(stage.lin))


def test_moderators_begin_none_and_nobody_is_asked_where_nobody_could_choose(stage: Stage) -> None:
    assert "还没有核心群" in says(stage, stage.owner, "/newpreference")
    core_with(stage, stage.lin)
    assert "不在你的职责里" in says(stage, stage.mo, "/newpreference")
    says(stage, stage.owner, f"/newpreference {FORM}")
    sends(stage, *PICTURES)
    assert "没有人能选" in pressed(stage, stage.owner, "看看预览")


def test_album_contents_that_are_forgotten_by_then_are_sent_as_they_were_previewed(stage: Stage, core: Chat) -> None:
    previewed(stage)
    stage.do(lambda tx: albums.forget_contents(tx, int(stage.clock.now()) + 1))
    pressed(stage, stage.owner, "发到核心群")
    assert len([message for message in stage.messages(core) if message.media]) == 3


def test_what_was_counted_stands_in_the_sheet_and_is_sound(stage: Stage, core: Chat) -> None:
    published(stage)
    chooses(stage, core, stage.lin, 1, 1)
    chooses(stage, core, stage.zhou, 1, 2)
    chooses(stage, core, stage.he, 2, 2)
    [running, *_] = shown(stage, "preferences")
    assert (running["状态"], running["票数"], running["几位选了"]) == ("在选", None, None)
    left = stage.member(stage.he).id
    stage.do(lambda tx: members.take_role(tx, left, Role.COUNCIL))
    stage.advance(ROUND_S)
    rows = {(row["方面"], row["几号"]): row for row in shown(stage, "preferences")}
    assert {place: row["票数"] for place, row in rows.items() if row["票数"]} == {
        ("好看", 1): 2,
        ("实用", 1): 1,
        ("实用", 2): 1,
    }
    assert (rows["好看", 1]["几位有票"], rows["好看", 1]["几位选了"], rows["好看", 1]["谁来选"]) == (2, 2, "顾问委员会")
    clean(stage)
