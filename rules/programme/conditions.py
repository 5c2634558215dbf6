"""Conditions: what is counted of a member's deeds, by name. Badges and the trust ladder ask for so much of it."""

from collections.abc import Mapping
from difflib import get_close_matches
from enum import StrEnum

from msgspec import Struct

from rules.programme.faults import require

MOST = 100_000


class Source(StrEnum):
    """Rows that conditions count; what writes such rows says whose deeds it has touched."""

    CHECK_INS = "check_ins"
    THANKS = "thanks"
    ANSWERS = "answers"
    WORKS = "works"
    AWARDS = "awards"
    BELONGING = "belonging"
    SANCTIONS = "sanctions"
    TRUST = "trust"
    EVENTS = "events"
    MENTORING = "mentoring"
    QUIZZES = "quizzes"
    PROJECTS = "projects"
    FEATURES = "features"
    SUGGESTIONS = "suggestions"


class Condition(Struct, frozen=True):
    """A named condition: what it reads, and how much of it is usually asked for.

    `passes`: time alone changes it. What does not stay true by itself, such as a clean record, is not `lasting`: nothing
    is taken back for it. `at_most`: so many or fewer, which nobody can work for.
    """

    name: str
    reads: frozenset[Source]
    usual: int
    passes: bool = False
    lasting: bool = True
    at_most: bool = False


def _reads(*sources: Source) -> frozenset[Source]:
    return frozenset(sources)


CONDITIONS: tuple[Condition, ...] = (
    Condition("tenure_days", _reads(Source.BELONGING), 30, passes=True),
    Condition("founding_days", _reads(Source.BELONGING), 30, at_most=True),
    Condition("clean_days", _reads(Source.BELONGING, Source.SANCTIONS), 30, passes=True, lasting=False),
    Condition("check_in_days", _reads(Source.CHECK_INS), 30),
    Condition("longest_streak", _reads(Source.CHECK_INS), 7),
    Condition("answers_accepted", _reads(Source.ANSWERS), 1),
    Condition("answers_found_again", _reads(Source.ANSWERS), 3),
    Condition("long_waits_ended", _reads(Source.ANSWERS), 3),
    Condition("questions_solved", _reads(Source.ANSWERS), 5),
    Condition("people_helped", _reads(Source.THANKS, Source.ANSWERS), 10),
    Condition("newcomers_helped", _reads(Source.THANKS, Source.ANSWERS), 5),
    Condition("people_thanked", _reads(Source.THANKS), 10),
    Condition("thanks_in_words", _reads(Source.THANKS), 10),
    Condition("works_approved", _reads(Source.WORKS), 3),
    Condition("works_featured", _reads(Source.WORKS), 1),
    Condition("works_improved", _reads(Source.WORKS), 5),
    Condition("tracks_tried", _reads(Source.WORKS), 3),
    Condition("photo_works", _reads(Source.WORKS), 3),
    Condition("video_works", _reads(Source.WORKS), 3),
    Condition("writing_works", _reads(Source.WORKS), 3),
    Condition("tech_works", _reads(Source.WORKS), 3),
    Condition("helping_works", _reads(Source.WORKS), 3),
    Condition("photo_featured", _reads(Source.WORKS), 2),
    Condition("video_featured", _reads(Source.WORKS), 2),
    Condition("writing_featured", _reads(Source.WORKS), 2),
    Condition("tech_featured", _reads(Source.WORKS), 2),
    Condition("helping_featured", _reads(Source.WORKS), 2),
    Condition("framework_featured", _reads(Source.WORKS), 1),
    Condition("open_works", _reads(Source.WORKS), 1),
    Condition("discoveries_featured", _reads(Source.FEATURES), 1),
    Condition("shares_featured", _reads(Source.FEATURES), 1),
    Condition("suggestions_adopted", _reads(Source.SUGGESTIONS), 1, lasting=False),
    Condition("events_attended", _reads(Source.EVENTS), 5),
    Condition("events_spoken", _reads(Source.EVENTS), 1),
    Condition("best_assists", _reads(Source.AWARDS), 1),
    Condition("mentored", _reads(Source.MENTORING), 3),
    Condition("team_projects", _reads(Source.PROJECTS), 1),
    Condition("quizzes_passed", _reads(Source.QUIZZES), 1),
    Condition("certified", _reads(Source.QUIZZES), 1),
    Condition("step_days", _reads(Source.TRUST), 60, passes=True, lasting=False),
)
NAMED = {condition.name: condition for condition in CONDITIONS}


def unknown_condition(name: str) -> str:
    """What to say of a condition that does not exist, with the one that was probably meant."""
    close = get_close_matches(name, NAMED, n=1)
    hint = f"did you mean {close[0]}? " if close else ""
    return f"there is no such condition; {hint}allowed here: {', '.join(NAMED)}"


class Needs(dict[str, int]):
    """Conditions by name, and how much of each is asked for; an unknown name is a fault."""

    def __init__(self, asked: Mapping[str, int] | None = None) -> None:
        super().__init__(asked or {})
        require(
            *((False, name, unknown_condition(name)) for name in self if name not in NAMED),
            *((1 <= much <= MOST, name, f"must be between 1 and {MOST}") for name, much in self.items()),
        )

    @property
    def sources(self) -> frozenset[Source]:
        """Everything that these conditions read."""
        return frozenset(source for name in self for source in NAMED[name].reads)


class Checked(Struct, frozen=True):
    """A condition held against what a member has: `has` of `needs`, so many still `missing`."""

    condition: str
    has: int
    needs: int
    met: bool
    missing: int
    at_most: bool = False

    @property
    def share(self) -> float:
        """How much of the way is behind them; nothing leads to what is only for those who have it already."""
        return float(self.met) if self.at_most else min(self.has / self.needs, 1.0)


def enough(condition: str, has: int | None, needs: int) -> bool:
    """The one place where a condition is decided: `has` is None where there is nothing to count."""
    if has is None:
        return False
    return has <= needs if NAMED[condition].at_most else has >= needs


def met(needs: Mapping[str, int], figures: Mapping[str, int]) -> bool:
    """Whether all that is asked for is there."""
    return all(enough(name, figures.get(name), much) for name, much in needs.items() if name in NAMED)


def still_true(needs: Mapping[str, int], figures: Mapping[str, int]) -> bool:
    """Whether what was met once is met still: what does not last takes nothing back."""
    return met({name: much for name, much in needs.items() if name in NAMED and NAMED[name].lasting}, figures)


def checked(condition: str, has: int | None, needs: int) -> Checked:
    """A condition as it is told."""
    at_most, much = NAMED[condition].at_most, max(has or 0, 0)
    missing = 0 if at_most else max(needs - (has or 0), 0)
    return Checked(condition, much, needs, enough(condition, has, needs), missing, at_most)


def checklist(needs: Mapping[str, int], figures: Mapping[str, int]) -> tuple[Checked, ...]:
    """Every condition that is asked for, held against a member's figures."""
    return tuple(checked(name, figures.get(name), much) for name, much in needs.items() if name in NAMED)
