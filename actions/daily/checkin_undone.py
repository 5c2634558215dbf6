"""A check-in whose points are taken back, or given again: its day, the streak, and the shield that bridged to it."""

from collections.abc import Sequence
from datetime import date

from actions.daily.checkin import streak_of
from actions.ledger import lineage, paying
from actions.ledger.reversals import Unwinding, owner_of, quietly, together
from rules.daily.checkin import CheckIn, How, renumbered, seen
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also
from rules.occasion import Occasion
from rules.people import Member
from rules.periods import ONE_DAY
from rules.values import replace
from storage import members
from storage.daily import checkins, shields
from storage.engine.tx import Tx
from storage.ledger import ledger

MILESTONE = "checkin_milestone"
NEAR = 200  # entries that are written together have neighbouring numbers


def milestones(tx: Tx, entry: Entry) -> tuple[int, ...]:
    """The entries of the milestones that the check-in of `entry` reached on its day, and that stand."""
    member = owner_of(tx, entry)
    reached = (f"{streak}:{entry.subject}" for streak in checkins.milestones_on(tx, member, _day(entry)))
    found = (lineage.standing(tx, paying.key_of(MILESTONE, member, subject)) for subject in reached)
    return tuple(milestone.id for milestone in found if milestone is not None)


def milestones_again(tx: Tx, entry: Entry, reversal: Entry) -> tuple[int, ...]:
    """What was taken back together with the check-in of `entry`: the reversals of its milestones."""
    near = ledger.of_member(tx, owner_of(tx, entry), 2 * NEAR, before=reversal.id + NEAR)
    return tuple(one.id for one in near if one.rule == MILESTONE and together(one, reversal))


def withdraw(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """The day counts as missed, and may be checked in or made up anew; what other days have earned stays."""
    member, day = members.get(tx, owner_of(tx, entry)), _day(entry)
    if checkins.on(tx, member.id, day) is None:
        return ()
    before = _standing(tx, member, occasion)
    checkins.remove(tx, member.id, day)
    checkins.uncelebrate(tx, member.id, day)
    bridged = _unbridge(tx, member.id, day)
    _renumber(tx, member.id, day)
    after = _standing(tx, member, occasion)
    missed = _missed(member, day, before, after, occasion)
    return (missed, *(Also(Aftermath.SHIELD_RETURNED, member.name, day=made.isoformat()) for made in bridged))


def _missed(member: Member, day: date, before: int, after: int, occasion: Occasion) -> Also:
    kind, today, left = Aftermath.DAY_MISSED, occasion.seen_from(member.timezone).day, days_left(day, member, occasion)
    return Also(kind, member.name, day=day.isoformat(), before=before, after=after, today=day == today, left=left)


def missed_in(tx: Tx, entries: Sequence[int]) -> date | None:
    """The day of a check-in among these entries that was taken back."""
    found = (lineage.original(tx, entry) for entry in entries)
    days = [date.fromisoformat(root.day) for root, takes in found if root.rule == "checkin" and takes]
    return max(days, default=None)


def days_left(missed: date, member: Member, occasion: Occasion) -> int:
    """For how many days, today among them, a shield can mend that day of the member's."""
    age = (occasion.seen_from(member.timezone).day - missed).days
    return max(occasion.programme.streak.make_up_days + 1 - age, 0)


def reinstate(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """The day counts again; a shield that mended it meanwhile comes back."""
    member, day = members.get(tx, owner_of(tx, entry)), _day(entry)
    meanwhile = checkins.on(tx, member.id, day)
    before = _standing(tx, member, occasion)
    counted = replace(seen(CheckIn(day, streak=1), occasion.seen_from(member.timezone)), at=entry.at)
    checkins.put(tx, member.id, counted, entry.group)
    returned = meanwhile is not None and meanwhile.how is How.MENDED
    if returned:
        shields.give_back(tx, member.id)
    _renumber(tx, member.id, day)
    after = _standing(tx, member, occasion)
    counts = Also(Aftermath.DAY_COUNTS, member.name, day=entry.subject, before=before, after=after)
    return (counts, Also(Aftermath.SHIELD_RETURNED, member.name, day=entry.subject)) if returned else (counts,)


def keep_milestone(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """The days in a row were there: the milestone stays noted, so that the same run is not paid for it again."""
    streak, _, day = entry.subject.partition(":")
    member = owner_of(tx, entry)
    if int(streak) not in checkins.milestones_on(tx, member, date.fromisoformat(day)):
        return ()
    return (Also(Aftermath.MILESTONE_STAYS, members.get(tx, member).name, day=day, before=int(streak)),)


def note_milestone(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """The milestone is paid again, and noted again if it was not."""
    streak, _, day = entry.subject.partition(":")
    checkins.celebrated(tx, owner_of(tx, entry), int(streak), date.fromisoformat(day))
    return ()


def _day(entry: Entry) -> date:
    """The member's day that the entry has paid; the entry's own is that of the boards."""
    return date.fromisoformat(entry.subject)


def _standing(tx: Tx, member: Member, occasion: Occasion) -> int:
    return streak_of(tx, member, occasion.seen_from(member.timezone))


def _unbridge(tx: Tx, member: int, day: date) -> list[date]:
    """Days that shields made up right before `day` lead nowhere without it: the shields come back."""
    returned = []
    day -= ONE_DAY
    while (made := checkins.on(tx, member, day)) is not None and made.how is How.MENDED:
        checkins.remove(tx, member, day)
        shields.give_back(tx, member)
        returned.append(day)
        day -= ONE_DAY
    return returned


def _renumber(tx: Tx, member: int, day: date) -> None:
    """Number the streaks from `day` on anew, as far as they change."""
    before = checkins.before(tx, member, day)
    while following := checkins.since(tx, member, day):
        now = renumbered(before, following)
        checkins.renumber(tx, member, now)
        if now[-1] == following[-1]:
            return
        before, day = now[-1], now[-1].day + ONE_DAY


UNWINDING = {
    "checkin": Unwinding(
        take=quietly(withdraw), restore=quietly(reinstate), along=milestones, along_again=milestones_again
    ),
    MILESTONE: Unwinding(take=quietly(keep_milestone), restore=quietly(note_milestone)),
}
