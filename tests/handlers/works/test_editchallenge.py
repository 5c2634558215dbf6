"""Changing a published challenge, and what it asks for."""

import pytest

from actions.works import review
from sandbox.world.messages import Message
from tests.handlers.daily.asking import points
from tests.handlers.fairness.undoing import clean
from tests.handlers.works.desk import STANDARD, card, handed_in, labels, published, replaced, reviewed
from tests.shopping import act, tell
from tests.stage import Stage

DAY_S = 86_400


def joined(stage: Stage, form: str = STANDARD) -> None:
    """A challenge in which Lin and Zhou take part."""
    published(stage, form)
    for person in (stage.lin, stage.zhou):
        stage.press(person, stage.messages(stage.group)[0], "参加")


def opened(stage: Stage) -> Message:
    """The moderator has the form of challenge 1 open."""
    tell(stage, stage.mo, "/editchallenge 1")
    stage.play()
    return stage.last(stage.mo)


def previewed(stage: Stage, lines: str) -> Message:
    """What comes of those lines."""
    tell(stage, stage.mo, lines)
    stage.play()
    return stage.last(stage.mo)


def brief(stage: Stage) -> tuple[str, int, int | None]:
    """Title, points and places as they stand."""
    row = stage.do(lambda tx: tx.one("SELECT title, points, places FROM challenge WHERE id = 1"))
    assert row
    return row.title, row.points, row.places


def test_a_change_is_previewed_saved_announced_and_told_to_those_who_joined(stage: Stage) -> None:
    joined(stage)
    form = opened(stage)
    assert "步骤：\n拍三个镜头\n剪到 30 秒" in form.text
    preview = previewed(stage, "积分：40\n步骤：拍五个镜头")
    assert "已参加的 2 位收得到私信的话，会知道改了什么" in preview.text
    stage.press(stage.mo, preview, "保存修改")
    assert "通过得分：30 → 40" in preview.text
    announced = stage.messages(stage.group)[0]
    assert "拍五个镜头" in announced.text
    assert labels(announced) == ["参加", "看详情"]
    stage.evening()
    for person in (stage.lin, stage.zhou):
        assert "通过得分：30 → 40 分\n· 步骤改了" in stage.last(person).text
    assert not any("有改动" in text for text in stage.said(stage.he))
    assert len(stage.said(stage.group)) == 1


def test_untouched_lines_keep_the_very_second_of_the_deadline(stage: Stage) -> None:
    stage.clock.advance(17)
    joined(stage)
    before = stage.do(lambda tx: tx.value("SELECT deadline FROM challenge"))
    opened(stage)
    stage.press(stage.mo, previewed(stage, "标题：转场再练"), "保存修改")
    assert stage.do(lambda tx: tx.value("SELECT deadline FROM challenge")) == before
    assert brief(stage) == ("转场再练", 30, None)


def test_what_another_changed_meanwhile_stays_or_is_told(stage: Stage) -> None:
    joined(stage)
    opened(stage)
    preview = previewed(stage, "标题：慢镜头")
    tell(stage, stage.owner, "/extendchallenge 1 3天")
    stage.play()
    after = stage.do(lambda tx: tx.value("SELECT deadline FROM challenge"))
    stage.press(stage.mo, preview, "保存修改")
    assert stage.do(lambda tx: tx.value("SELECT deadline FROM challenge")) == after
    opened(stage)
    preview = previewed(stage, "截止：12-20 20:00")
    tell(stage, stage.owner, "/extendchallenge 1 5天")
    stage.play()
    stage.press(stage.mo, preview, "保存修改")
    assert "“截止”已经从" in stage.last(stage.mo).text


def test_nobody_loses_time_or_a_place(stage: Stage) -> None:
    joined(stage)
    opened(stage)
    assert "只能往后改" in previewed(stage, "截止：1天").text
    assert "已经有 2 位参加了" in previewed(stage, "截止：12-20 20:00\n名额：1").text
    assert "类型定了就不能换" in previewed(stage, "名额：2\n类型：自由发挥").text
    assert "“步骤”还没有填" in previewed(stage, "类型：照着做\n步骤：").text
    assert brief(stage) == ("转场练习", 30, None)


