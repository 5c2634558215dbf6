"""Backups: their names, and which of them are kept."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from msgspec import Struct

_NAME = re.compile(r"kocbot-(\d{8}T\d{6})Z\.db")
_FORM = "%Y%m%dT%H%M%S"


class BackupFailed(Struct, frozen=True):
    """A backup could not be made, or does not add up: why, and when the last good one was made (UTC seconds, 0: never)."""

    why: str
    last_at: int


def name_of(at: int) -> str:
    """The file name of a backup made at that time (UTC seconds)."""
    return f"kocbot-{datetime.fromtimestamp(at, UTC).strftime(_FORM)}Z.db"


def made_at(name: str) -> int | None:
    """When the backup of that name was made (UTC seconds); None for any other file."""
    found = _NAME.fullmatch(name)
    return int(datetime.strptime(found[1], _FORM).replace(tzinfo=UTC).timestamp()) if found else None


def outlived(made: Iterable[int], keep: int, days: int) -> set[int]:
    """Which of the backups made at those times may go: all but the newest `keep`, and the last one of each of `days` days."""
    newest_first = sorted(made, reverse=True)
    last_of_day: dict[int, int] = {}
    for at in newest_first:
        last_of_day.setdefault(at // 86_400, at)
    return set(newest_first[keep:]) - set(list(last_of_day.values())[:days])
