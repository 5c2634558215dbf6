"""Every line of the points table has a name that members can read."""

import pytest

from actions.fairness.unwinding import unwindings
from actions.ledger.reversals import ELSEWHERE
from messages.renderer import Speech
from rules.programme.points import BY_NAME, POINTS
from rules.programme.wording import LOCALES


@pytest.mark.parametrize("locale", LOCALES)
def test_every_points_rule_has_a_name(locale: str) -> None:
    speech = Speech("Asia/Shanghai", "星途汽车")
    for rule in POINTS:
        assert speech.label(locale, f"points/{rule.name}")


def test_every_rule_that_pays_declares_what_goes_with_it_and_nothing_else_does() -> None:
    assert set(unwindings()) == set(BY_NAME) - set(ELSEWHERE)
