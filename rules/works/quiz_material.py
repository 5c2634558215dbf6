"""What there is to read before a quiz: a product note of the brand's, a page elsewhere, or both."""

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec import Struct

from rules.links import address_in, holds_address
from rules.reading.numbers import reference
from rules.reading.typed import typed
from rules.refusals import Refusal

LINK_MOST = 300


class Material(Struct, frozen=True):
    """What to read before a quiz: the product note of that number with its words, and a page at `link`.

    Each may be missing: then `note` is None, `link` is empty. `more` is the page of the note itself.
    """

    note: int | None
    title: str
    text: str
    version: str
    more: str
    link: str


class MaterialWritten(Struct, frozen=True):
    """How staff name the material in the form: the number or title of a product note, an address; each empty for none."""

    note: str = ""
    link: str = ""


@dataclass(eq=False)
class MaterialUnknown(Refusal):
    """No product note that is valid is called so; `known` are the newest that are, as number and title."""

    given: str
    known: tuple[tuple[int, str], ...]


@dataclass(eq=False)
class MaterialTwice(Refusal):
    """More than one note, or more than one address."""


@dataclass(eq=False)
class MaterialGone(Refusal):
    """The note was withdrawn or is out of date, and there is nothing else to read."""


def written_in(lines: Iterable[str], words: tuple[str, ...]) -> MaterialWritten:
    """What the lines of the form name; the `words` for a product note may stand before its number. Raises MaterialTwice."""
    notes, links = [], []
    for line in lines:
        address = address_in(line) if holds_address(line) else None
        if address is not None and len(address) <= LINK_MOST:
            links.append(address)
        else:
            notes.append(_bare(line, words))
    if len(notes) > 1 or len(links) > 1:
        raise MaterialTwice
    return MaterialWritten("".join(notes), "".join(links))


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same, however they were typed."""
    return _even(one) == _even(other)


def _bare(line: str, words: tuple[str, ...]) -> str:
    """The number alone, where a word for a product note stands before it."""
    said = line.strip()
    behind = (said[len(word) :] for word in words if typed(said).startswith(typed(word)))
    return next((rest.strip(" ：:") for rest in behind if reference(rest.strip(" ：:")) is not None), said)


def _even(title: str) -> str:
    return "".join(typed(title).split())
