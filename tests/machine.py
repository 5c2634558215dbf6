"""A machine whose own time of day is not that of the world around it."""

from bot.clock import Clock


class Machine:
    """It is `ahead_s` seconds ahead, below zero behind; its steady clock is as good as any."""

    def __init__(self, world: Clock, ahead_s: float = 0.0) -> None:
        self._world = world
        self.ahead_s = ahead_s

    def now(self) -> float:
        """UTC seconds, as it believes."""
        return self._world.now() + self.ahead_s

    def pace(self) -> float:
        """Seconds of a clock that never jumps."""
        return self._world.pace()
