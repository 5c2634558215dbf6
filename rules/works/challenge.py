"""Challenges: the three kinds, the form that makes one, and when one may be taken on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from rules import forms
from rules.ends import over_at
from rules.forms import Field, Filled, Flaw, Mistake, Shape, Vocabulary
from rules.occasion import Occasion
from rules.programme.trust import TrustStep
from rules.refusals import Refusal


class ChallengeKind(StrEnum):
    """STANDARD gives numbered steps, FRAMEWORK a theme with do's and don'ts, OPEN the problem alone."""

    STANDARD = "standard"
    FRAMEWORK = "framework"
    OPEN = "open"


class SkillTrack(StrEnum):
    """The craft a challenge trains."""

    PHOTO = "photo"
    VIDEO = "video"
    WRITING = "writing"
    TECH = "tech"
    HELPING = "helping"


class WorkKind(StrEnum):
    """What a work has to hold: anything at all, or at least one of its kind."""

    ANYTHING = "anything"
    PHOTO = "photo"
    VIDEO = "video"
    FILE = "file"
    WORDS = "words"


FORM: forms.Form = (
    Field("title", Shape.LINE, required=True, least=2, most=40),
    Field("kind", Shape.CHOICE, required=True, choices=tuple(ChallengeKind)),
    Field("track", Shape.CHOICE, required=True, choices=tuple(SkillTrack)),
    Field("points", Shape.NUMBER, required=True, least=0, most=1000),
    Field("deadline", Shape.MOMENT, required=True),
    Field("places", Shape.NUMBER, least=1, most=10_000),
    Field("each", Shape.NUMBER, least=1, most=20, default=1),
    Field("work", Shape.CHOICE, choices=tuple(WorkKind), default=WorkKind.ANYTHING.value),
    Field("trust", Shape.CHOICE, choices=tuple(TrustStep)),
    Field("about", Shape.TEXT, least=4, most=900),
    Field("steps", Shape.LINES, most=12),
    Field("dos", Shape.LINES, most=8),
    Field("donts", Shape.LINES, most=8),
    Field("examples", Shape.LINES, most=6),
)
BY_NAME = {part.name: part for part in FORM}

# What each kind needs beyond the required fields, and which fields it has no use for.
NEEDS: dict[ChallengeKind, tuple[str, ...]] = {
    ChallengeKind.STANDARD: ("steps",),
    ChallengeKind.FRAMEWORK: ("about", "dos"),
    ChallengeKind.OPEN: ("about",),
}
UNUSED: dict[ChallengeKind, tuple[str, ...]] = {
    ChallengeKind.STANDARD: ("dos", "donts"),
    ChallengeKind.FRAMEWORK: ("steps",),
    ChallengeKind.OPEN: ("steps", "dos", "donts"),
}

# The step of trust that opens each kind, unless the form names another.
OPENED_BY = {
    ChallengeKind.STANDARD: TrustStep.BASE,
    ChallengeKind.FRAMEWORK: TrustStep.FRAMEWORK,
    ChallengeKind.OPEN: TrustStep.OPEN,
}


@dataclass(frozen=True, slots=True)
class Brief:
    """What a challenge asks for. `places` None: no limit; `deadline` in UTC seconds."""

    title: str
    kind: ChallengeKind
    track: SkillTrack
    points: int
    deadline: int
    places: int | None = None
    each: int = 1
    work: WorkKind = WorkKind.ANYTHING
    trust: TrustStep = TrustStep.BASE
    about: str = ""
    steps: tuple[str, ...] = ()
    dos: tuple[str, ...] = ()
    donts: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Challenge:
    """A published challenge; `id` is the number people call it by, `joined` how many take part.

    `closed_at` (UTC seconds) is when staff closed it, or its deadline once that has passed.
    """

    id: int
    brief: Brief
    made_by: int
    made_at: int
    joined: int
    closed_at: int | None = None

    @property
    def left(self) -> int | None:
        """Places left, None when there is no limit."""
        return None if self.brief.places is None else max(self.brief.places - self.joined, 0)

    def is_open(self, at: int) -> bool:
        """Whether it took people and work at that moment, whenever we come to it."""
        ends = over_at(self.brief.deadline)
        return at < (ends if self.closed_at is None else min(ends, self.closed_at))


@dataclass(eq=False)
class ChallengeUnknown(Refusal):
    """There is no challenge of that number."""

    number: int


@dataclass(eq=False)
class ChallengeNumberNeeded(Refusal):
    """Which challenge is meant could not be told; `command` takes its number."""

    command: str


@dataclass(eq=False)
class ChallengeOver(Refusal):
    """Closed, or its deadline has passed."""

    rule: ClassVar[str] = "submission"

    title: str


@dataclass(eq=False)
class ChallengeFull(Refusal):
    """The last place has been taken."""

    rule: ClassVar[str] = "submission"

    title: str
    places: int


@dataclass(eq=False)
class AlreadyTakingPart(Refusal):
    """The member has joined before."""

    title: str


@dataclass(eq=False)
class WorkHandedIn(Refusal):
    """One who has handed something in can't give the place back."""


