"""What somebody took part in, by its name: quizzes, events and team projects, and what each brought them."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from rules.reading.typed import bare

LEAST_LETTERS = 2
MOST_THINGS = 3
MOST_TURNS = 8


class PartKind(StrEnum):
    """What it is."""

    QUIZ = "quiz"
    EVENT = "event"
    PROJECT = "project"


class Came(StrEnum):
    """What became of it: of a try at a quiz, of a seat at an event, of a place in a team."""

    PASSED = "passed"
    FAILED = "failed"
    BEGUN = "begun"
    SPOKE = "spoke"
    ATTENDED = "attended"
    MISSED = "missed"
    EXCUSED = "excused"
    SEATED = "seated"
    WAITING = "waiting"
    OFF = "off"
    CALLED_OFF = "called_off"
    SHARED = "shared"
    UNSHARED = "unshared"
    WORKING = "working"
    LEFT = "left"
    DISSOLVED = "dissolved"


EARNING = frozenset({Came.PASSED, Came.ATTENDED, Came.SHARED})


class Participation(Struct, frozen=True):
    """One time that somebody took part in the thing `id` of a kind, `at` that moment (UTC seconds).

    Of a quiz `right` of `asks`; of a project the `role`. `points` is what it brought, also where that was taken back.
    """

    kind: PartKind
    id: int
    title: str
    at: int
    came: Came
    points: int = 0
    taken_back: bool = False
    right: int = 0
    asks: int = 0
    role: str = ""


def called(parts: Iterable[Participation], words: str) -> tuple[tuple[Participation, ...], ...]:
    """Those of that name, a thing at a time, what was last first; those whose names hold the words where none is called so."""
    said = bare(words).casefold()
    named = [(bare(one.title).casefold(), one) for one in parts]
    found = [one for title, one in named if title == said]
    if not found and len(said) >= LEAST_LETTERS:
        found = [one for title, one in named if said in title]
    things: dict[tuple[PartKind, int], list[Participation]] = {}
    for one in sorted(found, key=lambda part: -part.at):
        things.setdefault((one.kind, one.id), []).append(one)
    return tuple(tuple(times[:MOST_TURNS][::-1]) for times in list(things.values())[:MOST_THINGS])
