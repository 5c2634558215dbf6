"""Days and times as people say them in each language (`messages/<locale>/calendar.toml`): 11月18日, 明天 20:00, 周六, 北京时间."""

import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

FOLDER = Path(__file__).parent

WEEK = 7
FAR = 300


class Scene(Struct, frozen=True):
    """Where words are read: when (UTC seconds), by which member (0: by everybody there), and by the clock of which zone
    (none: by the brand's).
    """

    now: int
    reader: int = 0
    zone: str = ""


class Calendar(Struct, frozen=True):
    """How one language says days and times: names, and patterns they are put into; `whole_months` stand alone."""

    months: tuple[str, ...]
    whole_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    far_day: str
    moment: str
    clock_of: str
    elsewhere: str
    next_week: str
    near: Mapping[str, str]
    days: Mapping[str, str]
    zones: Mapping[str, str]

    def said(self, day: date, today: date | None = None) -> str:
        """The day by its date; with its year when that isn't clear from `today`."""
        far = today is not None and abs((day - today).days) > FAR
        pattern = self.far_day if far else self.day
        return pattern.format(year=day.year, month=self.months[day.month - 1], date=day.day)

    def soon(self, day: date, today: date) -> str:
        """The day as one says it on `today`: tomorrow, on Saturday, on Thursday of the week that begins next, else by its date."""
        ahead = (day - today).days
        if str(ahead) in self.near:
            return self.near[str(ahead)]
        if not 0 < ahead < WEEK:
            return self.said(day, today)
        weekday = self.weekdays[day.weekday()]
        return weekday if day.weekday() > today.weekday() else self.next_week.format(weekday=weekday)

    def zone(self, name: str) -> str:
        """The time of a zone as people call it, else by its city."""
        return self.zones.get(name) or self.clock_of.format(city=name.rpartition("/")[2].replace("_", " "))

    def festival(self, day: date) -> str:
        """What is said on a day that the calendar makes its own; nothing on others."""
        return self.days.get(day.isoformat()) or self.days.get(f"{day:%m-%d}", "")


class Telling:
    """One message while it is put into words: in which scene and language, by which clock, and whether it has named that clock.

    `brand` is the brand's clock, `called` its name in that language.
    """

    def __init__(self, scene: Scene | None, locale: str, brand: ZoneInfo, called: str) -> None:
        self.scene, self.locale, self.brand, self.called = scene, locale, brand, called
        self.zone = ZoneInfo(scene.zone) if scene and scene.zone else brand
        self._named = False

    @property
    def today(self) -> date | None:
        """The day on which it is read; None where nobody knows when that is."""
        return day_of(self.scene.now, self.zone) if self.scene else None

    def names(self, moment: int) -> bool:
        """Whether it has to say by which clock: once, of a moment that is still to come and that the brand's clock shows
        otherwise.
        """
        ahead = self.scene is not None and moment > self.scene.now
        if self._named or not ahead or self._as_the_brand(moment):
            return False
        self._named = True
        return True

    def _as_the_brand(self, moment: int) -> bool:
        return local(moment, self.zone).utcoffset() == local(moment, self.brand).utcoffset()


@cache
def calendar(locale: str) -> Calendar:
    """The calendar of a language."""
    words = tomllib.loads((FOLDER / locale / "calendar.toml").read_text("utf-8"))
    months, whole, weekdays = (tuple(words.pop(name)) for name in ("months", "whole_months", "weekdays"))
    return Calendar(months, whole, weekdays, **words)


def local(moment: int, zone: ZoneInfo) -> datetime:
    """UTC seconds on the clock of that zone."""
    return datetime.fromtimestamp(moment, UTC).astimezone(zone)


def day_of(value: int | str | date, zone: ZoneInfo) -> date:
    """The day of a moment in that zone; a day, or its ISO text, is the same everywhere."""
    if isinstance(value, int):
        return local(value, zone).date()
    return date.fromisoformat(value) if isinstance(value, str) else value
