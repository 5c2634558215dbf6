"""Who asks one thing about points is told that; who asks for the guide gets all of it."""

import pytest

from messages.vocabulary import vocabulary
from rules.honour.guide import SECTIONS
from rules.programme.wording import LOCALES
from tests.stage import Stage


def told(stage: Stage, text: str) -> str:
    stage.lin.say(stage.world.private(stage.lin), text)
    stage.play()
    return stage.last(stage.lin).text


@pytest.mark.parametrize(
    ("text", "here", "not_here"),
    [
        ("积分会过期吗", "不会过期", "签到"),
        ("积分能送人吗", "不能提现", "感谢"),
        ("签到多少分", "每日签到", "日常分享"),
    ],
)
def test_a_question_about_one_thing_is_answered_by_its_section(
    stage: Stage, text: str, here: str, not_here: str
) -> None:
    said = told(stage, text)
    assert here in said and not_here not in said
    stage.press(stage.lin, stage.last(stage.lin), "« 积分怎么来")
    assert "最佳助攻" in stage.last(stage.lin).text


@pytest.mark.parametrize("text", ["/guide", "规则", "怎么赚积分", "积分规则"])
def test_who_asks_for_the_guide_gets_all_of_it(stage: Stage, text: str) -> None:
    said = told(stage, text)
    assert "不会过期" in said and "最佳助攻" in said and "每日签到" in said


def test_every_section_is_known_by_words() -> None:
    assert vocabulary("guide", LOCALES[0]).choices["section"].keys() == SECTIONS.keys()
