"""Challenges: the three kinds, the form that makes one, and when one may be taken on."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from rules.ends import over_at
from rules.occasion import Occasion
from rules.programme.trust import TrustStep
from rules.reading import form_fields, forms
from rules.reading.flaws import Flaw, Mistake
from rules.reading.form_fields import Field, Shape, Vocabulary
from rules.reading.forms import Filled
from rules.reading.unreal import Unreal
from rules.refusals import Refusal
from rules.values import replace
from rules.works.media_kit import KitCheck, undeclared


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
    """What a work has to hold: anything at all, or at least one of its kind. POST is the post itself, in its own words."""

    ANYTHING = "anything"
    PHOTO = "photo"
    VIDEO = "video"
    FILE = "file"
    WORDS = "words"
    LINK = "link"
    SCREENSHOT = "screenshot"
    POST = "post"


class Piece(StrEnum):
    """What a project hands in: a PART by each of its members, and the WHOLE by its lead."""

    PART = "part"
    WHOLE = "whole"


FORM: form_fields.Form = (
    Field("title", Shape.LINE, required=True, least=2, most=40),
    Field("kind", Shape.CHOICE, required=True, choices=tuple(ChallengeKind)),
    Field("track", Shape.CHOICE, required=True, choices=tuple(SkillTrack)),
    Field("points", Shape.NUMBER, required=True, least=0, most=1000, apiece=True),
    Field("deadline", Shape.MOMENT, required=True),
    Field("places", Shape.NUMBER, least=1, most=10_000),
    Field("each", Shape.NUMBER, least=1, most=20, default=1, apiece=True),
    Field("work", Shape.CHOICE, choices=tuple(WorkKind), default=WorkKind.ANYTHING.value),
    Field("trust", Shape.CHOICE, choices=tuple(TrustStep)),
    Field("about", Shape.TEXT, least=4, most=900),
    Field("steps", Shape.LINES, most=12),
    Field("dos", Shape.LINES, most=8),
    Field("donts", Shape.LINES, most=8),
    Field("examples", Shape.LINES, most=6),
    Field("tag", Shape.TAG, most=40),
    Field("wording", Shape.TEXT, most=900),
    Field("check", Shape.CHOICE, choices=tuple(KitCheck)),
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
    ChallengeKind.OPEN: ("steps", "dos", "donts", "tag", "wording", "check"),
}

# What a hand-in of these kinds says elsewhere, nobody reads but the reviewer.
UNREAD = (WorkKind.LINK, WorkKind.SCREENSHOT)

# The step of trust that opens each kind, unless the form names another.
OPENED_BY = {
    ChallengeKind.STANDARD: TrustStep.BASE,
    ChallengeKind.FRAMEWORK: TrustStep.FRAMEWORK,
    ChallengeKind.OPEN: TrustStep.OPEN,
}


class Brief(Struct, frozen=True):
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
    tag: str = ""
    wording: str = ""
    check: KitCheck | None = None


class Challenge(Struct, frozen=True):
    """A published challenge; `id` is the number people call it by, `joined` how many take part.

    `closed_at` (UTC seconds) is when staff closed it, or its deadline once that has passed. One that is a `piece` of a
    `project` is for its team alone.
    """

    id: int
    brief: Brief
    made_by: int
    made_at: int
    joined: int
    closed_at: int | None = None
    project: int | None = None
    piece: Piece | None = None

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

    over = True

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
class TeamsOnly(Refusal):
    """What belongs to a project is handed in by those who have a role there, and changed with the project."""

    title: str
    project: int


@dataclass(eq=False)
class DeadlineUnclear(Refusal):
    """The new deadline is no moment to come; `unreal` is what of it there is not."""

    given: str
    unreal: Unreal | None = None


def require_own(challenge: Challenge) -> None:
    """Raise TeamsOnly for a piece of a project: who takes part in it, and until when, is decided there."""
    if challenge.project is not None:
        raise TeamsOnly(challenge.brief.title, challenge.project)


def read(text: str, vocabulary: Vocabulary, occasion: Occasion, before: str = "") -> Filled:
    """The form of a challenge, with what its kind needs."""
    filled = forms.read(FORM, text, vocabulary, occasion, before)
    if filled.mistakes:
        return filled
    lacking = tuple(_lacking(filled, vocabulary))
    return Filled(filled.text, lacking) if lacking else filled


def _lacking(filled: Filled, vocabulary: Vocabulary) -> Iterator[Mistake]:
    for name in lacking(brief_of(filled)):
        yield Mistake(0, form_fields.shown(vocabulary.names, name), Flaw.MISSING)


def lacking(brief: Brief) -> tuple[str, ...]:
    """The fields that its kind needs, or that are looked for in what is handed in, and that are empty."""
    needed = tuple(name for name in NEEDS[brief.kind] if not getattr(brief, name))
    return (*needed, *undeclared(brief.check or "", brief.tag, brief.wording))


def brief_of(filled: Filled) -> Brief:
    """The brief that a form without mistakes describes."""
    kind = ChallengeKind(filled.words("kind"))
    listed = {
        name: () if name in UNUSED[kind] else filled.lines(name) for name in ("steps", "dos", "donts", "examples")
    }
    brief = Brief(
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
        steps=listed["steps"],
        dos=listed["dos"],
        donts=listed["donts"],
        examples=listed["examples"],
    )
    return brief if "tag" in UNUSED[kind] else _with_kit(brief, filled)


def _with_kit(brief: Brief, filled: Filled) -> Brief:
    check = KitCheck(filled.words("check")) if filled.values["check"] else None
    return replace(brief, tag=filled.words("tag"), wording=filled.words("wording"), check=check)
