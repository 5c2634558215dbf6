"""Who is proposed for another stage."""

from datetime import date

import pytest

from rules.journey.stage_proposal import Walker, proposed
from rules.programme.conditions import Needs
from rules.programme.faults import Faulty
from rules.programme.stages import Stages
from rules.programme.wording import Wording
from rules.source import Domain
from rules.stage import Stage

TODAY = date(2026, 11, 17)
LATELY, LONG_AGO = date(2026, 11, 10), date(2026, 9, 18)
STAGES = Stages()
ACTIVE, MATURE = dict(STAGES.active), dict(STAGES.mature)


def walker(
    stood_on: Stage | None,
    figures: dict[str, int],
    last: date | None = LATELY,
    *,
    recent: int = 0,
    before: Stage | None = None,
) -> Walker:
    """Somebody as they are known."""
    return Walker(stood_on, before, figures, last, recent)


@pytest.mark.parametrize(
    ("one", "stage"),
    [
        (walker(None, ACTIVE), Stage.ACTIVE),
        (walker(Stage.SPROUT, ACTIVE), Stage.ACTIVE),
        (walker(Stage.SPROUT, ACTIVE | {"people_helped": 4}), None),
        (walker(Stage.ACTIVE, MATURE), Stage.MATURE),
        (walker(Stage.ACTIVE, ACTIVE), None),
        (walker(Stage.MATURE, MATURE), None),
        (walker(Stage.ACTIVE, MATURE, LONG_AGO), Stage.ALUMNI),
        (walker(Stage.MATURE, {}, date(2026, 9, 19)), None),
        (walker(Stage.SPROUT, {}, LONG_AGO), None),
        (walker(Stage.MATURE, {}, None), None),
        (walker(Stage.ALUMNI, {}, recent=5, before=Stage.MATURE), Stage.MATURE),
        (walker(Stage.ALUMNI, {}, recent=5), Stage.ACTIVE),
        (walker(Stage.ALUMNI, {}, recent=4, before=Stage.MATURE), None),
    ],
    ids=[
        "from nowhere",
        "a sprout",
        "one short",
        "an active one",
        "not mature yet",
        "there already",
        "quiet for sixty days",
        "quiet for fifty-nine",
        "a quiet sprout",
        "never seen",
        "back again",
        "back, and before that nowhere",
        "not quite back",
    ],
)
def test_each_is_proposed_for_what_they_have_come_to(one: Walker, stage: Stage | None) -> None:
    assert proposed(one, STAGES, TODAY) is stage


def test_a_stage_that_asks_for_nothing_is_given_by_hand() -> None:
    assert proposed(walker(None, ACTIVE), Stages(active=Needs()), TODAY) is None


def test_the_last_two_have_titles_by_source() -> None:
    assert STAGES.title(Stage.ACTIVE, Domain.PUBLIC) is None
    assert STAGES.title(Stage.MATURE, Domain.PUBLIC) == "荣誉大使"
    assert STAGES.title(Stage.ALUMNI, Domain.PRIVATE) == "终身荣誉会员"


def test_a_title_that_fits_no_tag_is_a_fault() -> None:
    with pytest.raises(Faulty):
        Stages(mature_public=Wording("🌳 大使"))
