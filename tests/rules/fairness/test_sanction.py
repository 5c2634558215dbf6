"""What a command asks for, what the past weighs, who decides."""

import pytest

from rules.fairness.sanction import (
    Grade,
    LengthOutOfBounds,
    Measure,
    in_conflict,
    measure,
    needs_second,
    proposal,
    weight,
)
from rules.fairness.sanction_asked import Asked, GroundsNeeded, SanctionUnclear, asked, begins_sanction
from rules.programme.sanctions import FairOrder
from rules.reading.spans import leading_span
from rules.values import replace

HOUR, DAY = 3_600, 86_400
ORDER = FairOrder()
NOW = 1_794_790_800


@pytest.mark.parametrize(
    ("words", "seconds", "rest"),
    [
        ("2h 骂人", 2 * HOUR, "骂人"),
        ("2小时骂人", 2 * HOUR, "骂人"),
        ("２ 小时，骂人", 2 * HOUR, "骂人"),
        ("两天 骂人", 2 * DAY, "骂人"),
        ("半小时 骂人", HOUR // 2, "骂人"),
        ("7d spam", 7 * DAY, "spam"),
        ("1 week spam", 7 * DAY, "spam"),
        ("90min spam", 90 * 60, "spam"),
        ("30分钟 骂人", 30 * 60, "骂人"),
        ("1.5小时 骂人", 90 * 60, "骂人"),
        ("一个半小时 骂人", 90 * 60, "骂人"),
        ("两天半 骂人", 60 * HOUR, "骂人"),
        ("两天半价广告", 2 * DAY, "半价广告"),
        ("一个半月 骂人", 45 * DAY, "骂人"),
        ("1小时30分 骂人", 90 * 60, "骂人"),
        ("2小时30 骂人", 150 * 60, "骂人"),
        ("2h30m spam", 150 * 60, "spam"),
        ("2天3小时内刷屏", 2 * DAY, "3小时内刷屏"),
        ("3天 2小时内刷屏", 3 * DAY, "2小时内刷屏"),
    ],
)
def test_a_length_is_read_as_people_write_it(words: str, seconds: int, rest: str) -> None:
    assert leading_span(words) == (seconds, rest)


@pytest.mark.parametrize("words", ["骂人", "2 骂人", "2hours1", "h 骂人", "天天骂人", "3dx", "2h300", "1.5.2小时"])
def test_other_words_are_no_length(words: str) -> None:
    assert leading_span(words) is None


@pytest.mark.parametrize(
    ("words", "length", "clause"),
    [
        ("2h 第2条 骂人", 2 * HOUR, 2),
        ("第二条 2h 骂人", 2 * HOUR, 2),
        ("#3，骂人", None, 3),
        ("§ 4 骂人", None, 4),
        ("Clause 2: 骂人", None, 2),
        ("一个月 骂人", 30 * 24 * HOUR, None),
        ("半个月，骂人", 15 * 24 * HOUR, None),
        ("2 months 骂人", 60 * 24 * HOUR, None),
        ("骂人", None, None),
    ],
)
def test_length_and_clause_stand_in_any_order_before_the_reason(
    words: str, length: int | None, clause: int | None
) -> None:
    assert asked(words, Grade.MUTE) == Asked(Grade.MUTE, length, clause, "骂人")


def test_a_warning_has_no_length_and_nothing_goes_without_a_reason() -> None:
    assert asked("2天没人理他还刷屏", Grade.WARNING).reason == "2天没人理他还刷屏"
    for words in ("", "2h", "2h 第2条", "  "):
        with pytest.raises(GroundsNeeded):
            asked(words, Grade.MUTE)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "2 刷屏",
            "30 刷屏",
            "三十 刷屏",
            "2条 刷屏",
            "2.刷屏",
            "5k 刷屏",
            "2x 刷屏",
            "-2h 刷屏",
            "2-3小时 刷屏",
            "2",
        ),
        *(
            "第2条 3 刷屏",
            "2小时 3 刷屏",
            "2小时 2天 刷屏",
            "2小时左右 刷屏",
            "2小时+ 刷屏",
            "2小时3次刷屏",
            "一小时连发三十条广告",
            "1小时发了30条广告",
            "2 hours of spam",
        ),
    ],
)
def test_a_number_before_the_reason_that_was_not_read_is_asked_about(words: str) -> None:
    with pytest.raises(SanctionUnclear):
        asked(words, Grade.MUTE)


