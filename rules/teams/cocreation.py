"""Co-creation briefs: a problem and why it matters; answers in any form, seen by nobody until all are there."""

from dataclasses import dataclass

from msgspec import Struct

from rules.ends import over_at
from rules.files import File
from rules.programme.trust import TrustStep
from rules.refusals import Refusal

WORDS_MOST = 300


class CocreationPlan(Struct, frozen=True):
    """What a brief says: the problem, why it matters, until when (UTC seconds) and from which step of trust one may answer.

    `prize` are the points for the most original answer.
    """

    title: str
    problem: str
    why: str
    deadline: int
    prize: int
    trust: TrustStep = TrustStep.BASE


class Cocreation(Struct, frozen=True):
    """A published brief; `id` is the number people call it by."""

    id: int
    plan: CocreationPlan
    made_by: int
    made_at: int
    asked_at: int | None = None

    def is_open(self, at: int) -> bool:
        """Whether it took answers at that moment (UTC seconds); until then nobody sees any."""
        return at < over_at(self.plan.deadline)


class CocreationAnswer(Struct, frozen=True):
    """An answer. It won the prize with that `reason`, for `points` by `entry`, or became a case for what was `unexpected`."""

    id: int
    cocreation: int
    member: int
    at: int
    text: str
    files: tuple[File, ...] = ()
    won_at: int | None = None
    reason: str = ""
    points: int = 0
    entry: int | None = None
    taken_back_at: int | None = None
    case_at: int | None = None
    unexpected: str = ""

    @property
    def won(self) -> bool:
        """Whether it has the prize, and keeps it."""
        return self.won_at is not None and self.taken_back_at is None


@dataclass(eq=False)
class CocreationUnknown(Refusal):
    """There is no brief of that number."""

    number: int


@dataclass(eq=False)
class CocreationNumberNeeded(Refusal):
    """Which brief is meant could not be told."""


@dataclass(eq=False)
class CocreationOver(Refusal):
    """It takes no more answers."""

    over = True

    title: str


@dataclass(eq=False)
class AnswersSealed(Refusal):
    """Nobody sees answers until then (UTC seconds), so that everybody thinks for themselves."""

    title: str
    deadline: int


@dataclass(eq=False)
class AnswerStands(Refusal):
    """All can see the member's answer to `title`: it stays as it is."""

    title: str


@dataclass(eq=False)
class EmptyAnswer(Refusal):
    """Neither words nor a file."""


@dataclass(eq=False)
class StaffWinNothing(Refusal):
    """`name` is of the team by now, which competes for no prize."""

    name: str


@dataclass(eq=False)
class PrizeGiven(Refusal):
    """The prize of that brief has been given, to `name`; `paid`: with points, which are undone to take it back."""

    over = True

    name: str
    paid: bool = True


@dataclass(eq=False)
class CaseMade(Refusal):
    """Another answer to the brief is the case already, by `name`."""

    over = True

    name: str


def require_open(cocreation: Cocreation, now: int) -> None:
    """Raise CocreationOver unless answers are taken."""
    if not cocreation.is_open(now):
        raise CocreationOver(cocreation.plan.title)


def require_shown(cocreation: Cocreation, now: int) -> None:
    """Raise AnswersSealed while answers are taken."""
    if cocreation.is_open(now):
        raise AnswersSealed(cocreation.plan.title, cocreation.plan.deadline)
