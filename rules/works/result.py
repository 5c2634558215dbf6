"""Public results: where a work lives outside, and with what figures; they are the author's word until staff confirm."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msgspec import Struct

from rules.reading.unreal import Unreal
from rules.refusals import Refusal

LINK_MOST, WORDS_MOST = 300, 1_000
FIGURE_MOST = 100_000_000_000
PLACES_MOST = 5


class ResultState(StrEnum):
    """What is known of a report: the author's word, confirmed, put right by staff, or what nobody could look at."""

    REPORTED = "reported"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    UNSEEN = "unseen"


class Figures(Struct, frozen=True):
    """How often a work was read or watched, liked and commented on; None where nobody said."""

    reads: int | None = None
    likes: int | None = None
    comments: int | None = None

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return any(one is not None for one in (self.reads, self.likes, self.comments))

    def put_right(self, right: "Figures") -> "Figures":
        """With those in place of these that somebody spoke of."""
        return Figures(
            self.reads if right.reads is None else right.reads,
            self.likes if right.likes is None else right.likes,
            self.comments if right.comments is None else right.comments,
        )


class Written(Struct, frozen=True):
    """What somebody wrote of a result; an empty `link` means the place that is known already."""

    link: str
    figures: Figures
    day: date


class Result(Struct, frozen=True):
    """A place outside where a work lives."""

    id: int
    submission: int
    link: str


class ResultReport(Struct, frozen=True):
    """What was reported of a place on that day, by whom, and who of the staff has looked at it (our ids)."""

    id: int
    result: int
    figures: Figures
    day: date
    by: int
    state: ResultState
    settled_by: int | None = None


class ResultSeen(Struct, frozen=True):
    """A place (on which `site`) with its latest figures and their day; `checked`: by staff.

    `former` are those of the report before.
    """

    id: int
    link: str
    site: str
    figures: Figures
    day: date
    checked: bool
    former: Figures | None = None
    former_day: date | None = None


@dataclass(eq=False)
class WorkUnknown(Refusal):
    """There is no work of that number for whoever asks."""

    number: int


@dataclass(eq=False)
class WorkNotPassed(Refusal):
    """Results are noted of works that have passed."""

    title: str


@dataclass(eq=False)
class ResultUnclear(Refusal):
    """Neither a link nor a figure; or one that can't be read (`written`), of which of them (`figure`, `link` or `day`).

    `unreal` is what of a day there is not.
    """

    figure: str = ""
    written: str = ""
    unreal: Unreal | None = None


@dataclass(eq=False)
class ResultLinkNeeded(Refusal):
    """Figures of a work of which nobody has said where it lives."""


@dataclass(eq=False)
class LinkOfAnother(Refusal):
    """The link has been noted for another work."""


@dataclass(eq=False)
class PlacesUsed(Refusal):
    """A work is noted in so many places at the `most`."""

    most: int


@dataclass(eq=False)
class ResultSettled(Refusal):
    """Somebody has looked at it, or a newer report has come."""

    over = True


def seen(place: Result, reports: Sequence[ResultReport]) -> ResultSeen | None:
    """A place as it is shown, of its reports, the latest first; what staff put right is told by what they wrote."""
    said = [one for one in reports if one.state is not ResultState.CORRECTED]
    if not said:
        return None
    latest, former = said[0], said[1] if len(said) > 1 else None
    return ResultSeen(
        place.id,
        place.link,
        _site(place.link),
        latest.figures,
        latest.day,
        latest.state is ResultState.CONFIRMED,
        former.figures if former else None,
        former.day if former else None,
    )


def _site(link: str) -> str:
    return link.partition("//")[2].partition("/")[0].removeprefix("www.")
