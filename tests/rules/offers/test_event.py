"""Calendar files, days across changes of the clock, and how long a seat is kept."""

from datetime import datetime

import pytest
from icalendar import Calendar

from rules.offers.attendance import code_of, written_code
from rules.offers.event import Event, EventKind, EventMode, EventPlan, is_near
from rules.offers.event_calendar import OCTETS, calendar_of
from rules.offers.seat import kept_until

PLAN = EventPlan(
    "冬天；电池, 空调怎么用", EventKind.TALK, EventMode.OFFLINE, 1_796_000_400, 90, 20,
    "第一行\n第二行，很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长。", place="星光路 8 号, 2 楼",
)  # fmt: skip


def test_a_calendar_file_is_read_back_as_it_was_meant() -> None:
    content = calendar_of(Event(3, PLAN, 1, 1_795_000_000, 0, 0, revision=2), "何川", "星途汽车", 1_795_100_000)
    assert content.endswith("END:VCALENDAR\r\n") and "\n" not in content.replace("\r\n", "")
    assert all(len(line.encode()) <= OCTETS for line in content.split("\r\n"))
    [found] = Calendar.from_ical(content).walk("VEVENT")
    assert found["SUMMARY"] == f"星途汽车 · {PLAN.title}"
    assert found["LOCATION"] == PLAN.place
    assert found["DESCRIPTION"] == f"何川\n{PLAN.about}"
    assert found["SEQUENCE"] == 2
    begins, ends = found.decoded("DTSTART"), found.decoded("DTEND")
    assert begins.tzinfo is not None and begins.timestamp() == PLAN.starts_at
    assert (ends - begins).total_seconds() == 90 * 60


def at(written: str) -> int:
    return int(datetime.fromisoformat(written).timestamp())


@pytest.mark.parametrize(
    ("now", "near"),
    [
        ("2026-10-23T23:59+02:00", False),
        ("2026-10-24T00:00+02:00", True),
        ("2026-10-25T00:30+02:00", True),
    ],
)
def test_the_evening_before_is_the_calendars_day_where_a_day_has_twenty_five_hours(now: str, near: bool) -> None:
    assert is_near(at("2026-10-25T23:30+01:00"), at(now), "Europe/Berlin") is near


def test_the_same_event_is_tomorrow_for_one_and_the_day_after_for_another() -> None:
    starts, now = at("2026-11-21T01:00+08:00"), at("2026-11-19T20:00+08:00")
    assert not is_near(starts, now, "Asia/Shanghai")
    assert is_near(starts, now, "America/Los_Angeles")


def test_a_seat_is_kept_for_a_day_or_for_half_of_what_is_left() -> None:
    assert kept_until(0, 86_401, 24) == 86_400
    assert kept_until(0, 86_400, 24) == 43_200
    assert kept_until(0, 600, 24) == 300


def test_codes_have_six_digits_and_are_read_as_people_write_them() -> None:
    assert code_of("0") == "000000"
    assert len(code_of("ffffffffffffffff")) == 6
    assert [written_code(one) for one in ("012 345", "０１２３４５", "no")] == ["012345", "012345", ""]
