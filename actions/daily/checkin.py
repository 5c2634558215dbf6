"""Checking in, and making up for a missed day with a shield."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from actions.ledger import paying
from actions.ledger.paying import Payment
from rules.daily.checkin import (
    Ahead,
    CheckIn,
    How,
    Mark,
    NothingToMakeUp,
    ahead,
    calendar,
    ends_later,
    missed,
    next_check_in,
    passed_over,
    paused_over,
    renumbered,
    seen,
    standing,
    unheard_days,
)
from rules.daily.shield import NoShield, Shields
from rules.daily.shield import missing as helps_missing
from rules.home import HomeShown
from rules.occasion import Occasion
from rules.people import Member
from rules.periods import ONE_DAY
from rules.values import spread
from storage import outcomes, pauses, unheard
from storage.daily import checkins, shields
from storage.engine.tx import Tx

WORTH_MENDING = 3


class CheckedIn(Struct, frozen=True):
    """Done: days in a row, which-th of the day, what it paid, and whether it is a milestone to celebrate.

    `lapsed` is a missed day that broke a streak and that one of the member's shields could still mend; `ahead` is the
    next milestone, `first` whether the member has never checked in before; `over_day` the day
    it counts for when we came to it only after that day; `silent` how many days lie between on which nobody could check in.
    """

    name: str
    streak: int
    place: int
    payment: Payment
    milestone: int | None
    lapsed: date | None = None
    ahead: Ahead | None = None
    first: bool = False
    over_day: date | None = None
    silent: int = 0


class MadeUp(Struct, frozen=True):
    """A missed day was mended: the streak it makes, shields left, points of milestones that were reached by it, and
    whether it was the `first` that the member ever mended.
    """

    day: date
    streak: int
    left: int
    milestones: int
    first: bool = False


class StreakShown(Struct, frozen=True):
    """How somebody's check-ins stand: in a row, longest ever, this month, what shields there are, and when their
    day begins, in which time zone.
    """

    name: str
    streak: int
    longest: int
    done_today: bool
    month: int
    days: int
    weeks: tuple[tuple[Mark, ...], ...]
    shields: int
    shields_most: int
    helps_missing: int
    lapsed: date | None
    ahead: Ahead | None = None
    zone: str = ""
    day_starts_at: str = ""
    home: HomeShown | None = None


class DayTaken(Struct, frozen=True):
    """The day had been checked in before the member's time zone changed, or the hour at which days begin; they are seen to be
    there all the same.
    """

    day: str
    streak: int


def check_in(tx: Tx, member: Member, occasion: Occasion) -> CheckedIn | DayTaken:
    """Check `member` in for the occasion's day; raises AlreadyCheckedIn."""
    newest = latest(tx, member, occasion)
    last = _gone_on_from(tx, member, newest, occasion)
    if last is not None and last.day >= occasion.day and _elsewhere(last, occasion):
        taken = DayTaken(last.day.isoformat(), last.streak)
        outcomes.note(tx, member.id, occasion, "checkin", "checkin/taken", occasion.next_day_at, spread(taken))
        return taken
    later = newest is not None and newest.day > occasion.day
    return _checked_in(tx, member, last, occasion, later=later)


def _elsewhere(last: CheckIn, occasion: Occasion) -> bool:
    """Whether it is the day of another time zone or hour, or one that a change of it has passed over.

    What has been noted of that by now stays so: a refusal would undo it.
    """
    return last.how is How.PASSED or last.zone != occasion.zone or ends_later(last, occasion)


def _checked_in(tx: Tx, member: Member, last: CheckIn | None, occasion: Occasion, *, later: bool) -> CheckedIn:
    programme = occasion.programme
    silent = _silent(tx, member, last, occasion)
    new = seen(next_check_in(last, occasion.day, occasion.over_day), occasion)
    place = checkins.add(tx, member.id, new, paying.counted_at(tx, member, occasion).group)
    points = programme.points["checkin"] + programme.streak.bonus_on(new.streak)
    payment = paying.give(tx, member, "checkin", new.day, occasion, points=points)
    milestone = _celebrate(tx, member, _joined(tx, member, new) if later else [new], occasion)
    lapsed = _mendable(tx, member, occasion) if last is not None and _one_short(last, occasion.day) else None
    return CheckedIn(
        name=member.name,
        streak=new.streak,
        place=place,
        payment=payment,
        milestone=milestone or None,
        lapsed=lapsed,
        ahead=ahead(new.streak, programme.streak),
        first=last is None,
        over_day=occasion.over_day,
        silent=silent if new.streak > 1 else 0,
    )


def latest(tx: Tx, member: Member, occasion: Occasion) -> CheckIn | None:
    """The member's latest day that counts, once what a change of time, a suspension or a silence has passed over is noted."""
    last = checkins.last(tx, member.id)
    if last is None:
        return None
    passed = passed_over(last, occasion)
    if not passed and ends_later(last, occasion):
        checkins.see_by(tx, member.id, last.day, occasion.zone, occasion.starts_at)
    passed += _paused(tx, member, passed[-1] if passed else last, occasion)
    for day in passed:
        checkins.put(tx, member.id, day, None)
    return passed[-1] if passed else last


