"""When and where something happens. Time arrives with the call; nothing below bot/ reads a clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from rules.programme.programme import Programme


@lru_cache(maxsize=256)
def local_day(now: int, timezone: str, starts_at_minutes: int) -> date:
    """The local day that holds `now` (UTC seconds), a day beginning `starts_at_minutes` after midnight."""
    moment = datetime.fromtimestamp(now, UTC).astimezone(ZoneInfo(timezone))
    return (moment - timedelta(minutes=starts_at_minutes)).date()


@dataclass(frozen=True)
class Occasion:
    """One moment of the programme: `now` in UTC seconds, the rules in force, and the message that caused it.

    `due_at` is when it should have happened, for what comes late and speaks of its own day.
    """

    now: int
    programme: Programme
    group: int | None = None
    message: int | None = None
    timezone: str | None = None
    due_at: int | None = None

    @cached_property
    def zone(self) -> str:
        """The time zone that decides which day it is: the group's, else the brand's."""
        return self.timezone or self.programme.brand.timezone

    @cached_property
    def day(self) -> date:
        """The local day, which begins at the brand's `day_starts_at`."""
        moment = self.now if self.due_at is None else self.due_at
        return local_day(moment, self.zone, self.programme.brand.day_starts_at_minutes)

    @cached_property
    def next_day_at(self) -> int:
        """When the next local day begins (UTC seconds)."""
        starts_at = self.programme.brand.day_starts_at_minutes
        begins = datetime.combine(self.day + timedelta(days=1), time(*divmod(starts_at, 60)), ZoneInfo(self.zone))
        return int(begins.timestamp())

    @cached_property
    def moment(self) -> datetime:
        """`now` as local date and time."""
        return datetime.fromtimestamp(self.now, UTC).astimezone(ZoneInfo(self.zone))
