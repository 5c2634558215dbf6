"""The value letter: what somebody's month was to others; each figure with what shows it."""

from dataclasses import dataclass
from datetime import date

from msgspec import Struct

from rules.daily.feature import FeaturedPost
from rules.offers.resource import ResourceKind
from rules.periods import first_day, month_of
from rules.programme.badges import Badge
from rules.programme.trust import TrustStep
from rules.programme.wording import Wording
from rules.refusals import Refusal
from rules.works.challenge import SkillTrack
from rules.works.result import Figures

WORDS_LEAST, WORDS_MOST = 4, 200
# What weighs how much when those are sought for whom the brand writes a sentence itself.
FOUND_WEIGHS, FEATURED_WEIGHS, SPOKEN_WEIGHS, MENTORED_WEIGHS, ADOPTED_WEIGHS = 2, 3, 3, 4, 5


class Person(Struct, frozen=True):
    """Somebody who was helped, and where it shows."""

    name: str
    link: str | None


class Solved(Struct, frozen=True):
    """A question that an answer of theirs settled: for whom (`name`), and where the answer stands."""

    number: int
    title: str
    name: str
    link: str | None


class Featured(Struct, frozen=True):
    """A featured work: of which challenge, and where it was handed in."""

    title: str
    link: str | None


class IdeaMade(Struct, frozen=True):
    """A finished work that came of an idea with the help of staff; `author` is whose idea it was, empty for one's own."""

    title: str
    link: str | None
    helper: str
    author: str


class Honoured(Struct, frozen=True):
    """An award, and what was said of them when it was given."""

    title: str
    year: int
    citation: str


class Lent(Struct, frozen=True):
    """A resource that was handed to them: its `kind`, and the number by which it is opened."""

    number: int
    title: str
    kind: ResourceKind


class TitleReached(Struct, frozen=True):
    """What they are called in a track."""

    track: SkillTrack
    title: Wording


class Outside(Struct, frozen=True):
    """A work that lives outside: where, and with what figures; `checked` by staff, or the author's word."""

    title: str
    link: str
    figures: Figures
    checked: bool


class Spoken(Struct, frozen=True):
    """An event at which they spoke, and how many came."""

    title: str
    came: int


class Changed(Struct, frozen=True):
    """A suggestion that changed something; `version` is empty until it has shipped."""

    words: str
    version: str


class Grown(Struct, frozen=True):
    """Works of a track that passed in the month, and all in all."""

    track: SkillTrack
    passed: int
    total: int


class Quoted(Struct, frozen=True):
    """What somebody said, and who."""

    words: str
    name: str


class Unanswered(Struct, frozen=True):
    """A question that waits for an answer."""

    number: int
    title: str
    link: str | None


class Month(Struct, frozen=True):
    """What there is to tell of a month (`name`, e.g. `2026-10`) of one member.

    `people` were helped, `answers` accepted, and earlier ones found again `finds` times; the first few of each are named,
    as are the first few of `picks`, their discoveries and shares that were featured (`picked`).
    `level` was reached in it, and `step` of the trust ladder, and they came into the `council`; `days` are those with a
    check-in; `kind` is what the brand wrote.
    """

    name: str
    people: int = 0
    helped: tuple[Person, ...] = ()
    thanked: Quoted | None = None
    answers: int = 0
    solved: tuple[Solved, ...] = ()
    finds: int = 0
    found: tuple[Solved, ...] = ()
    featured: tuple[Featured, ...] = ()
    picks: int = 0
    picked: tuple[FeaturedPost, ...] = ()
    made: tuple[IdeaMade, ...] = ()
    outside: tuple[Outside, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    changed: tuple[Changed, ...] = ()
    grown: tuple[Grown, ...] = ()
    mentored: tuple[str, ...] = ()
    honours: tuple[Honoured, ...] = ()
    lent: tuple[Lent, ...] = ()
    level: Wording | None = None
    step: TrustStep | None = None
    titles: tuple[TitleReached, ...] = ()
    council: bool = False
    badges: tuple[Badge, ...] = ()
    days: int = 0
    kind: Quoted | None = None

    @property
    def rich(self) -> bool:
        """Whether there is something to tell of, besides having been there."""
        numbers = self.people + self.answers + self.finds + self.picks
        works = any((self.featured, self.made, self.outside, self.spoken, self.changed, self.grown))
        return bool(numbers or works or self.opened or any((self.mentored, self.honours, self.kind)))

    @property
    def thin(self) -> bool:
        """Whether there is one thing to tell of, or none."""
        numbers = self.people + self.answers + self.finds + self.picks
        works = (self.featured, self.made, self.outside, self.spoken, self.changed, self.grown)
        came = (self.titles, self.badges, self.lent, self.mentored, self.honours)
        single = sum((self.level is not None, self.step is not None, self.council, self.kind is not None))
        return numbers + single + sum(len(several) for several in (*works, *came)) <= 1

    @property
    def opened(self) -> bool:
        """Whether something came to them that was not theirs before."""
        return any((self.level, self.step, self.titles, self.council, self.badges, self.lent))

    @property
    def weight(self) -> int:
        """How much it was to others, to find those for whom the brand writes itself."""
        works = FEATURED_WEIGHS * (len(self.featured) + self.picks + len(self.made)) + ADOPTED_WEIGHS * len(
            self.changed
        )
        people = self.people + MENTORED_WEIGHS * len(self.mentored) + SPOKEN_WEIGHS * len(self.spoken)
        return people + FOUND_WEIGHS * self.finds + works


class ValueLetter(Struct, frozen=True):
    """A member's letter of the month with that `number` (1 to 12). Where there is little (`rich`, `thin`) to tell, `waiting` is a
    question that they might answer. `older` and `newer` are the months of the letters around it, empty where there is none.
    """

    name: str
    number: int
    rich: bool
    month: Month
    waiting: Unanswered | None = None
    older: str = ""
    newer: str = ""


@dataclass(eq=False)
class NoLetterYet(Refusal):
    """There has been no letter so far; the next one comes on `day`."""

    day: date


@dataclass(eq=False)
class LetterGone(Refusal):
    """The letters of that month have been written; nothing can be put into them any more."""

    over = True


def month_before(day: date) -> str:
    """The month before that of `day`."""
    return month_of(date.fromordinal(first_day(month_of(day)).toordinal() - 1))


def about(month: str) -> str:
    """What the evening's message of that month's letter is known by."""
    return f"value_letter:{month}"


def number_of(month: str) -> int:
    """1 to 12."""
    return int(month[5:])


def days_of(month: str) -> tuple[date, date]:
    """The first day of the month, and the first of the next one."""
    first = first_day(month)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first, following