@pytest.mark.parametrize("words", ["2 刷屏", "2h 刷屏", "两天 刷屏", "2小时 第2条 刷屏", "2天，刷屏"])
def test_a_length_is_no_reason_of_a_warning(words: str) -> None:
    with pytest.raises(SanctionUnclear):
        asked(words, Grade.WARNING)


@pytest.mark.parametrize("grade", [Grade.WARNING, Grade.MUTE])
@pytest.mark.parametrize(
    "reason",
    [
        *(
            "24小时内刷屏三十条",
            "24h内多次刷屏",
            "1天之内三次",
            "3天前骂人",
            "7天以来 刷屏",
            "三天两头刷屏",
            "一天到晚刷屏",
        ),
        *(
            "30 条广告",
            "3次刷屏",
            "99条广告",
            "9.9包邮广告",
            "十分恶劣",
            "一直刷屏",
            "2:30 发广告",
            "2 hours ago, spam",
        ),
        *("第3条消息骂人", "2026年的老账"),
    ],
)
def test_a_number_that_tells_what_happened_belongs_to_the_reason(reason: str, grade: Grade) -> None:
    assert asked(reason, grade) == Asked(grade, None, None, reason)


def test_within_which_time_it_happened_may_follow_the_length() -> None:
    assert asked("2小时 24小时内刷屏", Grade.MUTE) == Asked(Grade.MUTE, 2 * HOUR, None, "24小时内刷屏")
    assert asked("24小时 内容违规", Grade.MUTE) == Asked(Grade.MUTE, DAY, None, "内容违规")


def test_a_month_of_the_year_is_no_length() -> None:
    assert asked("3月刷屏的事", Grade.MUTE) == Asked(Grade.MUTE, None, None, "3月刷屏的事")


def test_a_name_ends_where_a_length_or_a_clause_begins() -> None:
    assert [begins_sanction(word) for word in ("2h", "第2条", "#2", "骂人", "夏天")] == [True, True, True, False, False]


def test_what_has_been_weighs_half_after_each_half_life() -> None:
    past = [(Grade.WARNING, NOW - 30 * DAY), (Grade.MUTE, NOW - 60 * DAY), (Grade.SUSPENSION, NOW)]
    assert weight(past, NOW, 30) == pytest.approx(0.5 + 0.5 + 4)
    assert weight([(Grade.WARNING, NOW + 5)], NOW, 30) == 1


@pytest.mark.parametrize(
    ("load", "proposed"),
    [
        (0.74, Measure(Grade.WARNING)),
        (0.75, Measure(Grade.MUTE, 2 * HOUR)),
        (2.5, Measure(Grade.SUSPENSION, 3 * DAY)),
        (5.0, Measure(Grade.SUSPENSION, 7 * DAY)),
    ],
)
def test_the_next_grade_is_proposed_by_weight(load: float, proposed: Measure) -> None:
    assert proposal(load, ORDER) == proposed


def test_a_length_that_is_not_written_is_the_proposed_or_the_usual_one() -> None:
    longer = Measure(Grade.SUSPENSION, 7 * DAY)
    assert measure(Grade.SUSPENSION, None, longer, ORDER).length_s == 7 * DAY
    assert measure(Grade.SUSPENSION, None, Measure(Grade.WARNING), ORDER).length_s == 3 * DAY
    assert measure(Grade.MUTE, 2 * HOUR, longer, ORDER) == Measure(Grade.MUTE, 2 * HOUR)


@pytest.mark.parametrize(
    ("grade", "seconds"),
    [(Grade.MUTE, 60), (Grade.MUTE, 8 * DAY), (Grade.SUSPENSION, 60), (Grade.SUSPENSION, 366 * DAY)],
)
def test_what_telegram_would_take_for_ever_is_not_given(grade: Grade, seconds: int) -> None:
    with pytest.raises(LengthOutOfBounds):
        measure(grade, seconds, Measure(Grade.WARNING), ORDER)


def test_more_than_a_week_takes_two_people_and_a_mute_never_does() -> None:
    week = Measure(Grade.SUSPENSION, 7 * DAY)
    assert not needs_second(week, ORDER)
    assert needs_second(replace(week, length_s=7 * DAY + 1), ORDER)
    assert not needs_second(Measure(Grade.MUTE, 7 * DAY), ORDER)


def test_whoever_was_addressed_or_answered_again_and_again_is_a_side() -> None:
    assert in_conflict(0, ORDER, addressed=True)
    assert in_conflict(2, ORDER, addressed=False)
    assert not in_conflict(1, ORDER, addressed=False)
