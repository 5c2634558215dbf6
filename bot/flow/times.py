"""The times of a cron expression: APScheduler knows them, this remembers those that it has told."""

from bisect import bisect_right
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from threading import Lock
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

FIRST_LOOK_BACK_S = 60
REMEMBERED = 1_000
SECOND = timedelta(seconds=1)


class Times:
    """When a cron expression comes due in a time zone; all times are UTC seconds.

    Finding a time steps through the calendar field by field, and a bot asks every few seconds with the same
    answer: the gaps between two times that have been found are kept, in order.
    """

    def __init__(self, cron: str, timezone: str) -> None:
        """Raises ValueError for what is no five-field cron expression."""
        self._zone = ZoneInfo(timezone)
        self._trigger = CronTrigger.from_crontab(cron, UTC)
        self._ends: list[int] = []
        self._begins: list[int] = []
        self._turn = Lock()

    def next(self, after: int) -> int | None:
        """The first time after `after`; an hour that the clock shows twice in autumn counts once."""
        with self._turn:
            at = bisect_right(self._ends, after)
            if at < len(self._ends) and self._begins[at] <= after:
                return self._ends[at]
            found = self._found(after)
            if found is not None:
                self._remember(at, after, found)
            return found

    def _remember(self, at: int, begin: int, end: int) -> None:
        """There is nothing between the two, of which the second belongs at that place; a gap that was known begins sooner."""
        if at < len(self._ends) and self._ends[at] == end:
            self._begins[at] = begin
            return
        if len(self._ends) >= REMEMBERED:
            self._ends, self._begins, at = [], [], 0
        self._ends.insert(at, end)
        self._begins.insert(at, begin)

    def latest(self, after: int, now: int) -> int | None:
        """The latest time after `after` and up to `now`; looks back further and further, for downtime may have been long."""
        first = self.next(after)
        if first is None or first > now:
            return None
        window = FIRST_LOOK_BACK_S
        while first < now - window:
            if (latest := self._last_between(now - window, now)) is not None:
                return latest
            window *= 4
        return self._last_between(first, now) or first

    def _last_between(self, after: int, now: int) -> int | None:
        latest, fire = None, self.next(after)
        while fire is not None and fire <= now:
            latest, fire = fire, self.next(fire)
        return latest

    def _found(self, after: int) -> int | None:
        """Times are sought on a calendar whose clock never changes: on one that does, the trigger passes over the midnight
        after the night in which an hour is missing. What falls into that hour is an hour later.
        """
        shown = datetime.fromtimestamp(after, self._zone).replace(tzinfo=UTC)
        while True:
            fire: datetime | None = self._trigger.get_next_fire_time(None, shown + SECOND)
            if fire is None:
                return None
            found = int(fire.replace(tzinfo=self._zone).timestamp())
            if found > after:  # earlier where that hour is shown for the second time
                return found
            shown = fire


@lru_cache(maxsize=1_000)
def times_of(cron: str, timezone: str) -> Times:
    """The same for whoever asks in this process. Raises ValueError for what is no five-field cron expression."""
    return Times(cron, timezone)
