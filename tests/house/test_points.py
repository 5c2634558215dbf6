"""Every line of the points table has a name that members can read."""

import pytest

from messages.renderer import Speech
from rules.programme.points import POINTS
from rules.programme.programme import LOCALES


@pytest.mark.parametrize("locale", LOCALES)
def test_every_points_rule_has_a_name(locale: str) -> None:
    speech = Speech("Asia/Shanghai", "星途汽车")
    for rule in POINTS:
        assert speech.label(locale, f"points/{rule.name}")