@dataclass(eq=False)
class DeadlineNotLater(Refusal):
    """The new deadline would not be later than the present one (UTC seconds)."""

    given: str
    deadline: int


@dataclass(eq=False)
class DeadlineEarlier(Refusal):
    """Those who joined would have less time than until `deadline` (UTC seconds)."""

    deadline: int


@dataclass(eq=False)
class PlacesTaken(Refusal):
    """So many have `joined` that there can't be fewer places."""

    joined: int


@dataclass(eq=False)
class DeadlineUnclear(Refusal):
    """The new deadline is no moment to come."""

    given: str


def read(text: str, vocabulary: Vocabulary, occasion: Occasion, before: str = "") -> Filled:
    """The form of a challenge, with what its kind needs."""
    filled = forms.read(FORM, text, vocabulary, occasion, before)
    if filled.mistakes:
        return filled
    lacking = tuple(_lacking(filled, vocabulary))
    return Filled(filled.text, lacking) if lacking else filled


def _lacking(filled: Filled, vocabulary: Vocabulary) -> Iterator[Mistake]:
    for name in NEEDS[ChallengeKind(filled.words("kind"))]:
        if not filled.values[name]:
            yield Mistake(0, forms.shown(vocabulary.names, name), Flaw.MISSING)


def brief_of(filled: Filled) -> Brief:
    """The brief that a form without mistakes describes."""
    kind = ChallengeKind(filled.words("kind"))
    listed = {
        name: () if name in UNUSED[kind] else filled.lines(name) for name in ("steps", "dos", "donts", "examples")
    }
    return Brief(
        title=filled.words("title"),
        kind=kind,
        track=SkillTrack(filled.words("track")),
        points=filled.number("points"),
        deadline=filled.number("deadline"),
        places=filled.number_or_none("places"),
        each=filled.number("each"),
        work=WorkKind(filled.words("work")),
        trust=TrustStep(filled.words("trust")) if filled.values["trust"] else OPENED_BY[kind],
        about=filled.words("about"),
        **listed,
    )


def kind_of(written: Mapping[str, str], vocabulary: Vocabulary) -> ChallengeKind:
    """The kind that has been written so far, STANDARD until then."""
    return ChallengeKind(vocabulary.choice_called("kind", written.get("kind", "")) or ChallengeKind.STANDARD)


def next_to_ask(written: Mapping[str, str], skipped: tuple[str, ...], vocabulary: Vocabulary) -> Field | None:
    """The field to ask for next, going step by step; None when nothing is left to ask."""
    unused = UNUSED[kind_of(written, vocabulary)]
    open_fields = (part for part in FORM if part.name not in written and part.name not in (*skipped, *unused))
    return next(open_fields, None)


def last_asked(written: Mapping[str, str], skipped: tuple[str, ...], vocabulary: Vocabulary) -> Field | None:
    """The field that was asked for last, going step by step; None at the beginning."""
    unused = UNUSED[kind_of(written, vocabulary)]
    done = [part for part in FORM if part.name in (*written, *skipped) and part.name not in unused]
    return done[-1] if done else None


def progress(written: Mapping[str, str], skipped: tuple[str, ...], vocabulary: Vocabulary) -> tuple[int, int]:
    """Which-th question is asked now, and how many there are for that kind of challenge."""
    unused = UNUSED[kind_of(written, vocabulary)]
    asked = [part.name for part in FORM if part.name not in unused]
    return sum(name in (*written, *skipped) for name in asked) + 1, len(asked)


def may_skip(part: Field, kind: ChallengeKind) -> bool:
    """Whether the field may be left empty in a challenge of that kind."""
    return not part.required and part.name not in NEEDS[kind]
