"""Streaks, missed days, the calendar, shields: pure decisions."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.daily.checkin import (
    AlreadyCheckedIn,
    CheckIn,
    How,
    Mark,
    calendar,
    missed,
    next_check_in,
    renumbered,
    standing,
)
from rules.daily.shield import Shields, after_help, missing
from rules.occasion import Occasion
from rules.periods import ONE_DAY
from rules.programme.programme import Brand, Programme
from rules.programme.streak import Streak

MONDAY = date(2026, 11, 16)
days = st.sets(st.integers(0, 60), min_size=1).map(lambda chosen: sorted(MONDAY + n * ONE_DAY for n in chosen))


@given(days)
def test_a_streak_is_the_number_of_days_in_a_row_that_end_with_it(chosen: list[date]) -> None:
    last: CheckIn | None = None
    for day in chosen:
        last = next_check_in(last, day)
        in_a_row = next(n for n in range(100) if day - n * ONE_DAY not in chosen)
        assert last.streak == in_a_row


@given(days)
def test_renumbering_gives_the_streaks_that_checking_in_would_have_given(chosen: list[date]) -> None:
    jumbled = [CheckIn(day, streak=9) for day in chosen]
    first, *others = renumbered(None, jumbled)
    assert first.streak == 1
    for before, after in pairwise([first, *others]):
        assert after == next_check_in(before, after.day)


def test_a_day_before_the_last_one_is_no_new_day() -> None:
    with pytest.raises(AlreadyCheckedIn):
        next_check_in(CheckIn(MONDAY, 3), MONDAY - ONE_DAY)


@pytest.mark.parametrize(("back", "stands"), [(0, 5), (1, 5), (2, 0), (9, 0)])
def test_yesterdays_streak_still_stands_today(back: int, stands: int) -> None:
    assert standing(CheckIn(MONDAY - back * ONE_DAY, 5), MONDAY) == stands
    assert standing(None, MONDAY) == 0


def test_the_latest_missed_day_is_mended_first_and_none_before_the_first_check_in() -> None:
    first = MONDAY - 5 * ONE_DAY
    assert missed([first], first, MONDAY, 3) == MONDAY - ONE_DAY
    assert missed([first, MONDAY - ONE_DAY], first, MONDAY, 3) == MONDAY - 2 * ONE_DAY
    assert missed([first] + [MONDAY - n * ONE_DAY for n in (1, 2, 3)], first, MONDAY, 3) is None
    assert missed([MONDAY - ONE_DAY], MONDAY - ONE_DAY, MONDAY, 3) is None
    assert missed([], None, MONDAY, 3) is None


def test_a_calendar_shows_the_month_in_weeks_from_monday() -> None:
    made = {date(2026, 11, 12): How.MADE, date(2026, 11, 13): How.MENDED, date(2026, 11, 16): How.MADE}
    weeks = calendar(made, date(2026, 11, 12), date(2026, 11, 17))
    assert [mark.value for mark in weeks[0]] == ["outside"] * 3 + ["done", "made_up", "missed", "missed"]
    assert [mark.value for mark in weeks[1]] == ["done"] + ["ahead"] * 6
    assert weeks[-1][0] is Mark.AHEAD and weeks[-1][1] is Mark.OUTSIDE


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_a_calendar_holds_every_day_of_the_month_once(today: date) -> None:
    weeks = calendar({}, today.replace(day=1) - ONE_DAY, today)
    marks = [mark for week in weeks for mark in week if mark is not Mark.OUTSIDE]
    ends = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
    assert len(marks) == (ends - today.replace(day=1)).days
    assert all(len(week) == 7 for week in weeks)


@given(st.integers(0, 60), st.integers(0, 5), st.integers(0, 5))
def test_helps_earn_shields_up_to_the_most_one_can_keep(helps: int, per: int, most: int) -> None:
    rules = Streak(helps_per_shield=per, shields_most=most)
    shields = Shields()
    for _ in range(helps):
        shields = after_help(shields, rules)
    assert shields.have == (min(helps // per, most) if per else 0)
    assert 0 <= shields.helps < max(per, 1)
    assert missing(shields, rules) >= 0


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "UTC"])
@given(now=st.integers(1_700_000_000, 1_900_000_000))
def test_a_day_ends_at_the_very_second_the_next_begins(zone: str, now: int) -> None:
    programme = Programme(brand=Brand(timezone=zone))
    occasion = Occasion(now, programme)
    ends = occasion.next_day_at
    assert now < ends <= now + 25 * 3600
    assert Occasion(ends - 1, programme).day == occasion.day
    assert Occasion(ends, programme).day == occasion.day + ONE_DAY


def test_days_of_twenty_three_and_twenty_five_hours_count_as_one() -> None:
    berlin = Programme(brand=Brand(timezone="Europe/Berlin"))
    noon_before_spring, noon_before_autumn = 1_774_695_600, 1_792_836_000  # 2026-03-28 and 2026-10-24, 12:00 local
    for noon, hours in ((noon_before_spring, 23), (noon_before_autumn, 25)):
        today = Occasion(noon, berlin)
        tomorrow = Occasion(today.next_day_at, berlin)
        assert tomorrow.day == today.day + ONE_DAY
        assert today.next_day_at - (noon - 8 * 3600) == hours * 3600
