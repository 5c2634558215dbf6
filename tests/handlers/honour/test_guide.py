"""The guide says what the engine does."""

import pytest

from messages.renderer import Speech
from rules.honour.guide import NUMBERS, Change, Worth, changes, guide, numbers
from rules.programme.conditions import Needs
from rules.programme.points import POINTS, Per, Points
from rules.programme.programme import Programme
from rules.programme.thanks import Thanks
from rules.programme.trust import TrustLadder, TrustStep
from rules.programme.wording import LOCALES
from rules.values import replace
from tests.stage import MONDAY_9_00, Stage

speech = Speech("Asia/Shanghai", "星途汽车")


def told(programme: Programme, locale: str = "zh") -> str:
    return speech.render(locale, "guide/guide", guide(programme))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("rule", [rule for rule in POINTS if rule.published], ids=lambda rule: rule.name)
def test_every_rule_stands_in_the_guide_with_the_brands_number(locale: str, rule: object) -> None:
    name = rule.name  # type: ignore[attr-defined]
    assert "+7777" in told(Programme(points=Points({name: 7777})), locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_rule_without_words_breaks_the_guide(locale: str) -> None:
    strange = replace(guide(Programme()), rules=(Worth("karaoke", 5, Per.DAY, varies=False),))
    with pytest.raises(KeyError, match="guide/karaoke"):
        speech.render(locale, "guide/guide", strange)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("section", "name"), [(section, name) for section, names in NUMBERS.items() for name in names])
def test_every_number_that_decides_about_points_stands_in_the_guide(locale: str, section: str, name: str) -> None:
    plain = Programme()
    changed = replace(getattr(plain, section), **{name: 7777})
    assert "7777" in told(replace(plain, **{section: changed}), locale)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("step", [TrustStep.FRAMEWORK, TrustStep.OPEN])
def test_every_threshold_of_a_step_of_trust_stands_in_the_guide(locale: str, step: TrustStep) -> None:
    ladder = replace(TrustLadder(), **{step.value: Needs({"works_approved": 7777})})
    text = told(Programme(trust=ladder), locale)
    assert "7777" in text and "/trust" in text


@pytest.mark.parametrize(
    ("locale", "said"), [("zh", "第 1 次 42 分，第 2 次 8 分，"), ("en", "the first time 42 points, the second 8, ")]
)
def test_the_guide_says_what_the_next_thank_of_a_pair_is_worth(locale: str, said: str) -> None:
    assert said in told(Programme(points=Points({"thanks": 42}), thanks=Thanks(divisors=(1, 5))), locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_number_of_the_guide_has_words_for_its_change(locale: str) -> None:
    from actions.honour.guide import Changed

    before = numbers(Programme())
    after = {row: number + 1 for row, number in before.items()}
    text = speech.render(locale, "guide/changed", Changed(0, changes(before, after)))
    assert text.count("→") == len(before)


def test_a_number_that_came_or_went_is_a_change() -> None:
    assert changes({"bonus.3": 1}, {"bonus.7": 2}) == (Change("bonus", "7", None, 2), Change("bonus", "3", 1, None))


def test_the_guide_is_for_the_caller_alone_in_a_group(stage: Stage) -> None:
    stage.lin.say(stage.group, "积分规则")
    stage.play()
    assert stage.said(stage.group) == []
    assert "贡献值获取指南" in stage.whispers(stage.lin)[-1].text


def test_a_change_of_rules_is_announced_once_with_its_date_and_difference(stage: Stage) -> None:
    def news() -> list[str]:
        return [text for text in stage.said(stage.group) if "规则改了几处" in text]

    stage.advance(2 * 3600)
    assert news() == []
    stage.restart(Programme(points=Points({"thanks": 6})))
    stage.advance(3600)
    [text] = news()
    assert "收到感谢 4 分 → 6 分" in text
    assert "11月16日 12:00 起" in text
    stage.advance(3600)
    assert len(news()) == 1
    assert stage.clock.now() == MONDAY_9_00 + 4 * 3600
