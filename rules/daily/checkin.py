"""Check-in: once per member and local day; days in a row make a streak, and a shield mends a missed day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from rules.occasion import Occasion, local_day
from rules.periods import ONE_DAY
from rules.programme.streak import Streak
from rules.refusals import Refusal
from rules.values import replace

# From when until when (UTC seconds).
Span = tuple[int, int]


class How(StrEnum):
    """How a day came to count: it was checked in, a shield mended it, or it was passed over.

    A change of time zone passes a day over, and so does a suspension, under which nobody can check in, or a day on most of
    which the bot heard nothing.
    """

    MADE = "made"
    MENDED = "mended"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A member's check-in: its local day, how many days in a row it makes, and how.

    `at` (UTC seconds) is when it was made. `zone` and `starts_at` (minutes after midnight) tell whose day it is and when
    days begin there; or those by which days end later and by which the member was seen since: as long as the day after it
    is not over by these, nothing is missed.
    """

    day: date
    streak: int
    how: How = How.MADE
    at: int = field(default=0, compare=False)
    zone: str = field(default="", compare=False)
    starts_at: int = field(default=0, compare=False)


@dataclass(eq=False)
class AlreadyCheckedIn(Refusal):
    """That day's check-in has been made before; `streak` days in a row stand.

    `over_day` is the day (ISO) it would have counted for, where that was over when we came to it.
    """

    rule: ClassVar[str] = "checkin"
    streak: int
    over_day: str | None = None

    def frees_at(self, occasion: Occasion) -> int | None:
        """The next local day."""
        return occasion.next_day_at


@dataclass(eq=False)
class NothingToMakeUp(Refusal):
    """No day of the last `days` is missing from a streak that had begun; `shields` are kept for another time."""

    days: int
    shields: int


class Ahead(Struct, frozen=True):
    """The next milestone of a streak: how many days more, at how many days in a row, and what it pays."""

    days: int
    at: int
    points: int


def ahead(streak: int, rules: Streak) -> Ahead | None:
    """What a streak of that many days comes to next."""
    at = rules.milestone_after(streak)
    return Ahead(at - streak, at, rules.milestones[at]) if at else None


class Mark(StrEnum):
    """What the calendar shows of a day.

    PASSED was never there for its member; OUTSIDE lies in another month or before the first check-in.
    """

    DONE = "done"
    MADE_UP = "made_up"
    PASSED = "passed"
    MISSED = "missed"
    AHEAD = "ahead"
    OUTSIDE = "outside"


def next_check_in(last: CheckIn | None, day: date, over_day: date | None = None) -> CheckIn:
    """The check-in that `day` makes after `last`; raises AlreadyCheckedIn, which names the day where that is over."""
    if last is None:
        return CheckIn(day, streak=1)
    if last.day >= day:
        raise AlreadyCheckedIn(last.streak, over_day.isoformat() if over_day else None)
    return CheckIn(day, streak=last.streak + 1 if last.day == day - ONE_DAY else 1)


def passed_over(last: CheckIn, occasion: Occasion) -> list[CheckIn]:
    """The days after `last` that count as neither made nor missed, for the member's time zone has changed since, or the hour
    at which the brand's days begin.

    The day of today's reckoning in which `last` was made is taken. Days between that and today were never there, as long
    as by the reckoning of `last`, if that is another one, no whole day has gone by.
    """
    if not last.zone or occasion.now < last.at:
        return []
    taken = occasion.day_at(last.at) if last.how is How.MADE else last.day
    until = max(taken, last.day)
    if _reckoned_otherwise(last, occasion) and _day_by(last, occasion) <= last.day + ONE_DAY:
        until = max(until, occasion.day - ONE_DAY)
    days = [last.day + n * ONE_DAY for n in range(1, (until - last.day).days + 1)]
    return [seen(CheckIn(day, last.streak, How.PASSED), occasion) for day in days]


def paused_over(last: CheckIn, pauses: Iterable[Span], unheard: Sequence[Span], occasion: Occasion) -> list[CheckIn]:
    """The days between `last` and today that count as neither made nor missed: the member was suspended on them, or nobody
    could check in, for the bot heard nothing.

    The streak goes on from them as it stood, unless a day was missed before.
    """
    spans = [(occasion.day_at(begins), occasion.day_at(ends - 1)) for begins, ends in pauses]
    silent = unheard_days(last.day, unheard, occasion)
    between = (last.day + n * ONE_DAY for n in range(1, (occasion.day - last.day).days))
    days = [day for day in between if day in silent or any(begins <= day <= ends for begins, ends in spans)]
    blank = [seen(CheckIn(day, 0, How.PASSED), occasion) for day in days]
    return renumbered(last, blank)


def unheard_days(after: date, unheard: Iterable[Span], occasion: Occasion) -> set[date]:
    """The days between `after` and today on more than half of which the bot heard nothing, in all those spans."""
    seconds: dict[date, int] = {}
    for since, until in unheard:
        day = max(after + ONE_DAY, occasion.day_at(since))
        while day < occasion.day and occasion.begins(day) < until:
            begins, ends = occasion.span_of(day)
            seconds[day] = seconds.get(day, 0) + min(ends, until) - max(begins, since)
            day += ONE_DAY
    return {
        day for day, lost_s in seconds.items() if 2 * lost_s > occasion.begins(day + ONE_DAY) - occasion.begins(day)
    }


def seen(check_in: CheckIn, occasion: Occasion) -> CheckIn:
    """The same, noted on this occasion, by the day of whom it is."""
    return replace(check_in, at=occasion.now, zone=occasion.zone, starts_at=occasion.starts_at)


def ends_later(last: CheckIn, occasion: Occasion) -> bool:
    """Whether by the member's time zone and the brand's hour of now days end later than by those of `last`."""
    if not last.zone or not _reckoned_otherwise(last, occasion):
        return False
    return occasion.lag_s(occasion.zone, occasion.starts_at) > occasion.lag_s(last.zone, last.starts_at)


def _reckoned_otherwise(last: CheckIn, occasion: Occasion) -> bool:
    return (last.zone, last.starts_at) != (occasion.zone, occasion.starts_at)


def _day_by(last: CheckIn, occasion: Occasion) -> date:
    """Which day it is by the reckoning of `last`."""
    return local_day(occasion.now, last.zone, last.starts_at)


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
        run = before.streak if in_a_row and before else 0
        before = replace(check_in, streak=run if check_in.how is How.PASSED else run + 1)
        done.append(before)
    return done


def calendar(made: Mapping[date, How], first: date | None, today: date) -> tuple[tuple[Mark, ...], ...]:
    """The month of `today` in weeks from Monday, without those before the `first` check-in ever.

    `made` tells how each day came to count.
    """
    begins = today.replace(day=1)
    ends = (begins + timedelta(days=31)).replace(day=1)
    monday = begins - begins.weekday() * ONE_DAY
    weeks = range((ends - monday + 6 * ONE_DAY).days // 7)
    rows = [tuple(_mark(monday + timedelta(days=7 * week + n), made, first, today) for n in range(7)) for week in weeks]
    return tuple(row for row in rows if set(row) != {Mark.OUTSIDE})


MARKS = {How.MADE: Mark.DONE, How.MENDED: Mark.MADE_UP, How.PASSED: Mark.PASSED}


def _mark(day: date, made: Mapping[date, How], first: date | None, today: date) -> Mark:
    if day.month != today.month:
        return Mark.OUTSIDE
    if day in made:
        return MARKS[made[day]]
    if day >= today:
        return Mark.AHEAD
    return Mark.MISSED if first is not None and day > first else Mark.OUTSIDE
