"""The small sums of the monthly report, and which month is meant."""

from datetime import date

import pytest

from rules.money import Money
from rules.operations.monthly import NoSuchMonth, bare, concentrated, lasts_days, median, named, percent, worth
from rules.programme.faults import Faulty
from rules.programme.monthlies import Monthlies

TODAY = date(2026, 12, 2)


@pytest.mark.parametrize(
    ("helps", "top", "carriers"),
    [([], 0, 0), ([7], 7, 1), ([1, 1, 1, 1, 1], 3, 4), ([1, 80, 19], 100, 1), ([79, 20, 1], 100, 2)],
)
def test_how_much_the_first_three_did_and_how_few_did_four_fifths(helps: list[int], top: int, carriers: int) -> None:
    assert concentrated(helps) == (top, carriers)


def test_percentages_medians_and_what_points_are_worth() -> None:
    assert (percent(1, 3), percent(2, 3), percent(1, 200), percent(0, 0)) == (33, 67, 1, None)
    assert (median([]), median([5, 1, 3, 9])) == (None, 3)
    assert worth(12_401, Money(500, "CNY")) == Money(62_005, "CNY")
    assert worth(None, Money(500, "CNY")) is None


def test_how_long_stock_lasts() -> None:
    assert (lasts_days(0, 0, 30), lasts_days(4, 0, 30), lasts_days(4, 20, 30), lasts_days(4, 1, 0)) == (0, None, 6, 4)


@pytest.mark.parametrize(
    ("words", "called", "month"),
    [
        ("", None, "2026-11"),
        ("11", None, "2026-11"),
        ("12月", "12", "2026-12"),
        ("1月", "1", "2026-01"),
        ("12", None, "2026-12"),
        ("这个月", "this", "2026-12"),
        ("上个月", "last", "2026-11"),
        ("2026-12", None, "2026-12"),
        ("Oct 2024", "10", "2024-10"),
        ("2025年3月", "3", "2025-03"),
    ],
)
def test_a_month_is_named_with_its_year_or_is_the_latest_that_has_begun(
    words: str, called: str | None, month: str
) -> None:
    assert named(words, called, TODAY) == month


@pytest.mark.parametrize("words", ["那个月", "13", "2026", "0"])
def test_what_names_no_month_is_asked_about(words: str) -> None:
    with pytest.raises(NoSuchMonth):
        named(words, None, TODAY)
    assert bare("2026-11") == "11"


def test_a_value_of_points_names_its_currency() -> None:
    assert Monthlies(hundred_points="5 CNY").worth == Money(500, "CNY")
    assert Monthlies().worth is None
    for wrong in ("5", "five CNY", "5 XXX", "0.001 CNY"):
        with pytest.raises(Faulty):
            Monthlies(hundred_points=wrong)
