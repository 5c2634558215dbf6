"""A number before the reason of a /lift is no part of what is said to anybody."""

from tests.handlers.fairness.test_sanction import ask, give, silent
from tests.stage import Stage


def test_a_number_before_the_reason_is_no_part_of_it_and_what_is_lifted_is_shown_first(stage: Stage) -> None:
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    card = ask(stage, "/lift @zhou 2 查清是误会")
    assert "理由：查清是误会" in card.text
    assert silent(stage, stage.zhou)
    stage.press(stage.mo, card, "撤回：禁言 2 小时")
    assert not silent(stage, stage.zhou)
    told = stage.last(stage.zhou).text
    assert "查清是误会" in told and "2 查清" not in told


def test_what_is_counted_in_the_reason_stays_in_it(stage: Stage) -> None:
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    assert "2台车的事查清了" in ask(stage, "/lift @zhou 2台车的事查清了").text


def test_a_number_alone_is_no_reason(stage: Stage) -> None:
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    assert "原因" in ask(stage, "/lift @zhou 2").text
    assert silent(stage, stage.zhou)
