"""When something is to be back, whether a day has an hour, and where an application may go."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from rules.offers.application import (
    HOLDING,
    LIVE,
    MOVES,
    Application,
    ApplicationMoved,
    ApplicationState,
    back_by,
    later_by,
    require_move,
)


def moment(zone: str, *parts: int) -> int:
    return int(datetime(*parts, tzinfo=ZoneInfo(zone)).timestamp())  # type: ignore[arg-type, misc]  # year to minute


def test_it_is_back_with_the_last_minute_of_a_day_by_the_clock_there() -> None:
    late = moment("Asia/Shanghai", 2026, 11, 17, 1, 30)
    assert back_by(late, 14, "Asia/Shanghai") == moment("Asia/Shanghai", 2026, 12, 1, 23, 59)
    assert back_by(late, 14, "Europe/Berlin") == moment("Europe/Berlin", 2026, 11, 30, 23, 59)


def test_more_days_keep_the_minute_though_the_clocks_change() -> None:
    due = moment("Europe/Berlin", 2026, 10, 23, 23, 59)
    assert later_by(due, 5, "Europe/Berlin") == moment("Europe/Berlin", 2026, 10, 28, 23, 59)


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Asia/Kolkata", "Asia/Kathmandu", "America/St_Johns"])
def test_a_day_without_an_hour_is_known_on_every_clock(zone: str) -> None:
    one = Application(1, 1, 1, ApplicationState.GRANTED, "", 0, day=moment(zone, 2026, 11, 20, 23, 59))
    assert not one.timed
    hour = Application(1, 1, 1, ApplicationState.GRANTED, "", 0, day=moment(zone, 2026, 11, 20, 15, 0))
    assert hour.timed


def test_late_is_after_the_minute_that_is_shown() -> None:
    due = moment("Asia/Shanghai", 2026, 11, 18, 23, 59)
    one = Application(1, 1, 1, ApplicationState.OUT, "", 0, due=due)
    assert not one.overdue(due + 59)
    assert one.overdue(due + 60)


def test_what_has_ended_goes_nowhere_and_every_state_is_reached() -> None:
    assert {state for state, to in MOVES.items() if to} == set(LIVE)
    assert {to for all_ in MOVES.values() for to in all_} == set(ApplicationState) - {ApplicationState.WAITING}
    assert ApplicationState.RETURNED not in HOLDING
    with pytest.raises(ApplicationMoved):
        require_move(ApplicationState.WAITING, ApplicationState.OUT)
