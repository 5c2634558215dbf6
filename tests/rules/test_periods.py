"""Weeks, months and seasons."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.honour.announcements import AnnouncementKind, period_of
from rules.honour.boards import closing
from rules.periods import ONE_DAY, Span, before, first_day, last_day, period, periods, week_of

SUNDAY = date(2026, 11, 22)


def test_a_week_lasts_from_sunday_to_saturday() -> None:
    week = week_of(SUNDAY)
    assert (first_day(week), last_day(week)) == (SUNDAY, SUNDAY + 6 * ONE_DAY)
    assert week_of(SUNDAY - ONE_DAY) == before(Span.WEEK, SUNDAY) != week


@pytest.mark.parametrize("late", range(3))
def test_sundays_announcements_speak_of_the_same_seven_days_also_when_they_are_late(late: int) -> None:
    day = SUNDAY + late * ONE_DAY
    week = period_of(AnnouncementKind.WEEKLY, day)
    assert week == period_of(AnnouncementKind.ASSIST, day)
    assert (first_day(week), last_day(week)) == (date(2026, 11, 15), date(2026, 11, 21))


def test_what_is_announced_is_over_and_what_is_read_by_last_is_what_was_announced() -> None:
    assert last_day(closing(Span.WEEK, SUNDAY)) < SUNDAY
    assert closing(Span.WEEK, SUNDAY) == before(Span.WEEK, SUNDAY)


@given(st.dates(date(2020, 1, 1), date(2060, 1, 1)))
def test_every_day_belongs_to_one_week_month_and_season_that_holds_it(day: date) -> None:
    for name in periods(day)[:3]:
        assert first_day(name) <= day <= last_day(name)
        assert (last_day(name) - first_day(name) == timedelta(days=6)) is ("W" in name)
    for span in (Span.WEEK, Span.MONTH, Span.SEASON):
        name = period(span, day)
        assert before(span, day) == period(span, first_day(name) - ONE_DAY)
        assert all(period(span, edge) == name for edge in (first_day(name), last_day(name)))
