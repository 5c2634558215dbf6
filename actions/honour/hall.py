"""The hall of honour: who was honoured, with what and why, year by year."""

from base64 import b64encode
from dataclasses import dataclass

from rules.honour.award import Honour
from rules.occasion import Occasion
from storage import members
from storage.engine.tx import Tx
from storage.honour import honours, portraits


@dataclass(frozen=True, slots=True)
class Laureate:
    """Somebody in the hall."""

    title: str
    name: str
    citation: str


@dataclass(frozen=True, slots=True)
class OnPage:
    """Somebody on its page: who does not want to be shown has no `name`; `portrait` is the address of a photo that holds
    all of it, or empty.
    """

    title: str
    name: str
    citation: str
    portrait: str


@dataclass(frozen=True, slots=True)
class Hall:
    """One `year` of it; `earlier` and `later` are the years beside it, where there are any."""

    year: int
    laureates: tuple[Laureate, ...]
    earlier: int | None
    later: int | None


@dataclass(frozen=True, slots=True)
class HallYear:
    """One year on the page of the hall."""

    year: int
    laureates: tuple[OnPage, ...]


@dataclass(frozen=True, slots=True)
class HallPage:
    """All of its years, latest first."""

    years: tuple[HallYear, ...]


def hall(tx: Tx, year: int | None, occasion: Occasion) -> Hall:
    """That year, or the latest in which somebody was honoured."""
    years = honours.years(tx)
    shown = year if year is not None else next(iter(years), occasion.day.year)
    found = tuple(_laureate(tx, one) for one in honours.of_year(tx, shown))
    earlier = next((other for other in years if other < shown), None)
    later = next((other for other in reversed(years) if other > shown), None)
    return Hall(shown, found, earlier, later)


def whole(tx: Tx) -> HallPage:
    """Everybody, for the page that the brand shows outside: who asked not to be shown keeps the deed, without the name."""
    return HallPage(
        tuple(
            HallYear(year, tuple(_outside(tx, one) for one in honours.of_year(tx, year))) for year in honours.years(tx)
        )
    )


def _laureate(tx: Tx, one: Honour) -> Laureate:
    return Laureate(one.title, members.get(tx, one.member).name, one.citation)


def _outside(tx: Tx, one: Honour) -> OnPage:
    member = members.get(tx, one.member)
    if member.hidden:
        return OnPage(one.title, "", one.citation, "")
    return OnPage(one.title, member.name, one.citation, _portrait(tx, member.id))


def _portrait(tx: Tx, member: int) -> str:
    photo = portraits.photo(tx, member)
    return f"data:image/jpeg;base64,{b64encode(photo).decode()}" if photo else ""
