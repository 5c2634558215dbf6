"""Time zones by their real names: what a machine keeps beside them (`localtime`, `posix/...`) means something else elsewhere."""

import re
from functools import cache
from zlib import crc32
from zoneinfo import available_timezones

from rules.reading.typed import typed

_REGIONS = {"africa", "america", "antarctica", "asia", "atlantic", "australia", "europe", "indian", "pacific"}
# What is read as something else: EST is no summer in New York, Etc/GMT+8 is eight hours west.
_OTHERWISE = re.compile(r"[EMH]ST|Etc/GMT[+-]\d+")
_NO_PLACE = {"Factory", "localtime", "posixrules", "leapseconds"}


def zone_called(name: str) -> str | None:
    """The time zone of that name, in whatever case it is written, as its name is written; None if there is none."""
    return _zones().get(typed(name).replace(" ", "_"))


def zones_at(place: str) -> tuple[str, ...]:
    """The time zones of that name, or named after that place: a city, or what several cities are gathered under."""
    named = zone_called(place)
    if named and "/" in named:
        return (named,)
    return _places().get(typed(place).replace(" ", "_"), (named,) if named else ())


@cache
def places() -> tuple[str, ...]:
    """The time zones that are named after a place."""
    return tuple(sorted(zone for zone in _zones().values() if zone.casefold().partition("/")[0] in _REGIONS))


@cache
def _places() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for zone in places():
        for part in zone.casefold().split("/")[1:]:
            found[part] = (*found.get(part, ()), zone)
    return found


@cache
def _zones() -> dict[str, str]:
    return {zone.casefold(): zone for zone in available_timezones() - _NO_PLACE if not _OTHERWISE.fullmatch(zone)}


def number_of(zone: str) -> int:
    """The number of a time zone, the same for ever: one that groups came by would be another's once one of them moves."""
    return -1 - crc32(zone.encode())
