"""Whoever would rather be spoken to in another language says so in private, in either one, and it stays so."""

import pytest

from tests.handlers.works.desk import labels
from tests.stage import Stage

ASKING = (
    "换个语言",
    "換個語言",
    "English please",
    "ENGLISH, PLEASE!",
    "Ｅｎｇｌｉｓｈ　ｐｌｅａｓｅ",
    "can you speak English?",
    "请说英文～",
    "说中文吧",
    "I don’t speak Chinese",
    "/language",
)


def said(stage: Stage, words: str) -> str:
    """What Lin is answered in private."""
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    return stage.last(stage.lin).text


@pytest.mark.parametrize("words", ASKING)
def test_whoever_asks_for_another_language_is_offered_both_in_both(stage: Stage, words: str) -> None:
    assert "哪种语言" in said(stage, words) and "Which language" in stage.last(stage.lin).text
    shown = [label.removeprefix("✓ ") for label in labels(stage.last(stage.lin))]
    assert shown == ["中文", "English", "跟着手机走 Same as my app"]


def test_what_is_chosen_outweighs_the_app_until_the_other_is_chosen(stage: Stage) -> None:
    said(stage, "English please")
    offer = stage.last(stage.lin)
    stage.press(stage.lin, offer, "English")
    assert "English it is" in stage.last(stage.lin).text
    assert "Points" in said(stage, "/me") or "points" in stage.last(stage.lin).text
    stage.lin.say(stage.group, "路上堵了一个小时")
    stage.lin.rename("小林", "lin2")
    assert "Which language" in said(stage, "换个语言").splitlines()[0], "a new name, and the app is still in Chinese"
    assert (stage.member(stage.lin).name, stage.member(stage.lin).locale) == ("小林", "en")
    zh = next(label for label in labels(stage.last(stage.lin)) if "中文" in label)
    stage.press(stage.lin, stage.last(stage.lin), zh)
    assert "以后私聊都和你说中文" in stage.last(stage.lin).text
    stage.lin.language_code = "en"
    stage.lin.rename("小林")
    assert "积分" in said(stage, "/me")


def test_the_choice_can_be_left_to_the_app_again(stage: Stage) -> None:
    said(stage, "/language")
    assert "✓ 跟着手机走 Same as my app" in labels(stage.last(stage.lin))
    stage.press(stage.lin, stage.last(stage.lin), "English")
    said(stage, "/language")
    assert {"✓ English", "Same as my app 跟着手机走"} <= set(labels(stage.last(stage.lin)))
    stage.press(stage.lin, stage.last(stage.lin), "Same as my app 跟着手机走")
    assert "是什么语言，我就说什么语言" in stage.last(stage.lin).text
    stage.lin.language_code = "en"
    stage.lin.rename("小林")
    assert "Points" in said(stage, "/me") or "points" in stage.last(stage.lin).text


def test_whoever_chose_nothing_is_spoken_to_in_the_language_of_their_app(stage: Stage) -> None:
    stage.lin.language_code = "en"
    stage.lin.rename("Lin")
    said(stage, "/me")
    assert stage.member(stage.lin).locale == "en"


def test_in_a_group_it_is_ordinary_talk(stage: Stage) -> None:
    for words in ("English please", "中文", "换个语言"):
        stage.lin.say(stage.group, words)
    stage.play()
    assert not stage.said(stage.group) and not stage.whispers(stage.lin)
