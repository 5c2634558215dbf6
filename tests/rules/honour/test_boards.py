"""Places of a board, and which period an announcement closes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.honour.boards import Score, WhichBoard, closing, ranked
from rules.periods import Span
from rules.programme.metrics import Metric

SUNDAY = date(2026, 11, 22)


@given(st.lists(st.integers(1, 9), max_size=20))
def test_a_rank_is_one_more_than_how_many_have_a_higher_score(scores: list[int]) -> None:
    downwards = [Score(n, f"车友{n}", score) for n, score in enumerate(sorted(scores, reverse=True))]
    places = ranked(downwards)
    assert [(one.member, one.name, one.score) for one in places] == [(s.member, s.name, s.score) for s in downwards]
    assert [one.rank for one in places] == [1 + sum(other > one.score for other in scores) for one in places]


def test_equal_scores_share_a_rank_and_the_next_one_is_counted_on() -> None:
    assert [one.rank for one in ranked([Score(n, "", score) for n, score in enumerate((9, 7, 7, 5))])] == [1, 2, 2, 4]


def test_a_board_is_that_of_the_present_period_unless_the_last_one_is_asked_for() -> None:
    assert WhichBoard().period(SUNDAY) == "2026-W48"
    assert WhichBoard(last=True).period(SUNDAY) == "2026-W47"
    assert WhichBoard(Span.MONTH, Metric.ASSIST, last=True).period(SUNDAY) == "2026-10"


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 11, 21), "2026-W47"),
        (SUNDAY, "2026-W47"),
        (date(2026, 11, 24), "2026-W47"),
        (date(2026, 11, 25), "2026-W48"),
    ],
)
def test_an_announcement_in_the_first_three_days_of_a_week_closes_the_one_before(day: date, week: str) -> None:
    assert closing(Span.WEEK, day) == week


def test_a_month_is_closed_on_its_last_days_or_in_the_first_three_of_the_next() -> None:
    days = (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 3), date(2026, 12, 4))
    assert [closing(Span.MONTH, day) for day in days] == ["2026-11", "2026-11", "2026-11", "2026-12"]
