"""The one clock. Everything below bot/ is told the time."""

import time
from typing import Protocol


class Clock(Protocol):
    """Tells the time in UTC seconds; the sandbox has one that can be advanced."""

    def now(self) -> float: ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> float:
        """UTC seconds now."""
        return time.time()
