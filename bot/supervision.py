"""Heartbeats of the long tasks. A task that has gone silent ends the process, and the service manager starts it anew."""

import asyncio
import logging
import time
from collections.abc import Callable

log = logging.getLogger("kocbot.supervision")
LOOK_EVERY_S = 5.0


class Stalled(Exception):
    """`task` has shown no sign of life for `silent_s` seconds."""

    def __init__(self, task: str, silent_s: float) -> None:
        super().__init__(task, silent_s)
        self.task, self.silent_s = task, silent_s


class Heartbeats:
    """When each task last showed a sign of life, by `clock` in seconds (the machine's steady clock)."""

    def __init__(self, allowed_s: dict[str, float], clock: Callable[[], float] = time.monotonic) -> None:
        self._allowed_s, self._clock = allowed_s, clock
        self._last = dict.fromkeys(allowed_s, clock())

    def beat(self, task: str) -> None:
        """The task is alive."""
        self._last[task] = self._clock()

    def ages_s(self) -> dict[str, float]:
        """Seconds since each task's last sign of life."""
        now = self._clock()
        return {task: now - last for task, last in self._last.items()}

    async def watch(self, every_s: float = LOOK_EVERY_S) -> None:
        """Look until a task has gone silent for longer than it may. Raises Stalled."""
        while True:
            await asyncio.sleep(every_s)
            for task, age_s in self.ages_s().items():
                if age_s > self._allowed_s[task]:
                    log.error("stalled", extra={"task": task, "silent_s": int(age_s)})
                    raise Stalled(task, age_s)
