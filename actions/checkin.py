"""Checking in."""

from dataclasses import dataclass

from actions import grants
from actions.grants import Grant
from rules.checkin import next_check_in
from rules.occasion import Occasion
from rules.people import Member
from storage import checkins
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """Done: days in a row, which-th of the day, what it paid, and whether it is a milestone to celebrate."""

    name: str
    streak: int
    place: int
    grant: Grant
    milestone: int | None


def check_in(tx: Tx, member: Member, occasion: Occasion) -> CheckedIn:
    """Check `member` in for the occasion's day; raises AlreadyCheckedIn."""
    programme = occasion.programme
    new = next_check_in(checkins.last(tx, member.id), occasion.day)
    place = checkins.add(tx, member.id, new, occasion.now)
    points = programme.points["checkin"] + programme.streak.bonus_on(new.streak)
    grant = grants.give(tx, member, "checkin", new.day, occasion, points=points)
    milestone = programme.streak.milestone_on(new.streak)
    if milestone:
        grants.give(tx, member, "checkin_milestone", new.day, occasion, points=milestone)
    return CheckedIn(member.name, new.streak, place, grant, milestone)
