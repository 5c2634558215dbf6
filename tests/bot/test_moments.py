"""When what comes in was said."""

from typing import Any

import pytest

from bot.intake.moments import moments
from rules.occasion import Moment

PRESS = {"callback_query": {"id": "1"}}
DAY_S = 86_400


def message(date: object) -> dict[str, Any]:
    """An update with a message of that date."""
    return {"message": {"date": date}}


def test_each_kind_says_when_it_happened_and_an_edit_when_it_was_made() -> None:
    batch = [
        message(100),
        {"edited_message": {"date": 50, "edit_date": 200}},
        {"message_reaction": {"date": 300}},
        {"chat_member": {"date": 400}},
        {"my_chat_member": {"date": 500}},
    ]
    assert moments(batch, 900) == [100, 200, 300, 400, 500]


def test_a_press_was_made_before_what_came_after_it_and_at_the_latest_when_it_was_received() -> None:
    assert moments([message(100), PRESS, PRESS, message(200), PRESS], 900) == [100, 200, 200, 200, 900]


def test_an_edit_that_does_not_say_when_it_was_made_dates_nothing_back() -> None:
    assert moments([PRESS, {"edited_message": {"date": 50}}], 900) == [900, 900]


def test_a_press_among_updates_older_than_telegram_keeps_them_is_dated_by_telegram() -> None:
    now = 10 * DAY_S
    assert moments([PRESS, message(100), PRESS], now) == [100, 100, 100]
    assert moments([message(now - DAY_S), PRESS], now) == [now - DAY_S, now]


@pytest.mark.parametrize("date", [None, "soon", True, -5, 0, 2**60])
def test_a_date_that_is_none_or_lies_ahead_counts_as_now(date: object) -> None:
    assert moments([PRESS, message(date)], 900) == [900, 900]


def test_what_was_said_counts_as_far_as_a_day_back_and_never_from_the_future() -> None:
    now = 10 * DAY_S
    assert [Moment.of(said, now).said_at for said in (0, now - DAY_S, now - 5, now, now + 5)] == [
        now - DAY_S, now - DAY_S, now - 5, now, now,
    ]  # fmt: skip
    assert Moment.of(now - 5, now).late_s == 5


def test_our_own_clock_bounds_nothing_where_it_must_have_been_ahead() -> None:
    now = 10 * DAY_S
    assert Moment.of(3 * DAY_S, now, now).said_at == 3 * DAY_S
    assert Moment.of(3 * DAY_S, now, 4 * DAY_S).said_at == now - DAY_S
    assert Moment.of(now + 5, now, now).said_at == now
