"""When something happens, and which day that is."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from rules.occasion import Occasion
from rules.programme.programme import Brand, Programme
from rules.values import replace


def at(day: int, hour: int) -> int:
    """That hour of November 2026, in UTC seconds."""
    return int(datetime(2026, 11, day, hour, tzinfo=UTC).timestamp())


def test_what_comes_late_speaks_of_the_day_on_which_it_was_due_wherever_it_is_told() -> None:
    late = Occasion(at(23, 3), Programme(), timezone="UTC", due_at=at(21, 20))
    assert (late.now, late.day) == (at(23, 3), date(2026, 11, 21))
    assert replace(late, group=3).day == date(2026, 11, 21)


def test_a_day_begins_at_the_hour_that_the_brand_has_set() -> None:
    assert Occasion(at(23, 3), Programme(), timezone="UTC").day == date(2026, 11, 22)
    assert Occasion(at(23, 4), Programme(), timezone="UTC").day == date(2026, 11, 23)


def test_what_is_confirmed_counts_for_when_it_was_said_as_far_as_a_day_back() -> None:
    confirmed = Occasion(at(21, 20), Programme(), late_s=60)
    then = confirmed.when_said(at(21, 3))
    assert (then.now, then.handled_at) == (at(21, 3), at(21, 20) + 60)
    assert confirmed.when_said(at(19, 3)).now == at(20, 20)
    assert confirmed.when_said(at(22, 3)).now == confirmed.now


@pytest.mark.parametrize("starts", ["00:00", "00:30", "01:30", "02:30", "04:00"])
@pytest.mark.parametrize(
    ("zone", "night"),
    [
        ("America/New_York", (2026, 11, 1)),
        ("America/New_York", (2027, 3, 14)),
        ("Europe/Berlin", (2026, 10, 25)),
        ("Europe/Berlin", (2027, 3, 28)),
        ("America/Santiago", (2026, 9, 6)),
    ],
)
def test_a_day_begins_once_and_never_goes_back_where_the_clocks_change(
    zone: str, night: tuple[int, int, int], starts: str
) -> None:
    brand = Brand(timezone=zone, day_starts_at=starts)
    noon = int(datetime(*night, 12, tzinfo=UTC).timestamp())
    seen = [Occasion(at, Programme(brand=brand)) for at in range(noon - 30 * 3600, noon + 30 * 3600, 600)]
    assert all(one.day_began_at <= one.now < one.next_day_at for one in seen)
    assert all(one.day <= later.day for one, later in pairwise(seen))
