"""An answer that says nothing answers nothing: what was asked stays asked, and nothing that was written is lost."""

import pytest

from rules.people import Role
from storage import members
from tests.databases import rows
from tests.handlers.daily import noting
from tests.handlers.honour.announcing import plain
from tests.handlers.offers.eventing import FORM, announced, register
from tests.handlers.offers.test_attendance import code, running
from tests.handlers.works import quizzing
from tests.handlers.works.desk import published
from tests.handlers.works.quizzing import say
from tests.handlers.works.test_look import THEME, shown
from tests.stage import Stage

UNSURE = "/newevent " + FORM.replace("名额：1", "名额：很多")


def hears(stage: Stage, words: str) -> str:
    """What the moderator is answered in private."""
    return plain(say(stage, stage.mo, words).text)


@pytest.mark.parametrize("words", ["好的", "👌", "等下", "我再想想时间", "名额还没定"])
def test_a_form_that_is_half_right_stays_whatever_is_said_besides(stage: Stage, words: str) -> None:
    hears(stage, UNSURE)
    assert "夜拍工作坊" in hears(stage, words)
    assert "👥 3 个名额" in hears(stage, "名额：3")


@pytest.mark.parametrize(
    ("begun", "after", "right"),
    [
        ("/newnote " + noting.FORM.replace("90天", "很久"), "有效期至：30天", "蓝牙钥匙固件 2.3"),
        ("/newquiz\n" + quizzing.FORM.replace("几天内：7", "几天内：很久"), "几天内：7", "冬季用车"),
    ],
)
def test_other_forms_stay_as_well(stage: Stage, begun: str, after: str, right: str) -> None:
    hears(stage, begun)
    for words in ("好的", "我再看看时间"):
        assert right in hears(stage, words)
    answered = hears(stage, after)
    assert right in answered and "要看一眼" not in answered


def test_what_is_unclear_of_a_change_takes_nothing_away(stage: Stage) -> None:
    noting.published(stage)
    hears(stage, "/editnote 1 有效期至：很久")
    assert "没看懂（我再看看时间）" in hears(stage, "我再看看时间")
    assert "蓝牙钥匙固件 2.3" in hears(stage, "有效期至：30天")


@pytest.mark.parametrize("words", ["👌", "再想想", "等下"])
def test_no_event_is_called_off_without_a_reason(stage: Stage, words: str) -> None:
    announced(stage)
    register(stage, stage.lin)
    hears(stage, "/cancelevent 1")
    assert "取消活动的原因" in hears(stage, words)
    assert "原因：讲师病了" in hears(stage, "讲师病了")


def test_what_is_no_number_is_no_guess_at_a_code(stage: Stage) -> None:
    running(stage, stage.lin)
    said = code(stage)
    say(stage, stage.lin, "/here")
    for words in ("等下", "在哪看", "好的", "没听清"):
        assert "签到码" in say(stage, stage.lin, words).text
    assert rows(stage.connection, "SELECT DISTINCT tries FROM event_seat") == [(0,)]
    assert "记下你到场了" in say(stage, stage.lin, said).text


def test_a_mere_yes_is_no_word_for_an_author_and_no_material(stage: Stage) -> None:
    published(stage, THEME)
    draft = shown(stage)
    zhou = stage.member(stage.zhou).id
    stage.do(lambda tx: members.give_role(tx, zhou, Role.MENTOR, None, 0))
    say(stage, stage.zhou, "/looks")
    stage.press(stage.zhou, stage.last(stage.zhou), "秋天的车 · 林晓")
    stage.press(stage.zhou, stage.last(stage.zhou), "写一句")
    say(stage, stage.zhou, "好的")
    assert "正在看" not in draft.text
    assert "再等十分钟的光" in say(stage, stage.zhou, "再等十分钟的光").text


def test_a_mere_yes_is_no_material(stage: Stage) -> None:
    running(stage, stage.lin)
    say(stage, stage.mo, "/event 1")
    stage.press(stage.mo, stage.last(stage.mo), "发资料")
    say(stage, stage.mo, "好的")
    assert "就这些" in str(say(stage, stage.mo, "https://example.com/slides").buttons)
    assert len(rows(stage.connection, "SELECT * FROM event_material")) == 1
