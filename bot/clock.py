"""The one clock, and the one stopwatch. Everything below bot/ is told the time.

The time of day says when something happened; it may jump, back as well. How long something takes, when it is tried
again and what has gone silent is told by the steady clock (`pace`, or the loop's own).
"""

import time
from typing import Protocol

from msgspec import Struct

AGREES_S = 120.0
DATED_TO_S = 1.0


class Clock(Protocol):
    """The sandbox has one that can be advanced."""

    def now(self) -> float:
        """The time of day, in UTC seconds."""
        ...

    def pace(self) -> float:
        """Seconds of a clock that never jumps, to wait and to keep limits by."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> float:
        """UTC seconds now."""
        return time.time()

    def pace(self) -> float:
        """Seconds since the machine started."""
        return time.monotonic()


class _Witness(Struct, frozen=True):
    """By one answer of Telegram: between which two lies what the time of day is ahead of the steady clock."""

    least: float
    most: float

    def bears_out(self, ahead: float) -> bool:
        return self.least - AGREES_S <= ahead <= self.most + AGREES_S

    def nearest(self, ahead: float) -> float:
        return min(max(ahead, self.least), self.most)


class CheckedClock:
    """The machine's clock as long as Telegram's agrees with it; else Telegram's, kept between its answers by the steady clock.

    Telegram dates each answer. A date is believed when the machine, or what Telegram said before, bears it out; one that
    contradicts both waits for a second that says the same, for a proxy may be wrong as well.
    """

    def __init__(self, machine: Clock) -> None:
        self._machine = machine
        self._ahead: float | None = None
        self._contradiction: float | None = None

    def now(self) -> float:
        """UTC seconds, by the machine unless it is known to be wrong."""
        return self._machine.now() - self._off()

    def pace(self) -> float:
        """Seconds of the machine's steady clock."""
        return self._machine.pace()

    @property
    def off_s(self) -> int:
        """How many seconds the machine's time of day is ahead of Telegram's, below zero behind; 0 while they agree."""
        return round(self._off())

    @property
    def doubted(self) -> bool:
        """Whether Telegram's last date contradicts what is taken for the time, and nothing has borne it out yet."""
        return self._contradiction is not None

    def heard(self, date: float, asked_at: float, answered_at: float) -> None:
        """Telegram dated an answer (UTC seconds) that was asked for and came at these seconds of the steady clock."""
        witness = _Witness(date - answered_at, date + DATED_TO_S - asked_at)
        for ahead in (self._machine.now() - self._machine.pace(), self._ahead, self._contradiction):
            if ahead is not None and witness.bears_out(ahead):
                self._ahead, self._contradiction = witness.nearest(ahead), None
                return
        self._contradiction = witness.least

    def _off(self) -> float:
        if self._ahead is None:
            return 0.0
        off = self._machine.now() - self._machine.pace() - self._ahead
        return 0.0 if abs(off) <= AGREES_S else off
