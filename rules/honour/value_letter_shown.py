"""What stands behind a figure of the value letter: each deed of the month by itself, with where it can be seen."""

from enum import StrEnum

from msgspec import Struct

from rules.honour.value_letter import Month
from rules.pages import Page


class Figure(StrEnum):
    """Figures of the letter that open to a list."""

    PEOPLE = "people"
    ANSWERS = "answers"
    FINDS = "finds"
    PICKS = "picks"
    TALKS = "talks"
    CRAFT = "craft"
    MENTORED = "mentored"


class Proof(Struct, frozen=True):
    """One deed: for whom or by whom (`name`), on which day and up to which (UTC seconds), what was said of it, how many came.

    `link` leads to its message; where there is none, `start` opens it in private.
    """

    title: str = ""
    link: str | None = None
    start: str = ""
    name: str = ""
    words: str = ""
    track: str = ""
    at: int | None = None
    until: int | None = None
    came: int = 0


class FigureShown(Struct, frozen=True):
    """A page of the deeds behind a figure of the letter of the month with that `number` (1 to 12)."""

    what: Figure
    month: str
    number: int
    proofs: tuple[Proof, ...]
    page: Page


class FigureHad(Struct, frozen=True):
    """A figure that a letter has: so many deeds."""

    what: Figure
    many: int


def figures(month: Month) -> tuple[FigureHad, ...]:
    """Those of the letter in its order: what it does not name whole, or names without a link."""
    cut = (
        (Figure.PEOPLE, month.people, month.helped),
        (Figure.ANSWERS, month.answers, month.solved),
        (Figure.FINDS, month.finds, month.found),
        (Figure.PICKS, month.picks, month.picked),
    )
    had = [FigureHad(what, many) for what, many, named in cut if many > len(named)]
    unlinked = (
        (Figure.TALKS, len(month.spoken)),
        (Figure.CRAFT, sum(one.passed for one in month.grown)),
        (Figure.MENTORED, len(month.mentored)),
    )
    return (*had, *(FigureHad(what, many) for what, many in unlinked if many))
