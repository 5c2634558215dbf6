"""Works that live outside: reported by their author, looked at by staff, put right kindly, and told in the month's letter."""

import pytest

from sandbox.world.messages import Message
from tests.handlers.honour.test_value_letter import month_passes, opened
from tests.handlers.works.desk import card, handed_in, labels, published, reviewed, written
from tests.shopping import tell
from tests.stage import Stage

LINK = "https://www.example.com/n/1"


def passed(stage: Stage) -> None:
    """A work of Lin's has passed."""
    published(stage)
    handed_in(stage, stage.lin, 1)
    reviewed(stage, "通过", "转场利落")


def reported(stage: Stage, said: str = f"{LINK} 阅读 1.2万 赞 300") -> Message:
    """Lin says how her work does; what she is answered."""
    tell(stage, stage.lin, f"/result 1 {said}")
    stage.play()
    return stage.last(stage.lin)


def asked(stage: Stage) -> list[Message]:
    """The cards about works outside."""
    return [one for one in stage.messages(stage.staff) if "站外数据" in one.text]


def detail(stage: Stage) -> str:
    """The work among Lin's works."""
    tell(stage, stage.lin, "/works")
    stage.play()
    page = stage.last(stage.lin)
    stage.press(stage.lin, page, "1 转场练习")
    return page.text


def test_an_author_reports_from_the_works_and_staff_confirm(stage: Stage) -> None:
    passed(stage)
    detail(stage)
    stage.press(stage.lin, stage.last(stage.lin), "📈 站外数据")
    tell(stage, stage.lin, f"发到小红书啦 {LINK} 1.2万阅读，300赞")
    stage.play()
    assert "阅读 12,000 · 赞 300" in stage.last(stage.lin).text
    assert "自报" in detail(stage)
    stage.press(stage.rui, card(stage), "对得上")
    assert "✅" in asked(stage)[0].text and not labels(asked(stage)[0])
    assert "自报" not in detail(stage)


def test_what_is_put_right_is_told_kindly_and_what_was_said_before_is_kept(stage: Stage) -> None:
    passed(stage)
    reported(stage)
    written(stage, stage.rui, card(stage), "改数字", "阅读 1.1万")
    assert "阅读 11,000 · 赞 300" in asked(stage)[0].text
    stage.evening()
    told = stage.last(stage.lin).text
    assert "差一点很正常" in told and "你报的是阅读 12,000" in told
    assert "上次" not in reported(stage, "阅读 1.1万 赞 300").text
    stage.advance(5 * 86_400)
    assert "阅读 20,000" in reported(stage, "阅读 2万").text and "上次" in stage.last(stage.lin).text
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM result_report")) == 3


def test_newer_figures_take_their_place_on_the_card_that_waits(stage: Stage) -> None:
    passed(stage)
    reported(stage)
    reported(stage, "阅读 2万")
    [one] = asked(stage)
    assert "20,000" in one.text
    stage.press(stage.rui, one, "链接打不开")
    stage.evening()
    assert "没打开" in stage.last(stage.lin).text


def test_nobody_confirms_their_own_and_others_have_no_say(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.rui, 1)
    reviewed(stage, "通过", "转场利落", by=stage.mo)
    tell(stage, stage.rui, f"/result 1 {LINK} 赞 3")
    stage.play()
    assert "不能自己经手" in stage.press(stage.rui, card(stage), "对得上")
    assert "没找到你的作品" in reported(stage).text
    stage.press(stage.mo, card(stage), "对得上")
    assert "莫莫" in asked(stage)[0].text


def test_only_what_has_passed_has_results_and_a_link_belongs_to_one_work(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    assert "还没通过" in reported(stage).text
    reviewed(stage, "通过", "转场利落")
    assert "还差作品的链接" in reported(stage, "阅读 3").text
    reported(stage)
    handed_in(stage, stage.zhou, 1, b"another")
    reviewed(stage, "通过", "转场利落")
    tell(stage, stage.zhou, f"/result {LINK} 赞 3")
    stage.play()
    assert "另一件作品" in stage.last(stage.zhou).text


def test_staff_note_it_for_the_author_and_the_letter_tells_it(stage: Stage) -> None:
    passed(stage)
    stage.mo.say(stage.staff, f"/result 1 {LINK} 阅读 1.2万")
    stage.play()
    assert "自报" not in stage.last(stage.staff).text
    stage.evening()
    assert "替你记下了" in stage.last(stage.lin).text
    month_passes(stage)
    letter = opened(stage, stage.lin)
    assert "发到外面的作品" in letter and "阅读 12,000" in letter


@pytest.mark.parametrize(
    ("one", "other", "another"),
    [
        ("https://b23.tv/BV1xx41", "https://www.bilibili.com/video/BV1xx41/?share_source=copy_web", "https://b23.tv/BV1xx42"),
        ("https://youtu.be/aB-1_2c?si=x", "https://m.youtube.com/watch?v=aB-1_2c&t=9", "https://youtu.be/ab-1_2c"),
    ],
)  # fmt: skip
def test_a_place_that_was_shared_another_way_is_the_same_place(
    stage: Stage, one: str, other: str, another: str
) -> None:
    passed(stage)
    reported(stage, f"{one} 赞 3")
    handed_in(stage, stage.zhou, 1, b"another")
    reviewed(stage, "通过", "转场利落")
    tell(stage, stage.zhou, f"/result {other} 赞 900")
    stage.play()
    assert "另一件作品" in stage.last(stage.zhou).text
    reported(stage, f"{other} 赞 4")
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM result")) == 1
    tell(stage, stage.zhou, f"/result {another} 赞 5")
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM result")) == 2
