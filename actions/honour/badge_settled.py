"""What staff decide about badges: one that is true no longer, alone or with all of its card; one to be taken, one to be given."""

from msgspec import Struct

from rules.honour.badge import BadgeHeld, BadgeSettled, BadgeState
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.badges import Badge
from rules.programme.wording import Wording
from rules.refusals import NotForYourself
from rules.values import replace
from storage import audits, members
from storage.engine.tx import Tx
from storage.honour import badges

STANDING = (BadgeState.HELD, BadgeState.DOUBTED, BadgeState.KEPT)


class Settled(Struct, frozen=True):
    """What became of a badge, by whom; `reason` is empty where conditions say it.

    Who was given it today has not `heard` of it before the evening, and then needn't hear that it is gone; who is not
    `reachable` hears of it once they have started the bot.
    """

    member: int
    badge: str
    name: str
    emoji: str
    title: Wording
    by: str
    reason: str
    heard: bool = True
    reachable: bool = True


def keep(tx: Tx, staff: Member, member: int, badge: str, occasion: Occasion) -> Settled:
    """It stays, although it is true no longer; nobody is asked again. Raises NotForYourself, BadgeSettled."""
    return _settle(tx, staff, member, badge, BadgeState.KEPT, "", occasion)


def lapse(tx: Tx, staff: Member, member: int, badge: str, occasion: Occasion) -> Settled:
    """It goes, until it is earned anew. Raises NotForYourself, BadgeSettled."""
    return _settle(tx, staff, member, badge, BadgeState.LAPSED, "", occasion)


def keep_all(tx: Tx, staff: Member, card: int, occasion: Occasion) -> list[Settled]:
    """All that wait on the card stay. Raises NotForYourself, BadgeSettled."""
    return _settle_all(tx, staff, card, BadgeState.KEPT, occasion)


def lapse_all(tx: Tx, staff: Member, card: int, occasion: Occasion) -> list[Settled]:
    """All that wait on the card go, until they are earned anew. Raises NotForYourself, BadgeSettled."""
    return _settle_all(tx, staff, card, BadgeState.LAPSED, occasion)


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
    told = Settled(member.id, badge.key, member.name, badge.emoji, badge.title, staff.name, reason)
    return replace(told, reachable=member.reachable)


def _settle_all(tx: Tx, staff: Member, card: int, state: BadgeState, occasion: Occasion) -> list[Settled]:
    """Whoever decides leaves a badge of their own to somebody else."""
    known = occasion.programme.badges
    waiting = [one for one in badges.on_card(tx, card) if one.state is BadgeState.DOUBTED and known.named(one.badge)]
    others = [one for one in waiting if one.member != staff.id]
    if not others:
        raise NotForYourself if waiting else BadgeSettled
    return [_settle(tx, staff, one.member, one.badge, state, "", occasion) for one in others]


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
