"""Sheets for people: headings and values in their language, moments in the brand's time."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from messages.renderer import Speech
from rules.programme.wording import LOCALES, Wording, spoken
from rules.reading.names import NAMELESS
from rules.reading.nearest import begun
from rules.reading.typed import typed
from rules.sheets import Cell, Cells, Column, Sheet


class Length(Struct, frozen=True):
    """How long something is or took, to the minute; what is longer than a day to the hour."""

    days: int
    hours: int
    minutes: int

    @classmethod
    def of(cls, seconds: int) -> "Length":
        """The same in days, hours and minutes."""
        days, rest = divmod(seconds, 86_400)
        hours, rest = divmod(rest, 3_600)
        return cls(days, hours, 0 if days else rest // 60)


def for_people(columns: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]], locale: str, timezone: str) -> Sheet:
    """The sheet as people read it."""
    zone, shown = ZoneInfo(timezone), [(place, one) for place, one in enumerate(columns) if one.shown]
    headings = tuple(_labels().label(locale, f"export/col_{one.heading or one.name}") for _, one in shown)
    return Sheet(headings, (tuple(_cell(one, row[place], locale, zone) for place, one in shown) for row in rows))


def called(sheet: str, locale: str) -> str:
    """What people call the sheet of that name."""
    return _labels().label(locale, f"export/{sheet}")


def sheet_called(words: str, names: Iterable[str]) -> str | None:
    """The sheet among those of these `names` that somebody calls so in any language, or that alone begins so.

    `words` are as they are compared.
    """
    known = {one: tuple(typed(called(one, locale)) for locale in LOCALES) for one in names}
    exact = next((one for one, shown in known.items() if words in (one, *shown)), None)
    return exact or begun(known, words)


def _cell(column: Column, cell: Cell, locale: str, zone: ZoneInfo) -> Cell:
    if cell is None or cell == "":
        return cell
    if cell == NAMELESS and column.name.endswith("name"):
        return _labels().label(locale, "export/nameless")
    match column.cells:
        case Cells.TIME:
            assert isinstance(cell, int), column
            return f"{datetime.fromtimestamp(cell, UTC).astimezone(zone):%Y-%m-%d %H:%M}"
        case Cells.LENGTH:
            assert isinstance(cell, int), column
            return _labels().label(locale, "export/length", Length.of(cell)) if cell else ""
        case Cells.WORD if not isinstance(cell, Wording):
            return _labels().label(locale, f"{column.labels}{cell}")
        case Cells.WORDS:
            between = "、" if locale == "zh" else ", "
            return between.join(_labels().label(locale, f"{column.labels}{word}") for word in str(cell).split())
    return spoken(cell, locale) if isinstance(cell, str) else cell


@cache
def _labels() -> Speech:
    """Labels of sheets speak of nothing that differs from brand to brand."""
    return Speech("UTC", "")
