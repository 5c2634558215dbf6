"""The hall of honour: who was honoured, with what and why, year by year."""

from base64 import b64encode

from msgspec import Struct

from actions.honour.deed import of_honour
from rules.honour.award import Honour
from rules.honour.deed import Deed
from rules.occasion import Occasion
from rules.pages import Page, page_of
from storage import members
from storage.engine.tx import Tx
from storage.honour import honours, portraits

PER_PAGE = 5


class Laureate(Struct, frozen=True):
    """Somebody in the hall; who does not want to be named, or is forgotten, has no `name`."""

    title: str
    name: str
    citation: str
    deeds: tuple[Deed, ...] = ()


class OnPage(Struct, frozen=True):
    """Somebody on its page: who does not want to be shown has no `name`; `portrait` is the address of a photo that holds
    all of it, or empty.
    """

    title: str
    name: str
    citation: str
    portrait: str
    deeds: tuple[Deed, ...] = ()


class Hall(Struct, frozen=True):
    """A page of one `year` of it; `earlier` and `later` are the years beside it, where there are any."""

    year: int
    laureates: tuple[Laureate, ...]
    earlier: int | None
    later: int | None
    page: Page


class HallYear(Struct, frozen=True):
    """One year on the page of the hall."""

    year: int
    laureates: tuple[OnPage, ...]


class HallPage(Struct, frozen=True):
    """All of its years, latest first."""

    years: tuple[HallYear, ...]


def hall(tx: Tx, year: int | None, occasion: Occasion, number: int = 1) -> Hall:
    """That page of that year, or of the latest in which somebody was honoured."""
    years = honours.years(tx)
    shown = year if year is not None else next(iter(years), occasion.day.year)
    honoured = honours.of_year(tx, shown)
    page = page_of(number, len(honoured), PER_PAGE)
    found = tuple(_laureate(tx, one) for one in honoured[page.before : page.before + PER_PAGE])
    earlier = next((other for other in years if other < shown), None)
    later = next((other for other in reversed(years) if other > shown), None)
    return Hall(shown, found, earlier, later, page)


def whole(tx: Tx) -> HallPage:
    """Everybody, for the page that the brand shows outside: who asked not to be shown keeps the deed, without the name."""
    return HallPage(
        tuple(
            HallYear(year, tuple(_outside(tx, one) for one in honours.of_year(tx, year))) for year in honours.years(tx)
        )
    )


def _laureate(tx: Tx, one: Honour) -> Laureate:
    member = members.get(tx, one.member)
    return Laureate(
        one.title, "" if member.hidden else member.name, one.citation, of_honour(tx, member, one, outside=False)
    )


def _outside(tx: Tx, one: Honour) -> OnPage:
    member = members.get(tx, one.member)
    if member.hidden:
        return OnPage(one.title, "", one.citation, "")
    deeds = of_honour(tx, member, one, outside=True)
    return OnPage(one.title, member.name, one.citation, _portrait(tx, member.id), deeds)


def _portrait(tx: Tx, member: int) -> str:
    photo = portraits.photo(tx, member)
    return f"data:image/jpeg;base64,{b64encode(photo).decode()}" if photo else ""
