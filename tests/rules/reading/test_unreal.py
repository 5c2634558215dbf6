"""Days and times that there are not: what is wrong with them is told."""

from datetime import date

import pytest

from rules.reading.moments import moment_of
from rules.reading.unreal import Slip, Unreal, unreal
from tests.rules.reading.test_moments import MONDAY


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("2月30日", Unreal(Slip.DAY, 30, date(2027, 2, 28))),
        ("2028年2月30日 20:00", Unreal(Slip.DAY, 30, date(2028, 2, 29))),
        ("2月29日", Unreal(Slip.DAY, 29, date(2027, 2, 28))),
        ("11-31", Unreal(Slip.DAY, 31, date(2026, 11, 30))),
        ("十一月三十一号晚上八点", Unreal(Slip.DAY, 31, date(2026, 11, 30))),
        ("31号 20点", Unreal(Slip.DAY, 31, date(2026, 11, 30))),
        ("12月0日", Unreal(Slip.DAY, 0, date(2026, 12, 31))),
        ("Feb 30", Unreal(Slip.DAY, 30, date(2027, 2, 28))),
        ("13月1日", Unreal(Slip.MONTH, 13)),
        ("2026-00-10", Unreal(Slip.MONTH, 0)),
        ("25:00", Unreal(Slip.HOUR, 25)),
        ("明天25点", Unreal(Slip.HOUR, 25)),
        ("明天 20:75", Unreal(Slip.MINUTE, 75)),
        ("11月30日（周三）20:00", Unreal(Slip.WEEKDAY, 30, date(2026, 11, 30))),
    ],
)
def test_what_there_is_not_is_named(written: str, wrong: Unreal) -> None:
    assert moment_of(written, MONDAY) is None
    assert unreal(written, MONDAY) == wrong


@pytest.mark.parametrize("written", ["改天", "下个礼拜", "8点", "明天8点半吧", "", "24:30", "2月", "上午25", "99999"])
def test_what_is_only_unclear_is_not_called_impossible(written: str) -> None:
    assert moment_of(written, MONDAY) is None
    assert unreal(written, MONDAY) is None
