"""Moments as people write them."""

import pytest

from rules.moments import moment_of
from rules.occasion import Occasion
from rules.programme import Programme

NOW = 1_794_790_800  # Monday 2026-11-16 09:00 in Shanghai
DAY, HOUR = 86_400, 3600
MONDAY = Occasion(NOW, Programme())


@pytest.mark.parametrize(
    ("written", "after_s"),
    [
        ("2026-11-17 09:00", DAY),
        ("11-17 9:00", DAY),
        ("11月17日 9点", DAY),
        ("１１／１７ ０９：００", DAY),
        ("11-16", 14 * HOUR + 59 * 60),
        ("3天", 3 * DAY),
        ("2 weeks", 14 * DAY),
        ("12小时后", 12 * HOUR),
        ("1-16 09:00", 61 * DAY),
    ],
)
def test_people_write_moments_in_many_ways(written: str, after_s: int) -> None:
    assert moment_of(written, MONDAY) == NOW + after_s


def test_a_day_on_which_something_opens_begins_at_midnight() -> None:
    assert moment_of("11-17", MONDAY, opens=True) == NOW + 15 * HOUR


@pytest.mark.parametrize("written", ["", "soon", "2026-13-01", "11-31", "11-17 25:00", "99"])
def test_what_is_no_moment_is_not_guessed(written: str) -> None:
    assert moment_of(written, MONDAY) is None
