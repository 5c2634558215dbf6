"""When and where something happens. Time arrives with the call; nothing below bot/ reads a clock."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from rules.programme.programme import Programme
from rules.values import replace


@lru_cache(maxsize=256)
def local_day(now: int, timezone: str, starts_at_minutes: int) -> date:
    """The local day that holds `now` (UTC seconds), a day beginning `starts_at_minutes` after midnight."""
    zone = ZoneInfo(timezone)
    today = datetime.fromtimestamp(now, zone).date()
    return today if day_begins(today, zone, starts_at_minutes) <= now else today - timedelta(days=1)


def day_begins(day: date, zone: ZoneInfo, starts_at_minutes: int) -> int:
    """When that local day begins (UTC seconds); where its first minute is shown twice, for the first time."""
    return int(datetime.combine(day, time(*divmod(starts_at_minutes, 60)), zone).timestamp())


DAY_S = 86_400
# Below this many seconds nobody notices that we came to it later than it was said.
AT_ONCE_S = 60


def noticed(said_at: int, handled_at: int) -> int | None:
    """When we came to what was said, if that was so much later that people notice."""
    return handled_at if handled_at - said_at >= AT_ONCE_S else None


class Moment(Struct, frozen=True):
    """When somebody said or pressed something, and when we came to it (UTC seconds).

    The saying decides what it counts for, as far as a day back; nobody speaks from the future.
    """

    said_at: int
    handled_at: int

    @classmethod
    def of(cls, said_at: int, handled_at: int, received_at: int | None = None) -> "Moment":
        """That moment within its bounds.

        Telegram hands nothing on that is older than a day: where it says so of what was `received_at` then, our clock was
        ahead, and Telegram's stands.
        """
        if received_at is not None and received_at - said_at > DAY_S:
            return cls(min(said_at, handled_at), handled_at)
        return cls(max(min(said_at, handled_at), handled_at - DAY_S), handled_at)

    @property
    def late_s(self) -> int:
        """How much later we came to it, in seconds."""
        return self.handled_at - self.said_at


class Occasion(Struct, frozen=True, dict=True):
    """One moment of the programme: `now` in UTC seconds, the rules in force, and the message that caused it.

    `now` is when it was said or pressed, and decides; we came to it `late_s` seconds later. `due_at` is when it should
    have happened, for what comes late and speaks of its own day. `timezone` is that of whose day it is: of the member
    who calls, wherever they speak, or of what a job is done for; None is the brand's.
    """

    now: int
    programme: Programme
    group: int | None = None
    message: int | None = None
    timezone: str | None = None
    due_at: int | None = None
    late_s: int = 0

    @property
    def handled_at(self) -> int:
        """When we came to it (UTC seconds), which is when it is written down and answered."""
        return self.now + self.late_s

    @cached_property
    def zone(self) -> str:
        """The time zone that decides which day it is."""
        return self.timezone or self.programme.brand.timezone

    @property
    def starts_at(self) -> int:
        """How many minutes after midnight a day begins."""
        return self.programme.brand.day_starts_at_minutes

    @cached_property
    def day(self) -> date:
        """The local day, which begins at the brand's `day_starts_at`."""
        return self.day_at(self.now if self.due_at is None else self.due_at)

    def day_at(self, moment: int) -> date:
        """The local day that holds another moment (UTC seconds)."""
        return local_day(moment, self.zone, self.starts_at)

    def seen_from(self, timezone: str | None) -> "Occasion":
        """The same occasion by the day of somebody else, or of a group: of that time zone, or with None the brand's."""
        return self if timezone == self.timezone else replace(self, timezone=timezone)

    def goes_for(self, timezone: str | None) -> bool:
        """Whether the day of one in that time zone (None: the brand's) is the one that it is looked at by."""
        return (timezone or self.programme.brand.timezone) == self.zone

    def when_said(self, said_at: int) -> "Occasion":
        """The same occasion for what was said at `said_at` (UTC seconds) and is confirmed now; as far as a day back."""
        moment = Moment.of(said_at, self.now)
        return replace(self, now=moment.said_at, late_s=self.handled_at - moment.said_at)

    @property
    def over_day(self) -> date | None:
        """The day it counts for, where that was over when we came to it."""
        if not self.late_s:
            return None
        return self.day if self.day < self.day_at(self.handled_at) else None

    @cached_property
    def next_day_at(self) -> int:
        """When the next local day begins (UTC seconds)."""
        return self.begins(self.day + timedelta(days=1))

    @cached_property
    def day_began_at(self) -> int:
        """When the local day began (UTC seconds)."""
        return self.begins(self.day)

    def span_of(self, first: date, days: int = 1) -> tuple[int, int]:
        """When so many local days from `first` on begin, and end (UTC seconds). What a limit of days counts lies between
        them, whatever day it was where its member was at home then.
        """
        return self.begins(first), self.begins(first + timedelta(days=days))

    def begins(self, day: date) -> int:
        """When that local day begins (UTC seconds)."""
        return day_begins(day, ZoneInfo(self.zone), self.starts_at)

    def lag_s(self, timezone: str, starts_at: int) -> float:
        """How many seconds later than by UTC a day ends now in that time zone, beginning so many minutes after midnight."""
        ahead = datetime.fromtimestamp(self.now, ZoneInfo(timezone)).utcoffset()
        assert ahead is not None
        return starts_at * 60 - ahead.total_seconds()

    @cached_property
    def moment(self) -> datetime:
        """`now` as local date and time."""
        return datetime.fromtimestamp(self.now, UTC).astimezone(ZoneInfo(self.zone))
