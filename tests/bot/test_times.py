"""The times of a cron expression: what is remembered of them is what would be found."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.flow.times import REMEMBERED, Times
from tests.bot.test_schedule import HOUR_S, SUNDAY_20


def test_a_search_that_begins_in_the_hour_shown_twice_finds_the_same_evening() -> None:
    in_the_second_hour = int(datetime(2026, 10, 25, 1, 30, tzinfo=UTC).timestamp())
    evening = int(datetime(2026, 10, 25, 19, 0, tzinfo=UTC).timestamp())
    assert Times("0 20 * * *", "Europe/Berlin").next(in_the_second_hour) == evening


@settings(max_examples=60, deadline=None)
@given(
    asked=st.lists(st.integers(0, 60 * HOUR_S), min_size=20, max_size=60),
    cron=st.sampled_from(["30 1 * * *", "15 */6 * * *", "0 9 * * mon,thu", "15 * * * *"]),
    timezone=st.sampled_from(["Asia/Shanghai", "Europe/Berlin"]),
)
def test_what_is_remembered_of_the_times_is_what_would_be_found_in_whatever_order_it_is_asked(
    asked: list[int], cron: str, timezone: str
) -> None:
    start = int(datetime(2026, 10, 20, tzinfo=UTC).timestamp())
    remembers = Times(cron, timezone)
    told = [remembers.next(start + after) for after in asked]
    assert told == [Times(cron, timezone).next(start + after) for after in asked]


def test_more_times_than_are_remembered_are_still_the_right_ones() -> None:
    remembers, now = Times("* * * * *", "Asia/Shanghai"), SUNDAY_20
    for _ in range(REMEMBERED + 10):
        assert remembers.next(now) == now + 60
        now += 60
    assert remembers.next(SUNDAY_20) == SUNDAY_20 + 60


@pytest.mark.parametrize("cron", ["0 0 * * *", "30 0 * * *", "30 1 * * *", "30 2 * * *", "59 23 * * *"])
@pytest.mark.parametrize(
    ("zone", "month"),
    [
        ("America/New_York", (2027, 3)),
        ("America/New_York", (2026, 11)),
        ("Europe/Berlin", (2027, 3)),
        ("Europe/Berlin", (2026, 10)),
        ("America/Santiago", (2026, 9)),
        ("Africa/Cairo", (2027, 4)),
    ],
)
def test_each_day_of_a_month_has_its_time_once_also_where_the_clocks_change(
    zone: str, month: tuple[int, int], cron: str
) -> None:
    times, here = Times(cron, zone), ZoneInfo(zone)
    at, days = int(datetime(*month, 1, 12, tzinfo=here).timestamp()), []
    while (at := times.next(at) or 0) and len(days) < 40:
        days.append(datetime.fromtimestamp(at, here).date())
    assert days == [days[0] + timedelta(days=n) for n in range(40)]
