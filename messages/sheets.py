"""Sheets for people: headings and values in their language, moments in the brand's time."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from messages.renderer import Speech
from rules.names import NAMELESS
from rules.programme.wording import spoken
from rules.sheets import Cell, Cells, Column, Sheet


def for_people(columns: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]], locale: str, timezone: str) -> Sheet:
    """The sheet as people read it."""
    zone, shown = ZoneInfo(timezone), [(place, one) for place, one in enumerate(columns) if one.shown]
    headings = tuple(_labels().label(locale, f"export/col_{one.name}") for _, one in shown)
    return Sheet(headings, (tuple(_cell(one, row[place], locale, zone) for place, one in shown) for row in rows))


def _cell(column: Column, cell: Cell, locale: str, zone: ZoneInfo) -> Cell:
    if cell is None or cell == "":
        return cell
    if cell == NAMELESS and column.name.endswith("name"):
        return _labels().label(locale, "export/nameless")
    match column.cells:
        case Cells.TIME:
            assert isinstance(cell, int), column
            return f"{datetime.fromtimestamp(cell, UTC).astimezone(zone):%Y-%m-%d %H:%M}"
        case Cells.WORD:
            return _labels().label(locale, f"{column.labels}{cell}")
        case Cells.WORDS:
            between = "、" if locale == "zh" else ", "
            return between.join(_labels().label(locale, f"{column.labels}{word}") for word in str(cell).split())
    return spoken(cell, locale) if isinstance(cell, str) else cell


@cache
def _labels() -> Speech:
    """Labels of sheets speak of nothing that differs from brand to brand."""
    return Speech("UTC", "")
