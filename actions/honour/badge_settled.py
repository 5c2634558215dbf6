"""What staff decide about badges: one that is true no longer, one to be taken, one to be given."""

from dataclasses import dataclass

from rules.honour.badge import BadgeHeld, BadgeSettled, BadgeState, Held
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.badges import Badge
from rules.programme.conditions import Checked, checklist
from rules.programme.wording import Wording
from rules.refusals import NotForYourself
from storage import audits, figures, members
from storage.engine.tx import Tx
from storage.honour import badges

AT_ONCE = 20
STANDING = (BadgeState.HELD, BadgeState.DOUBTED, BadgeState.KEPT)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A badge that a reversal has made untrue: what it was earned by, held against what is there now."""

    member: int
    badge: str
    name: str
    emoji: str
    title: Wording
    asks: tuple[Checked, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a badge, by whom; `reason` is empty where conditions say it.

    Who was given it today has not `heard` of it before the evening, and then needn't hear that it is gone.
    """

    member: int
    badge: str
    name: str
    emoji: str
    title: Wording
    by: str
    reason: str
    heard: bool = True


def open_doubts(tx: Tx, occasion: Occasion) -> list[Doubt]:
    """Doubts that staff have not been asked about; asked with this."""
    return [
        one for held in badges.doubts(tx, AT_ONCE, asked=False) if (one := _doubt(tx, held, occasion, occasion.now))
    ]


def moot(tx: Tx, occasion: Occasion) -> list[Doubt]:
    """What staff were asked about and need not decide any more, for it is true again; told with this."""
    return [one for held in badges.doubts(tx, AT_ONCE, asked=True) if (one := _doubt(tx, held, occasion, None))]


def _doubt(tx: Tx, held: Held, occasion: Occasion, asked_at: int | None) -> Doubt | None:
    badges.asked(tx, held, asked_at)
    badge = occasion.programme.badges.named(held.badge)
    if badge is None:
        return None
    found = figures.of_member(tx, sorted(held.needs), held.member, occasion.now)
    name = members.get(tx, held.member).name
    return Doubt(held.member, held.badge, name, badge.emoji, badge.title, checklist(held.needs, found), held.at)


def keep(tx: Tx, staff: Member, member: int, badge: str, occasion: Occasion) -> Settled:
    """It stays, although it is true no longer; nobody is asked again. Raises NotForYourself, BadgeSettled."""
    return _settle(tx, staff, member, badge, BadgeState.KEPT, "", occasion)


def lapse(tx: Tx, staff: Member, member: int, badge: str, occasion: Occasion) -> Settled:
    """It goes, until it is earned anew. Raises NotForYourself, BadgeSettled."""
    return _settle(tx, staff, member, badge, BadgeState.LAPSED, "", occasion)


def revoke(tx: Tx, staff: Member, member: int, badge: str, reason: str, occasion: Occasion) -> Settled:
    """It is taken for that reason, and comes back by hand alone. Raises NotForYourself, BadgeSettled."""
    return _settle(tx, staff, member, badge, BadgeState.REVOKED, reason, occasion)


def give(tx: Tx, staff: Member, member: Member, badge: Badge, reason: str, occasion: Occasion) -> Settled:
    """An award is given; the member reads of it in the evening. Raises NotForYourself, BadgeHeld."""
    if staff.id == member.id:
        raise NotForYourself
    if not badges.give(tx, member.id, badge.key, staff.id, reason, occasion.now):
        raise BadgeHeld(member.name, badge.title)
    audits.record(tx, occasion.now, staff.id, "badge.give", member.id, reason, badge=badge.key)
    return Settled(member.id, badge.key, member.name, badge.emoji, badge.title, staff.name, reason)


def _settle(
    tx: Tx, staff: Member, member: int, key: str, state: BadgeState, reason: str, occasion: Occasion
) -> Settled:
    if staff.id == member:
        raise NotForYourself
    before = STANDING if state is BadgeState.REVOKED else (BadgeState.DOUBTED,)
    badge, one = occasion.programme.badges.named(key), badges.of_key(tx, member, key)
    if badge is None or one is None or not badges.settle(tx, member, key, before, state, staff.id, occasion.now):
        raise BadgeSettled
    audits.record(tx, occasion.now, staff.id, f"badge.{state.value}", member, reason or None, badge=key)
    name = members.get(tx, member).name
    heard = one.told_at is not None or one.given_by is None
    return Settled(member, key, name, badge.emoji, badge.title, staff.name, reason, heard)


def _still_taken(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether the badge that the note says was taken has not come back meanwhile."""
    one = badges.of_key(tx, note.member, note.subject)
    return one is not None and one.state in (BadgeState.REVOKED, BadgeState.LAPSED)


STILL_TRUE = {"badge": _still_taken}
