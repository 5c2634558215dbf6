"""Check-in: once per member and local day; days in a row make a streak, and a shield mends a missed day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from rules.occasion import Occasion
from rules.periods import ONE_DAY
from rules.programme.streak import Streak
from rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A member's check-in: its local day, how many days in a row it makes, and whether a shield made it up."""

    day: date
    streak: int
    made_up: bool = False


@dataclass(eq=False)
class AlreadyCheckedIn(Refusal):
    """Today's check-in has been made before; `streak` days in a row stand."""

    rule: ClassVar[str] = "checkin"
    streak: int

    def frees_at(self, occasion: Occasion) -> int | None:
        """The next local day."""
        return occasion.next_day_at


@dataclass(eq=False)
class NothingToMakeUp(Refusal):
    """No day of the last `days` is missing from a streak that had begun."""

    days: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next milestone of a streak: how many days more, at how many days in a row, and what it pays."""

    days: int
    at: int
    points: int


def ahead(streak: int, rules: Streak) -> Ahead | None:
    """What a streak of that many days comes to next."""
    at = rules.milestone_after(streak)
    return Ahead(at - streak, at, rules.milestones[at]) if at else None


class Mark(StrEnum):
    """What the calendar shows of a day; OUTSIDE lies in another month or before the first check-in."""

    DONE = "done"
    MADE_UP = "made_up"
    MISSED = "missed"
    AHEAD = "ahead"
    OUTSIDE = "outside"


def next_check_in(last: CheckIn | None, day: date) -> CheckIn:
    """The check-in that `day` makes after `last`; raises AlreadyCheckedIn."""
    if last is None:
        return CheckIn(day, streak=1)
    if last.day >= day:
        raise AlreadyCheckedIn(last.streak)
    return CheckIn(day, streak=last.streak + 1 if last.day == day - ONE_DAY else 1)


def standing(last: CheckIn | None, today: date) -> int:
    """Days in a row that stand today: yesterday's streak can still be continued."""
    return last.streak if last is not None and last.day >= today - ONE_DAY else 0


def missed(known: Iterable[date], first: date | None, today: date, within: int) -> date | None:
    """The latest day of the `within` before `today`, after the `first` check-in ever, that is not `known`."""
    days = set(known)
    for back in range(1, within + 1):
        day = today - back * ONE_DAY
        if first is None or day <= first:
            return None
        if day not in days:
            return day
    return None


def renumbered(before: CheckIn | None, following: Iterable[CheckIn]) -> list[CheckIn]:
    """The check-ins that come after `before`, oldest first, with the streaks they make now."""
    done: list[CheckIn] = []
    for check_in in following:
        in_a_row = before is not None and before.day == check_in.day - ONE_DAY
        before = replace(check_in, streak=before.streak + 1 if in_a_row and before else 1)
        done.append(before)
    return done


def calendar(made: Mapping[date, bool], first: date | None, today: date) -> tuple[tuple[Mark, ...], ...]:
    """The month of `today` in weeks from Monday, without those before the `first` check-in ever.

    `made` tells of each check-in whether a shield made it up.
    """
    begins = today.replace(day=1)
    ends = (begins + timedelta(days=31)).replace(day=1)
    monday = begins - begins.weekday() * ONE_DAY
    weeks = range((ends - monday + 6 * ONE_DAY).days // 7)
    rows = [tuple(_mark(monday + timedelta(days=7 * week + n), made, first, today) for n in range(7)) for week in weeks]
    return tuple(row for row in rows if set(row) != {Mark.OUTSIDE})


def _mark(day: date, made: Mapping[date, bool], first: date | None, today: date) -> Mark:
    if day.month != today.month:
        return Mark.OUTSIDE
    if day in made:
        return Mark.MADE_UP if made[day] else Mark.DONE
    if day >= today:
        return Mark.AHEAD
    return Mark.MISSED if first is not None and day > first else Mark.OUTSIDE
