"""Ends that are shown as a day last that day out."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from rules.ends import day_begins_at, day_ends_at, is_within, term_ends_at


def at(month: int, day: int, hour: int, minute: int = 0, second: int = 0) -> int:
    """That moment of 2026, in UTC seconds."""
    return int(datetime(2026, month, day, hour, minute, second, tzinfo=UTC).timestamp())


@pytest.mark.parametrize("hour", [16, 20, 23])
def test_an_end_that_is_shown_as_a_day_is_its_last_second_by_the_clock_there(hour: int) -> None:
    assert day_ends_at(at(11, 17, hour), 14, "Asia/Shanghai") == at(12, 2, 15, 59, 59)
    assert day_ends_at(at(11, 17, 15), 0, "Asia/Shanghai") == at(11, 17, 15, 59, 59)


def test_a_night_that_has_an_hour_more_is_no_end_too_early() -> None:
    assert day_ends_at(at(10, 24, 12), 1, "Europe/Berlin") == at(10, 25, 22, 59, 59)


def test_what_is_free_again_from_a_day_on_is_so_from_its_first_second() -> None:
    assert day_begins_at(at(11, 17, 20), 7, "Asia/Shanghai") == at(11, 24, 16)


def test_an_office_of_no_days_has_no_end() -> None:
    assert term_ends_at(at(11, 17, 20), 0, "UTC") is None
    assert term_ends_at(at(11, 17, 20), 1, "UTC") == at(11, 18, 23, 59, 59)


@pytest.mark.parametrize(("day", "near"), [(15, False), (16, True), (17, True), (18, True), (19, True)])
def test_two_days_before_are_days_of_the_calendar(day: int, near: bool) -> None:
    then, now = (datetime(2026, 11, *at, tzinfo=ZoneInfo("Asia/Shanghai")) for at in ((18, 23, 59), (day, 0, 1)))
    assert is_within(int(then.timestamp()), int(now.timestamp()), 2, "Asia/Shanghai") is near
