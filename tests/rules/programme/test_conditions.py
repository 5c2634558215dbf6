"""Conditions: the number that is told is the number that decides, and a name that nobody knows is a fault."""

import pytest

from rules.honour.badge import nearest
from rules.programme.badges import BADGES, Badge, Badges
from rules.programme.conditions import CONDITIONS, NAMED, Needs, checked, checklist, enough, met, still_true
from rules.programme.faults import Faulty
from rules.programme.wording import Wording


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda condition: condition.name)
def test_what_is_missing_is_exactly_what_makes_it_true(condition: object) -> None:
    name = condition.name  # type: ignore[attr-defined]
    for needs in (1, 7, 30):
        for has in range(40):
            line = checked(name, has, needs)
            assert line.met == enough(name, has, needs)
            if not line.at_most:
                assert line.met == (line.missing == 0)
                assert enough(name, has + line.missing, needs)
                assert not line.missing or not enough(name, has + line.missing - 1, needs)


def test_nothing_to_count_is_never_enough() -> None:
    assert not any(enough(name, None, 1) for name in NAMED)
    assert checked("people_helped", None, 10).missing == 10


def test_an_unknown_condition_names_the_nearest() -> None:
    with pytest.raises(Faulty) as wrong:
        Needs({"people_help": 10, "tenure_days": 0})
    [(_, unknown), (key, bounds)] = wrong.value.faults
    assert "did you mean people_helped?" in unknown and "tenure_days" in unknown
    assert (key, bounds) == ("tenure_days", "must be between 1 and 100000")


def test_what_was_meant_is_only_guessed_for_a_name_that_there_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rules.programme.conditions.get_close_matches", None)  # a titles' desk asks thousands of times
    assert Needs({"people_helped": 10}) == {"people_helped": 10}


def test_what_does_not_last_takes_nothing_back() -> None:
    needs = {"clean_days": 30, "works_approved": 3}
    assert not met(needs, {"clean_days": 0, "works_approved": 3})
    assert still_true(needs, {"clean_days": 0, "works_approved": 3})
    assert not still_true(needs, {"clean_days": 90, "works_approved": 2})


def test_a_condition_that_is_gone_from_the_product_asks_for_nothing_any_more() -> None:
    assert checklist({"gone": 3, "people_helped": 1}, {"people_helped": 1}) == (checked("people_helped", 1, 1),)


def test_there_are_at_least_24_badges_over_every_source_and_most_have_a_title_in_both_languages() -> None:
    assert len(BADGES) >= 24
    assert len({badge.key for badge in BADGES}) == len(BADGES)
    assert all(set(badge.title.by_locale) == {"zh", "en"} for badge in BADGES)


def test_the_nearest_are_begun_and_can_still_be_had() -> None:
    near = nearest(BADGES, {"helped_ten"}, {"people_helped": 45, "founding_days": 90, "longest_streak": 6})
    assert [one.key for one in near] == ["helped_fifty", "streak_7", "helped_hundred"]
    assert near[0].asks[0].missing == 5


def test_badges_are_known_by_keys_of_their_own() -> None:
    one = Badge("same", Wording("一"), "1️⃣", needs=Needs({"people_helped": 1}))
    with pytest.raises(Faulty) as wrong:
        Badges([one, one, Badge("Bad", Wording(""), "", award=True, needs=Needs({"people_helped": 1}))])
    assert [key for key, _ in wrong.value.faults] == ["2.title", "2.emoji", "2.needs", "1.key", "1.title", "2.key"]