def test_a_later_deadline_reminds_anew(stage: Stage) -> None:
    joined(stage)
    stage.advance(5 * DAY_S + 3 * 3600)
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM note")) == 2
    opened(stage)
    stage.press(stage.mo, previewed(stage, "截止：12-20 20:00"), "保存修改")
    stage.evening()
    assert "截止：" in stage.last(stage.lin).text
    assert "还没收到你的作品" not in stage.last(stage.lin).text


def test_what_is_over_or_unknown_is_not_changed(stage: Stage) -> None:
    joined(stage)
    preview = (opened(stage), previewed(stage, "积分：40"))[1]
    tell(stage, stage.owner, "/closechallenge 1")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "确认结束")
    stage.press(stage.mo, preview, "保存修改")
    assert brief(stage) == ("转场练习", 30, None)
    assert "已经结束" in opened(stage).text
    tell(stage, stage.mo, "/editchallenge 77")
    stage.play()
    assert "77" in stage.last(stage.mo).text


def test_a_photo_challenge_takes_nothing_without_a_photo(stage: Stage) -> None:
    published(stage, STANDARD + "\n作品形式：照片")
    assert "要交：照片" in stage.messages(stage.group)[0].text
    stage.lin.say(stage.group, "#挑战1 我拍好了，在手机里")
    stage.lin.send(stage.group, document=b"report", name="report.txt", caption="#挑战1 见附件")
    stage.play()
    assert all("要交照片" in message.text for message in stage.whispers(stage.lin))
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM submission")) == 0
    handed_in(stage, stage.lin, 1)
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM submission")) == 1


def test_steps_show_how_far_one_is_go_back_and_can_be_given_up(stage: Stage) -> None:
    tell(stage, stage.mo, "/newchallenge")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "一步一步来")
    assert "第 1 步，共 15 步" in stage.last(stage.mo).text
    assert "上一步" not in labels(stage.last(stage.mo))
    tell(stage, stage.mo, "冬天续航")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "自由发挥")
    assert "第 3 步，共 11 步" in stage.last(stage.mo).text
    stage.press(stage.mo, stage.last(stage.mo), "上一步")
    assert "第 2 步，共 15 步" in stage.last(stage.mo).text
    stage.press(stage.mo, stage.last(stage.mo), "照着做")
    assert "第 3 步，共 15 步" in stage.last(stage.mo).text
    asked = stage.last(stage.mo)
    assert [label for label in labels(asked) if "不" in label] == ["先不弄了"], "one way out, by one name"
    stage.press(stage.mo, asked, "先不弄了")
    assert "取消了" in asked.text
    tell(stage, stage.mo, "视频")
    stage.play()
    assert "第 4 步" not in stage.last(stage.mo).text


def worth(stage: Stage, number: int) -> None:
    """The moderator changes what the challenge is worth."""
    opened(stage)
    stage.press(stage.mo, previewed(stage, f"积分：{number}"), "保存修改")


@pytest.mark.parametrize("points_now", [300, 5])
def test_work_that_is_handed_in_is_paid_what_it_was_promised(stage: Stage, points_now: int) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    stage.advance(60)
    worth(stage, points_now)
    assert "30 分" in card(stage).text
    shown = reviewed(stage, "通过", "转场利落")
    assert "+30 分" in shown.text and points(stage, stage.lin) == 30
    worth(stage, 77)
    told = act(stage, review.told, 1, stage.member(stage.lin))
    assert told and told.points == 30, "what it was paid, not what it would be now"
    handed_in(stage, stage.zhou, 1, b"another")
    reviewed(stage, "通过", "转场利落")
    assert points(stage, stage.zhou) == 77, "what is handed in later is worth what it is then"
    clean(stage)


def test_a_better_version_is_worth_no_less_than_the_one_before_and_more_where_there_is_more(stage: Stage) -> None:
    published(stage)
    for person, later in ((stage.lin, 5), (stage.zhou, 90)):
        handed_in(stage, person, 1, person.name.encode())
        worth(stage, later)
        handed_in(stage, person, 1, f"{person.name} again".encode())
        replaced(stage, person)
        reviewed(stage, "通过", "转场利落")
    assert (points(stage, stage.lin), points(stage, stage.zhou)) == (30, 90)
    clean(stage)
