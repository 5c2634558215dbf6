"""Moments as people write them."""

import pytest

from rules.occasion import Occasion
from rules.programme.programme import Programme
from rules.reading.moments import moment_of

NOW = 1_794_790_800  # Monday 2026-11-16 09:00 in Shanghai
DAY, HOUR = 86_400, 3600
MONDAY = Occasion(NOW, Programme())


@pytest.mark.parametrize(
    ("written", "after_s"),
    [
        ("2026-11-17 09:00", DAY),
        ("11-17 9:00", DAY),
        ("元旦", 46 * DAY + 14 * HOUR + 59 * 60),
        ("2027年元旦中午12点前", 46 * DAY + 3 * HOUR),
        ("圣诞节 20:00", 39 * DAY + 11 * HOUR),
        ("New Year's Day 9am", 46 * DAY),
        ("双十二晚上8点", 26 * DAY + 11 * HOUR),
        ("11月17日 9点", DAY),
        ("１１／１７ ０９：００", DAY),
        ("11-16", 14 * HOUR + 59 * 60),
        ("3天", 3 * DAY),
        ("2 weeks", 14 * DAY),
        ("12小时后", 12 * HOUR),
        ("1-16 09:00", 61 * DAY),
        ("今天 20:00", 11 * HOUR),
        ("明天 10:00", DAY + HOUR),
        ("后天 9点", 2 * DAY),
        ("周六 10点", 5 * DAY + HOUR),
        ("星期一 09:00", 7 * DAY),
        ("Tomorrow 9:00", DAY),
        ("friday", 4 * DAY + 14 * HOUR + 59 * 60),
        ("11月30号 20:00", 14 * DAY + 11 * HOUR),
        ("11月30号20：00前", 14 * DAY + 11 * HOUR),
        ("十一月三十号晚上八点半", 14 * DAY + 11 * HOUR + 1800),
        ("11月30日（周一）20:00", 14 * DAY + 11 * HOUR),
        ("11-30 24:00", 14 * DAY + 15 * HOUR - 60),
        ("30号 20点", 14 * DAY + 11 * HOUR),
        ("下午8点", 11 * HOUR),
        ("今晚8点", 11 * HOUR),
        ("明早9點", DAY),
        ("后天中午12点", 2 * DAY + 3 * HOUR),
        ("明天下午两点一刻", DAY + 5 * HOUR + 900),
        ("晚上12点", 15 * HOUR - 60),
        ("凌晨2点", 17 * HOUR),
        ("08:00", 23 * HOUR),
        ("8:30pm", 11 * HOUR + 1800),
        ("后天中午", 2 * DAY + 3 * HOUR),
        ("明晚八点半", DAY + 11 * HOUR + 1800),
        ("12/1 20:00", 15 * DAY + 11 * HOUR),
        ("2026.12.1", 15 * DAY + 14 * HOUR + 59 * 60),
        ("tomorrow 8pm", DAY + 11 * HOUR),
        ("24:00", 15 * HOUR - 60),
        ("Dec 1st, 8pm", 15 * DAY + 11 * HOUR),
        ("on 1 December 2026 20:00", 15 * DAY + 11 * HOUR),
        ("tomorrow at noon", DAY + 3 * HOUR),
        ("tonight at 8", 11 * HOUR),
        ("明儿晚上八点", DAY + 11 * HOUR),
        ("下周五晚上", 11 * DAY + 14 * HOUR + 59 * 60),
        ("下个月1号", 15 * DAY + 14 * HOUR + 59 * 60),
        ("12月底", 45 * DAY + 14 * HOUR + 59 * 60),
        ("年底", 45 * DAY + 14 * HOUR + 59 * 60),
        ("昨天 20:00", -13 * HOUR),
        ("上周五", -3 * DAY + 14 * HOUR + 59 * 60),
        ("下周五", 11 * DAY + 14 * HOUR + 59 * 60),
        ("本周五 18:00", 4 * DAY + 9 * HOUR),
        ("周六上午十点", 5 * DAY + HOUR),
        ("禮拜六上午10點", 5 * DAY + HOUR),
        ("next friday 6pm", 11 * DAY + 9 * HOUR),
        ("月底", 14 * DAY + 14 * HOUR + 59 * 60),
        ("三天后", 3 * DAY),
        ("半小时后", 1800),
        ("两周内", 14 * DAY),
        ("明年1月3号", 48 * DAY + 14 * HOUR + 59 * 60),
        ("明年元旦 9:00", 46 * DAY),
        ("今年十二月三号", 17 * DAY + 14 * HOUR + 59 * 60),
        ("半天", 12 * HOUR),
        ("一个半小时", 5400),
        ("1小时30分", 5400),
        ("两天半", 60 * HOUR),
        ("8pm tomorrow", DAY + 11 * HOUR),
        ("8:00 pm on Nov 17", DAY + 11 * HOUR),
        ("20:00 明天", DAY + 11 * HOUR),
        ("今晚12点", 15 * HOUR - 60),
    ],
)
def test_people_write_moments_in_many_ways(written: str, after_s: int) -> None:
    assert moment_of(written, MONDAY) == NOW + after_s


def test_days_ahead_are_counted_from_where_one_says() -> None:
    assert moment_of("3天", MONDAY, since=NOW + DAY) == NOW + 4 * DAY
    assert moment_of("11-17 09:00", MONDAY, since=NOW + 9 * DAY) == NOW + DAY


def test_a_day_on_which_something_opens_begins_at_midnight() -> None:
    assert moment_of("11-17", MONDAY, opens=True) == NOW + 15 * HOUR


def test_an_end_at_24_00_is_the_last_minute_of_that_day_and_a_beginning_the_midnight_after_it() -> None:
    assert moment_of("11-17 24:00", MONDAY) == moment_of("11-17", MONDAY) == NOW + 38 * HOUR + 59 * 60
    assert moment_of("11-17 24:00", MONDAY, exact=True) == NOW + 39 * HOUR
    assert moment_of("11-17 24:00", MONDAY, opens=True) == NOW + 39 * HOUR


@pytest.mark.parametrize(
    "written",
    [
        *("8点", "两点半", "明天2点", "明早", "后天下午", "中午", "下周", "12/1/2026", "20261201", "12月²日"),
        *(
            "",
            "soon",
            "2026-13-01",
            "11-31",
            "11-17 25:00",
            "99",
            "上午14点",
            "11月30日（周二）",
            "24:30",
            "两三天",
            "明年",
            "2天1夜",
        ),
        *("春节", "国庆", "五一前", "中秋节晚上8点"),
    ],
)
def test_what_is_no_moment_is_not_guessed(written: str) -> None:
    assert moment_of(written, MONDAY) is None


def test_where_a_time_is_needed_a_day_alone_is_none() -> None:
    for day in ("明天", "今晚", "12-1", "月底"):
        assert moment_of(day, MONDAY, exact=True) is None
        assert moment_of(day, MONDAY) is not None
    assert moment_of("明晚8点", MONDAY, exact=True) == NOW + DAY + 11 * HOUR
