"""The one clock, and the one stopwatch. Everything below bot/ is told the time.

The time of day says when something happened; it may jump, back as well. How long something takes, when it is tried
again and what has gone silent is told by the steady clock (`pace`, or the loop's own).
"""

import time
from typing import Protocol


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