def _paused(tx: Tx, member: Member, last: CheckIn, occasion: Occasion) -> list[CheckIn]:
    if last.day >= occasion.day - ONE_DAY:
        return []
    return paused_over(last, pauses.of(tx, member.id), unheard.latest(tx), occasion)


def _silent(tx: Tx, member: Member, last: CheckIn | None, occasion: Occasion) -> int:
    """On how many days since the member was last there nobody could check in, where these lead to today."""
    made = checkins.last_made(tx, member.id) if last is not None and last.how is How.PASSED else None
    return len(unheard_days(made, unheard.latest(tx), occasion)) if made else 0


def streak_of(tx: Tx, member: Member, occasion: Occasion) -> int:
    """The days in a row that stand today."""
    return standing(latest(tx, member, occasion), occasion.day)


def done_today(tx: Tx, member: Member, occasion: Occasion) -> bool:
    """Whether today can't be checked in any more."""
    last = latest(tx, member, occasion)
    return last is not None and last.day >= occasion.day


def _gone_on_from(tx: Tx, member: Member, newest: CheckIn | None, occasion: Occasion) -> CheckIn | None:
    """The check-in to go on from: the newest, or the one before those that were made after this one was said."""
    day = occasion.day
    if newest is None or newest.day <= day or newest.at <= occasion.now:
        return newest
    return checkins.on(tx, member.id, day) or checkins.before(tx, member.id, day)


def _joined(tx: Tx, member: Member, new: CheckIn) -> list[CheckIn]:
    """The check-in with those of later days, whose streaks go on from it."""
    run = [new, *renumbered(new, checkins.since(tx, member.id, new.day + ONE_DAY))]
    checkins.renumber(tx, member.id, run[1:])
    return run


def _one_short(last: CheckIn, today: date) -> bool:
    """Whether one missed day alone parts today from a streak that is worth mending."""
    return last.day == today - 2 * ONE_DAY and last.streak >= WORTH_MENDING


def make_up(tx: Tx, member: Member, occasion: Occasion) -> MadeUp:
    """Mend the latest missed day with a shield; it pays nothing itself. Raises NothingToMakeUp, NoShield."""
    streak = occasion.programme.streak
    latest(tx, member, occasion)
    day = _missed(tx, member, occasion)
    if day is None:
        raise NothingToMakeUp(streak.make_up_days, shields.get(tx, member.id).have)
    if not shields.spend(tx, member.id):
        raise NoShield(helps_missing(shields.get(tx, member.id), streak))
    first = not checkins.has_mended(tx, member.id)
    mended = seen(CheckIn(day, streak=1, how=How.MENDED), occasion)
    checkins.put(tx, member.id, mended, paying.counted_at(tx, member, occasion).group)
    run = renumbered(checkins.before(tx, member.id, day), checkins.since(tx, member.id, day))
    checkins.renumber(tx, member.id, run)
    reached = _celebrate(tx, member, run, occasion)
    return MadeUp(day, run[-1].streak, shields.get(tx, member.id).have, reached, first)


def show(tx: Tx, member: Member, occasion: Occasion) -> StreakShown:
    """How the member's check-ins stand on the occasion's day."""
    today, streak = occasion.day, occasion.programme.streak
    last = latest(tx, member, occasion)
    month = {made.day: made.how for made in checkins.since(tx, member.id, today.replace(day=1))}
    kept = shields.get(tx, member.id)
    return StreakShown(
        name=member.name,
        streak=standing(last, today),
        longest=checkins.longest(tx, member.id),
        done_today=last is not None and last.day >= today,
        month=today.month,
        days=sum(how is not How.PASSED for how in month.values()),
        weeks=calendar(month, checkins.first_day(tx, member.id), today),
        shields=kept.have,
        shields_most=streak.shields_most,
        helps_missing=_to_earn(kept, occasion),
        lapsed=_mendable(tx, member, occasion),
        ahead=ahead(standing(last, today), streak),
        zone=occasion.zone,
        day_starts_at=occasion.programme.brand.day_starts_at,
    )


def _to_earn(kept: Shields, occasion: Occasion) -> int:
    """Helps to the next shield; 0 when no more can be kept."""
    streak = occasion.programme.streak
    return helps_missing(kept, streak) if kept.have < streak.shields_most else 0


def _celebrate(tx: Tx, member: Member, reached: Iterable[CheckIn], occasion: Occasion) -> int:
    """Pay the milestones among those check-ins, each once in its run of days; the points that made."""
    points = 0
    for made in reached:
        worth = occasion.programme.streak.milestone_on(made.streak)
        if worth and made.how is not How.PASSED and checkins.celebrate(tx, member.id, made.streak, made.day):
            subject = f"{made.streak}:{made.day}"
            points += paying.give(tx, member, "checkin_milestone", subject, occasion, points=worth).points
    return points


def _missed(tx: Tx, member: Member, occasion: Occasion) -> date | None:
    within = occasion.programme.streak.make_up_days
    known = checkins.since(tx, member.id, occasion.day - within * ONE_DAY)
    return missed((made.day for made in known), checkins.first_day(tx, member.id), occasion.day, within)


def _mendable(tx: Tx, member: Member, occasion: Occasion) -> date | None:
    """The day that one of the member's shields could mend now."""
    return _missed(tx, member, occasion) if shields.get(tx, member.id).have else None
