"""The machine's clock beside Telegram's: whom the bot believes, and when it changes its mind."""

import pytest

from bot.clock import AGREES_S, CheckedClock

NOON = 1_794_790_800.0
HOUR, DAY = 3_600, 86_400


class Machine:
    """A machine whose time of day can be set to anything; the steady clock only goes on."""

    def __init__(self, now: float = NOON) -> None:
        self.day, self.steady = now, 500.0

    def now(self) -> float:
        return self.day

    def pace(self) -> float:
        return self.steady

    def lasts(self, seconds: float) -> None:
        self.day += seconds
        self.steady += seconds


def heard(clock: CheckedClock, machine: Machine, date: float, took: float = 0.2) -> None:
    """Telegram is asked and answers."""
    asked = machine.pace()
    machine.lasts(took)
    clock.heard(date, asked, machine.pace())


def test_before_telegram_has_said_anything_the_machine_is_all_there_is() -> None:
    assert CheckedClock(Machine(NOON + 400 * DAY)).now() == NOON + 400 * DAY


def test_a_machine_that_agrees_is_taken_as_it_is() -> None:
    machine = Machine(NOON + AGREES_S / 2)
    clock = CheckedClock(machine)
    heard(clock, machine, NOON)
    machine.lasts(10)
    assert clock.now() == machine.now()
    assert clock.off_s == 0
    assert not clock.doubted


@pytest.mark.parametrize("off", [400 * DAY, 60 * DAY, 10 * 60, -2 * HOUR, -50 * 365 * DAY])
def test_a_machine_that_is_wrong_from_the_start_is_corrected_by_two_answers(off: int) -> None:
    machine = Machine(NOON + off)
    clock = CheckedClock(machine)
    heard(clock, machine, NOON)
    assert clock.doubted
    heard(clock, machine, NOON)
    assert not clock.doubted
    assert abs(clock.now() - NOON) < 2
    assert abs(clock.off_s - off) < 2
    machine.lasts(HOUR)
    assert abs(clock.now() - NOON - HOUR) < 2


@pytest.mark.parametrize("jump", [400 * DAY, -2 * HOUR])
def test_a_jump_is_seen_at_once_without_asking_and_so_is_its_end(jump: int) -> None:
    machine = Machine()
    clock = CheckedClock(machine)
    heard(clock, machine, NOON)
    machine.day += jump
    assert abs(clock.now() - NOON) < 2
    machine.lasts(HOUR)
    heard(clock, machine, NOON + HOUR)
    assert abs(clock.off_s - jump) < 2
    machine.day -= jump
    assert clock.now() == machine.now()
    assert clock.off_s == 0


def test_one_answer_that_nothing_bears_out_changes_nothing() -> None:
    machine = Machine()
    clock = CheckedClock(machine)
    heard(clock, machine, NOON)
    heard(clock, machine, NOON + 400 * DAY)
    assert clock.doubted
    assert clock.now() == machine.now()
    heard(clock, machine, NOON - 30 * DAY)
    assert clock.now() == machine.now()
    heard(clock, machine, NOON)
    assert not clock.doubted


def test_a_machine_that_slept_is_right_with_the_first_answer_after_it() -> None:
    """A steady clock stands still while a machine sleeps, and the time of day has gone on."""
    machine = Machine()
    clock = CheckedClock(machine)
    heard(clock, machine, NOON)
    machine.day += 8 * HOUR
    assert abs(clock.now() - NOON) < 2
    heard(clock, machine, NOON + 8 * HOUR)
    assert clock.now() == machine.now()


def test_an_answer_that_was_long_on_its_way_proves_no_more_than_it_can() -> None:
    """Dated at its beginning or at its end: a quarter of an hour in between is no fault of the machine."""
    machine = Machine()
    clock = CheckedClock(machine)
    heard(clock, machine, NOON, took=900)
    assert clock.now() == machine.now()
    heard(clock, machine, NOON + 1_800, took=900)
    assert clock.now() == machine.now()
    assert not clock.doubted
