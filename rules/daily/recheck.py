"""Accepted answers that a product note may contradict: by which signs they are known, and what staff decide about each."""

import re
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.daily.bulletin import BulletinWording, keywords, least_of
from rules.daily.similarity import essence, likeness, sought
from rules.reading.heard import called, pattern
from rules.refusals import Refusal

CORRECTION_LEAST, CORRECTION_MOST = 4, 300
# An answer of which so much stands in the note says nothing else; a sentence so much alike to an answer is what it says.
SAME_PERCENT, ALIKE_PERCENT = 60, 50
_VERSION = re.compile(
    rf"(?:{pattern('recheck', 'version_before')})(\d+(?:\.\d+){{0,3}})"
    rf"|(\d+(?:\.\d+){{1,3}})\s?{pattern('recheck', 'version_behind')}|\b(\d+(?:\.\d+){{2,3}})\b",
    re.I,
)
_PLAIN = re.compile(r"\d+(?:\.\d+)*")
_CLAUSES = re.compile(r"[。！？!?；;，,\n]|\.\s")
# Units by which figures are compared, each with what else it is called.
UNITS = called("units")
_UNIT_OF = {word: unit for unit, words in UNITS.items() for word in words}
_FIGURE = re.compile(
    rf"(\d+(?:\.\d+)?)\s?({'|'.join(map(re.escape, sorted(_UNIT_OF, key=len, reverse=True)))})(?![a-z])", re.I
)


class Sign(StrEnum):
    """By what an answer is known to say otherwise, the plainest first."""

    VERSION = "version"
    FIGURE = "figure"
    FORMERLY = "formerly"
    MATTER = "matter"


class RecheckState(StrEnum):
    """What staff decided about an answer that was marked."""

    OPEN = "open"
    RIGHT = "right"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class Doubt(Struct, frozen=True):
    """Why an answer is marked: the `sign`, and what of the answer shows it."""

    sign: Sign
    shows: str = ""


class Recheck(Struct, frozen=True):
    """An accepted answer, the `n`-th to `question`, marked because of a product note; `words` is how staff corrected it."""

    id: int
    bulletin: int
    question: int
    n: int
    doubt: Doubt
    state: RecheckState
    words: str
    decided_by: int | None


@dataclass(eq=False)
class NothingToRecheck(Refusal):
    """No answer is marked for a look."""


@dataclass(eq=False)
class AlreadyRechecked(Refusal):
    """Somebody has looked at it, or the answer or the note does not stand any more."""

    over = True

    state: RecheckState


@dataclass(eq=False)
class CorrectionUnclear(Refusal):
    """A correction has so many characters."""

    least: int
    most: int


def doubt_of(title: str, body: str, note: BulletinWording, former: BulletinWording | None) -> Doubt | None:
    """Whether the accepted answer `body` to `title` may say otherwise than the note, which said `former` before."""
    return (
        _other_version(body, note)
        or _other_figure(body, note)
        or (_said_formerly(body, note, former) if former else None)
        or _same_matter(title, body, note)
    )


def require_correction(words: str) -> str:
    """What staff write in an answer's place. Raises CorrectionUnclear."""
    said = words.strip()
    if not CORRECTION_LEAST <= len(said) <= CORRECTION_MOST:
        raise CorrectionUnclear(CORRECTION_LEAST, CORRECTION_MOST)
    return said


def _versions(text: str) -> dict[str, str]:
    """The versions that a text names: each number as it is compared, and as it stands there."""
    found = {}
    for match in _VERSION.finditer(text):
        number = next(group for group in match.groups() if group)
        found[number.removesuffix(".0")] = match[0].strip()
    return found


def _other_version(body: str, note: BulletinWording) -> Doubt | None:
    mine = _PLAIN.search(note.version)
    others = {
        number: shown for number, shown in _versions(body).items() if mine and number != mine[0].removesuffix(".0")
    }
    return Doubt(Sign.VERSION, next(iter(others.values()))) if others else None


def _figures(text: str) -> dict[str, dict[str, str]]:
    """For each unit the numbers that a text names with it, and how they stand there."""
    found: dict[str, dict[str, str]] = {}
    for match in _FIGURE.finditer(text):
        found.setdefault(_UNIT_OF[match[2].casefold()], {})[match[1].removesuffix(".0")] = match[0]
    return found


def _other_figure(body: str, note: BulletinWording) -> Doubt | None:
    said = _figures(f"{note.title}\n{note.text}")
    for unit, numbers in _figures(body).items():
        if unit in said and not numbers.keys() & said[unit].keys():
            return Doubt(Sign.FIGURE, next(iter(numbers.values())))
    return None


def _said_formerly(body: str, note: BulletinWording, former: BulletinWording) -> Doubt | None:
    """What the note said once and says no more."""
    dropped = set(_clauses(former.text)) - set(_clauses(note.text))
    gone = [clause for clause in sorted(dropped) if likeness(clause, body) >= ALIKE_PERCENT or _holds(body, clause)]
    return Doubt(Sign.FORMERLY, gone[0]) if gone else None


def _clauses(text: str) -> list[str]:
    return [clause.strip() for clause in _CLAUSES.split(text) if len(clause.strip()) >= CORRECTION_LEAST]


def _holds(body: str, clause: str) -> bool:
    return sought(clause) <= sought(body)


def _same_matter(title: str, body: str, note: BulletinWording) -> Doubt | None:
    """An answer to a question on the theme, unless it says what the note says."""
    asked, answered = sought(title), essence(body) if body.strip() else frozenset()
    if not any(len(keyword & asked) >= least_of(keyword) for keyword in keywords(note)):
        return None
    shared = answered & sought(f"{note.title}\n{note.text}")
    return None if answered and 100 * len(shared) >= SAME_PERCENT * len(answered) else Doubt(Sign.MATTER)
