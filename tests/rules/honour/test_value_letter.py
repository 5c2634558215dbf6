"""Which month a letter is about, and what weighs in it."""

from datetime import date

import pytest

from rules.honour.value_letter import Month, days_of, month_before
from rules.values import replace


@pytest.mark.parametrize(
    ("day", "before"),
    [(date(2026, 11, 1), "2026-10"), (date(2026, 1, 1), "2025-12"), (date(2024, 3, 31), "2024-02")],
)
def test_the_month_before_ends_where_this_one_begins(day: date, before: str) -> None:
    assert month_before(day) == before
    assert days_of(before)[1] == day.replace(day=1)


def test_december_ends_with_the_year() -> None:
    assert days_of("2026-12") == (date(2026, 12, 1), date(2027, 1, 1))


def test_one_thing_to_tell_of_is_thin_and_two_are_not() -> None:
    quiet, one = Month("2026-10", days=31), Month("2026-10", people=1)
    assert quiet.thin and one.thin and Month("2026-10", council=True).thin
    assert not replace(one, answers=1).thin and not Month("2026-10", mentored=("小满", "周舟")).thin


def test_having_been_there_is_nothing_to_tell_of_and_being_found_again_weighs_twice() -> None:
    assert not Month("2026-10", days=31).rich
    helped, found = Month("2026-10", people=3), Month("2026-10", finds=2)
    assert helped.rich and helped.weight == 3
    assert found.rich and found.weight == 4
