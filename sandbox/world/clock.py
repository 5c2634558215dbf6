"""The one clock of a sandbox: real time flows on top of an offset that can be advanced."""

import time


class Clock:
    """Flows like real time, from `start` (UTC seconds) or from now; `advance` jumps ahead."""

    def __init__(self, start: float | None = None) -> None:
        self._offset_s = 0.0 if start is None else start - time.time()
        self._advanced_s = 0.0

    def now(self) -> float:
        """UTC seconds in the sandbox."""
        return time.time() + self._offset_s

    def pace(self) -> float:
        """Seconds that rate limits count with: real ones, plus every jump."""
        return time.monotonic() + self._advanced_s

    def advance(self, seconds: float) -> None:
        """Jump ahead; a clock never goes back."""
        if seconds < 0:
            raise ValueError(seconds)
        self._offset_s += seconds
        self._advanced_s += seconds


class FrozenClock(Clock):
    """Stands still until advanced; rate limits still heal in real time, so that a waiting bot gets on."""

    def __init__(self, start: float = 1_790_000_000.0) -> None:
        super().__init__(start)
        self._now = start

    def now(self) -> float:
        """UTC seconds, as last advanced."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Jump ahead; a clock never goes back."""
        super().advance(seconds)
        self._now += seconds
