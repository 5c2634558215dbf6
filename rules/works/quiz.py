"""The quiz: questions are drawn from its bank and asked one at a time; so many right answers pass it."""

from dataclasses import dataclass
from typing import ClassVar

from msgspec import Struct

from rules.ends import freed_at, over_at
from rules.occasion import DAY_S, Occasion
from rules.refusals import Refusal

MOST_QUESTIONS = 500
MOST_OPTIONS = 6
TOLD_APART = 5


class QuizTerms(Struct, frozen=True):
    """What a quiz asks for: so many questions, so many of them right, and what that pays.

    Everybody has so many `tries` in so many `days`. Who passes one that `certifies` is certified by it. Nobody begins
    after `until` (UTC seconds, None: no end). What to read before it is the product note of number `note`, the page at
    `link`, or both.
    """

    title: str
    asks: int = 10
    needs: int = 8
    points: int = 20
    tries: int = 3
    days: int = 7
    certifies: bool = False
    until: int | None = None
    about: str = ""
    note: int | None = None
    link: str = ""


class Quiz(Struct, frozen=True):
    """A quiz; people call it by its `id`. It is being prepared until it is published (times in UTC seconds)."""

    id: int
    terms: QuizTerms
    made_by: int
    made_at: int
    published_at: int | None = None
    closed_at: int | None = None

    def is_open(self, at: int) -> bool:
        """Whether somebody could begin it at that moment."""
        if self.published_at is None or (self.closed_at is not None and at >= self.closed_at):
            return False
        return self.terms.until is None or at < over_at(self.terms.until)

    @property
    def prepared(self) -> bool:
        """Whether it has not been published yet, and may be."""
        return self.published_at is None and self.closed_at is None


class QuestionWording(Struct, frozen=True):
    """A question as it is asked: its options, which of them is right (from 0), and why."""

    text: str
    options: tuple[str, ...]
    answer: int
    why: str = ""

    @property
    def right(self) -> str:
        """The option that is right."""
        return self.options[self.answer]


class BankQuestion(Struct, frozen=True):
    """A question of a bank. It never changes: an edited one is another, and takes its place."""

    id: int
    quiz: int
    wording: QuestionWording
    withdrawn_at: int | None = None


class Attempt(Struct, frozen=True):
    """One try of a member: what was promised when it began, and what came of it (times in UTC seconds).

    `seed` decides which questions are drawn and in which order their options stand.
    """

    id: int
    quiz: int
    member: int
    seed: str
    asks: int
    needs: int
    points: int
    began_at: int
    ended_at: int | None = None
    correct: int = 0
    passed: bool = False
    entry: int | None = None
    taken_back_at: int | None = None

    @property
    def stands(self) -> bool:
        """Whether it was passed and counts."""
        return self.passed and self.taken_back_at is None


class Tries(Struct, frozen=True):
    """How many tries are left; with none, from when (UTC seconds) there is another one."""

    left: int
    again_at: int | None = None


def tries_left(began: tuple[int, ...], terms: QuizTerms, now: int) -> Tries:
    """What is left of the tries after those that began then (UTC seconds): each comes back after some days."""
    lasts_s = terms.days * DAY_S
    counted = sorted(at for at in began if freed_at(at + lasts_s) > now)
    left = max(terms.tries - len(counted), 0)
    return Tries(left) if left else Tries(0, freed_at(counted[-terms.tries] + lasts_s))


@dataclass(eq=False)
class QuizUnknown(Refusal):
    """There is no quiz of that number that the caller could see."""

    number: int


@dataclass(eq=False)
class QuizOver(Refusal):
    """Closed, or its end has passed."""

    over = True

    rule: ClassVar[str] = "quiz"

    title: str


@dataclass(eq=False)
class QuizShort(Refusal):
    """There are fewer questions in its bank than it asks, so that nobody can begin."""

    rule: ClassVar[str] = "quiz"

    title: str
    asks: int
    has: int


@dataclass(eq=False)
class QuizPassedBefore(Refusal):
    """The member passed it before, at that time (UTC seconds)."""

    rule: ClassVar[str] = "quiz"

    title: str
    at: int


@dataclass(eq=False)
class TriesUsedUp(Refusal):
    """Every try of these days has been used; there is another one from `again_at` (UTC seconds)."""

    rule: ClassVar[str] = "quiz"

    title: str
    tries: int
    days: int
    again_at: int

    def frees_at(self, occasion: Occasion) -> int | None:
        """When the first of the tries comes back."""
        return self.again_at


@dataclass(eq=False)
class KnowsTheAnswers(Refusal):
    """Whoever can look into the bank is not paid for its answers."""


@dataclass(eq=False)
class QuestionAnswered(Refusal):
    """That question was answered before; the first answer counts."""


@dataclass(eq=False)
class QuizPublished(Refusal):
    """It was published before."""

    number: int
    title: str


@dataclass(eq=False)
class QuestionsGone(Refusal):
    """Those questions are not waiting to be taken in any more, or that question was withdrawn or changed meanwhile."""

    over = True


@dataclass(eq=False)
class BankFull(Refusal):
    """With these there would be more questions than a bank holds."""

    has: int
    most: int
