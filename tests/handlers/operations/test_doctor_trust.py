"""The doctor and the trust ladder: steps that nobody can come to, challenges that nobody may take part in."""

import pytest

from rules.programme.conditions import Needs
from rules.programme.trust import TrustLadder
from rules.rights import BotStanding
from rules.values import replace
from tests.handlers.operations.test_doctor import healthy, stand, told
from tests.handlers.works.desk import published
from tests.handlers.works.test_trust import THEME
from tests.stage import Stage

__all__ = ["healthy"]


def asked(stage: Stage, **steps: Needs) -> None:
    """The brand asks for that."""
    stage.restart(replace(stage.programme, trust=replace(TrustLadder(), **steps)))


@pytest.mark.parametrize(
    ("needs", "said"),
    [({"framework_featured": 1}, "没有这一级的人现在交不了"), ({"tracks_tried": 6}, "方向没有这么多")],
    ids=["a circle", "too many crafts"],
)
def test_a_step_that_nobody_can_come_to_is_a_fault(healthy: Stage, needs: dict[str, int], said: str) -> None:
    assert told(healthy).startswith("✅")
    asked(healthy, framework=Needs(needs))
    assert "没有人拿得到“命题资格”" in told(healthy) and said in told(healthy)


def test_a_challenge_of_that_kind_that_takes_less_opens_the_circle(healthy: Stage) -> None:
    asked(healthy, framework=Needs({"framework_featured": 1}))
    published(healthy, f"{THEME}\n资格：基础")
    assert told(healthy).startswith("✅")


def test_a_challenge_that_nobody_may_take_part_in_is_named_until_somebody_may(healthy: Stage) -> None:
    published(healthy, THEME)
    assert "要“命题资格”，可是还没有人有" in told(healthy)
    healthy.mo.say(healthy.staff, "/trust @lin 命题 方案写得清楚")
    healthy.play()
    assert "可是还没有人有" not in told(healthy)


def test_conditions_that_are_counted_short_without_a_right_are_named(healthy: Stage) -> None:
    stand(healthy, healthy.group, BotStanding.MEMBER, frozenset())
    assert "会数少：“进群满 … 天”" in told(healthy) and "“帮到 … 位不同的车友”" in told(healthy)
    stand(healthy, healthy.group, BotStanding.ADMINISTRATOR)
    assert "会数少" not in told(healthy)
