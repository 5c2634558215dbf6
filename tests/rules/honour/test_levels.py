"""The ladder: which level a contribution reaches, and how far it is to the next."""

import pytest

from rules.programme.faults import Faulty
from rules.programme.levels import Level, Levels

LEVELS = Levels((Level("新晋", 0), Level("活跃", 60), Level("资深", 300)))


@pytest.mark.parametrize(
    ("contribution", "index"), [(-5, 0), (0, 0), (59, 0), (60, 1), (61, 1), (299, 1), (300, 2), (9999, 2)]
)
def test_a_level_is_reached_at_its_very_threshold(contribution: int, index: int) -> None:
    assert LEVELS.reached(contribution) == index


def test_the_way_to_the_next_level_is_told_in_points_and_percent() -> None:
    half = LEVELS.progress(180)
    assert (half.title, half.at, half.next_title, half.next_at, half.missing, half.percent) == (
        "活跃",
        60,
        "资深",
        300,
        120,
        50,
    )
    assert [LEVELS.progress(n).percent for n in (60, 62, 63, 299)] == [0, 0, 1, 99]
    assert (LEVELS.progress(-5).missing, LEVELS.progress(-5).percent) == (65, 0)


def test_above_the_last_level_nothing_is_missing() -> None:
    top = LEVELS.progress(300)
    assert (top.index, top.title, top.next_title, top.next_at, top.missing, top.percent) == (
        2,
        "资深",
        None,
        None,
        0,
        100,
    )


def test_a_level_kept_from_before_is_not_lost_by_what_the_contribution_reaches_now() -> None:
    kept = LEVELS.progress(10, kept=1)
    assert (kept.index, kept.title, kept.missing, kept.percent) == (1, "活跃", 290, 0)
    assert LEVELS.progress(70, kept=0).index == 1
    assert LEVELS.progress(10, kept=9).index == 2, "a ladder that was shortened"


@pytest.mark.parametrize(
    "ladder",
    [
        (),
        (Level("新晋", 1),),
        (Level("新晋", 0), Level("活跃", 0)),
        (Level("新晋", 0), Level("活跃", 60), Level("资深", 59)),
        (Level("", 0),),
        (Level("一" * 17, 0),),
    ],
)
def test_a_ladder_begins_at_nothing_rises_and_has_titles_that_fit_a_tag(ladder: tuple[Level, ...]) -> None:
    with pytest.raises(Faulty):
        Levels(ladder)


def test_a_title_may_have_sixteen_characters_and_a_ladder_one_level() -> None:
    assert Levels((Level("一" * 16, 0),)).reached(500) == 0
