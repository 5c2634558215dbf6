"""Which designs go on, and what is wrong with a form of designs."""

import pytest

from messages.vocabulary import vocabulary
from rules.ballot import Count, result
from rules.journey import preference_form as form
from rules.journey.preference import PicturesNeeded, best, require_pictures, standing
from rules.occasion import Occasion
from rules.programme.programme import Programme
from rules.reading.flaws import Flaw
from rules.reading.forms import Filled

TEXT = "标题：脚垫\n说明：听听大家的。\n设计：\n夜幕蓝\n晨雾白\n截止：3天"


def test_votes_of_all_criteria_count_together_and_equals_go_on_together() -> None:
    looks = result([Count(1, 3), Count(2, 1), Count(3, 0)], 4, 1)
    use = result([Count(1, 0), Count(2, 2), Count(3, 2)], 4, 1)
    assert standing([looks, use], 3) == (3, 3, 2)
    assert best((3, 3, 2, 2), 1) == (1, 2)
    assert best((3, 3, 2, 2), 3) == (1, 2, 3, 4)
    assert best((0, 5, 1), 2) == (2, 3)


def test_each_design_has_its_picture_and_each_picture_its_design() -> None:
    require_pictures(3, 3)
    for many in (2, 4):
        with pytest.raises(PicturesNeeded):
            require_pictures(3, many)


def read(text: str) -> Filled:
    return form.read(form.FORM, text, vocabulary("preference", "zh"), Occasion(1_794_790_800, Programme()))


def test_a_form_without_criteria_asks_for_the_one_that_is_liked_best() -> None:
    assert form.plan_of(read(TEXT)).criteria == ("",)
    assert form.round_of(read(TEXT)).designs == ("夜幕蓝", "晨雾白")


@pytest.mark.parametrize(
    ("was", "instead", "line", "flaw"),
    [
        ("晨雾白", "夜幕蓝", 5, Flaw.TWICE),
        ("晨雾白", "白" * 21, 5, Flaw.LENGTH),
        ("晨雾白\n", "", 3, Flaw.COUNT),
        ("截止：3天", "截止：3天\n方面：\n好看\n好看", 9, Flaw.TWICE),
        ("截止：3天", "截止：40天", 0, Flaw.LATE),
    ],
)
def test_each_fault_is_named_with_its_line(was: str, instead: str, line: int, flaw: Flaw) -> None:
    [mistake] = read(TEXT.replace(was, instead)).mistakes
    assert (mistake.line, mistake.flaw) == (line, flaw)
