"""Time zones by their real names: what a machine keeps beside them (`localtime`, `posix/...`) means something else elsewhere."""

from functools import cache
from zoneinfo import available_timezones

from rules.typed import typed

_NO_PLACE = {"Factory", "localtime", "posixrules", "leapseconds"}


def zone_called(name: str) -> str | None:
    """The time zone of that name, in whatever case it is written, as its name is written; None if there is none."""
    return _zones().get(typed(name).replace(" ", "_"))


@cache
def _zones() -> dict[str, str]:
    return {zone.casefold(): zone for zone in available_timezones() - _NO_PLACE}
