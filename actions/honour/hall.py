"""The hall of honour: who was honoured, with what and why, year by year."""

from dataclasses import dataclass

from rules.honour.award import Honour
from rules.occasion import Occasion
from storage import members
from storage.engine.tx import Tx
from storage.honour import honours


@dataclass(frozen=True, slots=True)
class Laureate:
    """Somebody in the hall."""

    title: str
    name: str
    citation: str


@dataclass(frozen=True, slots=True)
class Hall:
    """One `year` of it; `earlier` and `later` are the years beside it, where there are any."""

    year: int
    laureates: tuple[Laureate, ...]
    earlier: int | None
    later: int | None


def hall(tx: Tx, year: int | None, occasion: Occasion) -> Hall:
    """That year, or the latest in which somebody was honoured."""
    years = honours.years(tx)
    shown = year if year is not None else next(iter(years), occasion.day.year)
    found = tuple(_laureate(tx, one) for one in honours.of_year(tx, shown))
    earlier = next((other for other in years if other < shown), None)
    later = next((other for other in reversed(years) if other > shown), None)
    return Hall(shown, found, earlier, later)


def _laureate(tx: Tx, one: Honour) -> Laureate:
    return Laureate(one.title, members.get(tx, one.member).name, one.citation)
