"""What one can set oneself is in one place, each as it stands and a press away."""

import pytest

from tests.handlers.works.desk import labels
from tests.stage import Stage


def said(stage: Stage, words: str) -> str:
    """What Lin is answered in private."""
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    return stage.last(stage.lin).text


@pytest.mark.parametrize("words", ["/settings", "设置", "我的设置", "时区不对", "settings", "Time zone"])
def test_whoever_looks_for_the_settings_finds_them_as_they_stand(stage: Stage, words: str) -> None:
    shown = said(stage, words)
    assert "私信收多少：都要" in shown and "跟着你的 Telegram" in shown and "北京时间 04:00" in shown
    assert labels(stage.last(stage.lin)) == ["🔔 私信收多少", "🌐 语言", "🏷 头衔", "🕓 时区和常驻群"]


@pytest.mark.parametrize(
    ("label", "leads_to"),
    [("私信收多少", "尽量少"), ("语言", "Which language"), ("头衔", "头衔"), ("时区和常驻群", "你的一天从")],
)
def test_each_is_a_press_away(stage: Stage, label: str, leads_to: str) -> None:
    said(stage, "/settings")
    stage.press(stage.lin, stage.last(stage.lin), next(one for one in labels(stage.last(stage.lin)) if label in one))
    assert leads_to in stage.last(stage.lin).text


def test_what_was_changed_is_shown_so(stage: Stage) -> None:
    said(stage, "/tag off")
    said(stage, "/quiet")
    stage.press(stage.lin, stage.last(stage.lin), "尽量少")
    said(stage, "/language")
    stage.press(stage.lin, stage.last(stage.lin), "中文")
    shown = said(stage, "/settings")
    assert "私信收多少：尽量少" in shown and "头衔：不显示" in shown and "你选的中文" in shown


def test_in_a_group_the_words_are_talk(stage: Stage) -> None:
    stage.lin.say(stage.group, "设置")
    stage.play()
    assert not stage.said(stage.group) and not stage.whispers(stage.lin)
