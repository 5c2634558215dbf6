"""The ladder: which level a contribution reaches, and how far it is to the next."""

import pytest

from rules.programme.faults import Faulty
from rules.programme.levels import Level, Levels, succeeding

LEVELS = Levels((Level("new", "新晋", 0), Level("active", "活跃", 60), Level("senior", "资深", 300)))
INSERTED = Levels((*LEVELS[:1], Level("regular", "常客", 30), *LEVELS[1:]))


@pytest.mark.parametrize(
    ("contribution", "place"), [(-5, 0), (0, 0), (59, 0), (60, 1), (61, 1), (299, 1), (300, 2), (9999, 2)]
)
def test_a_level_is_reached_at_its_very_threshold(contribution: int, place: int) -> None:
    assert LEVELS.reached(contribution) == LEVELS[place]


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
    assert (top.key, top.title, top.next_title, top.next_at, top.missing, top.percent) == (
        "senior",
        "资深",
        None,
        None,
        0,
        100,
    )


def test_a_level_kept_from_before_is_not_lost_by_what_the_contribution_reaches_now() -> None:
    kept = LEVELS.progress(10, kept="active")
    assert (kept.key, kept.title, kept.missing, kept.percent) == ("active", "活跃", 290, 0)
    assert LEVELS.progress(70, kept="new").key == "active"
    assert LEVELS.progress(70, kept="gone").key == "active", "a ladder that was shortened"


@pytest.mark.parametrize("ladder", [LEVELS, INSERTED])
def test_a_level_that_is_put_in_between_moves_nobody_who_stands_elsewhere(ladder: Levels) -> None:
    assert ladder.standing(100, "active").title == "活跃"
    assert ladder.standing(20, "").title == "新晋"
    assert ladder.named("senior").title == "资深"
    assert not ladder.higher("active", "active")
    assert ladder.higher("senior", "active")


@pytest.mark.parametrize(
    ("key", "instead"), [("active", "active"), ("", ""), ("fan", "senior"), ("top", "senior"), ("unheard_of", "senior")]
)
def test_what_asked_for_a_level_that_is_gone_asks_for_the_nearest_that_is_no_easier(key: str, instead: str) -> None:
    assert succeeding(LEVELS, key, {"new": 0, "active": 60, "fan": 61, "top": 5000}) == instead
    assert succeeding(LEVELS, "renamed", {"renamed": 60}) == "active"


@pytest.mark.parametrize(
    "ladder",
    [
        (),
        (Level("new", "新晋", 1),),
        (Level("new", "新晋", 0), Level("active", "活跃", 0)),
        (Level("new", "新晋", 0), Level("active", "活跃", 60), Level("senior", "资深", 59)),
        (Level("new", "", 0),),
        (Level("new", "一" * 17, 0),),
        (Level("", "新晋", 0),),
        (Level("新晋", "新晋", 0),),
        (Level("new", "新晋", 0), Level("new", "活跃", 60)),
    ],
)
def test_a_ladder_begins_at_nothing_rises_and_has_keys_and_titles_that_fit_a_tag(ladder: tuple[Level, ...]) -> None:
    with pytest.raises(Faulty):
        Levels(ladder)


def test_a_title_may_have_sixteen_characters_and_a_ladder_one_level() -> None:
    assert Levels((Level("new", "一" * 16, 0),)).reached(500).key == "new"


def test_a_privilege_is_opened_by_its_level_and_all_above_it_by_no_other_and_never_by_one_nobody_declared() -> None:
    levels = Levels(
        (Level("new", "新晋", 0), Level("active", "活跃", 60, ("shop_layer:b",)), Level("senior", "资深", 300))
    )
    assert [levels.opens(key, "shop_layer:b") for key in ("", "new", "active", "senior")] == [False, False, True, True]
    assert not levels.opens("senior", "shop_layer:c")
    assert levels.opening("shop_layer:c") is None
