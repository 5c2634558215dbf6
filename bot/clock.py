"""The one clock. Everything below bot/ is told the time."""

import time
from typing import Protocol


class Clock(Protocol):
    """Tells the time in UTC seconds; the sandbox has one that can be advanced."""

    def now(self) -> float: ...

    def pace(self) -> float:
        """Seconds of a clock that never goes back, to keep Telegram's limits by."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> float:
        """UTC seconds now."""
        return time.time()

    def pace(self) -> float:
        """Seconds since the machine started."""
        return time.monotonic()
