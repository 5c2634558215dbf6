"""The times of a cron expression: APScheduler knows them, this remembers between which two the clock stands."""

from collections import deque
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

FIRST_LOOK_BACK_S = 60
REMEMBERED = 4


class Times:
    """When a cron expression comes due in a time zone; all times are UTC seconds.

    Finding a time steps through the calendar field by field, and a bot asks every few seconds with the same
    answer: the last few gaps between two times are kept.
    """

    def __init__(self, cron: str, timezone: str) -> None:
        """Raises ValueError for what is no five-field cron expression."""
        self._trigger = CronTrigger.from_crontab(cron, ZoneInfo(timezone))
        self._gaps: deque[tuple[int, int]] = deque(maxlen=REMEMBERED)

    def next(self, after: int) -> int | None:
        """The first time after `after`; an hour that the clock shows twice in autumn counts once."""
        for begin, end in self._gaps:
            if begin <= after < end:
                return end
        found = self._found(after)
        if found is not None:
            self._gaps.append((after, found))
        return found

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
        while True:
            fire: datetime | None = self._trigger.get_next_fire_time(None, datetime.fromtimestamp(after + 1, UTC))
            if fire is None:
                return None
            after = int(fire.timestamp())
            # The trigger's own `fold` may be left over from where the search began: ask the zone anew.
            if not datetime.fromtimestamp(after, fire.tzinfo).fold:
                return after
