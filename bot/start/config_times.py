"""What is wrong with a cron expression of the configuration: which of its five fields, and what may stand there."""

from datetime import UTC, datetime

from bot.flow.times import Times

_ALLOWED = (
    "write 0 to 59, or * for each",
    "write 0 to 23, or * for each",
    "write 1 to 31, or * for each",
    "write 1 to 12, or * for each",
    "name the days of the week: mon, tue, ... sun, or * for each",
)
_FIELDS = ("minute", "hour", "day", "month", "weekday")
NEVER = 'never comes: no day {} is in month {}; write "" for never'
A_LEAP_YEAR = int(datetime(2024, 1, 1, tzinfo=UTC).timestamp())
_FORM = 'must be five fields such as "0 20 * * sun" (minute hour day month weekday), or "" for never'


def wrong_with(cron: str) -> str | None:
    """What is wrong with a cron expression: five fields that the scheduler understands, days of the week by name."""
    written = cron.split()
    if len(written) != len(_FIELDS):
        return _FORM
    for place, field_ in enumerate(written):
        if not _known(" ".join(field_ if n == place else "*" for n in range(len(_FIELDS)))):
            return f"{_FIELDS[place]} {field_!r} can't be read; {_ALLOWED[place]}"
    numbered = any(char.isdigit() for char in written[4].partition("/")[0])
    if numbered:
        return f"weekday {written[4]!r} can't be read; {_ALLOWED[4]}"
    return None if Times(cron, "UTC").next(A_LEAP_YEAR) else NEVER.format(written[2], written[3])


def _known(cron: str) -> bool:
    try:
        Times(cron, "UTC")
    except ValueError:
        return False
    return True
