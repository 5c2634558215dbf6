"""The badge that goes with an award where the brand says so: given with it, and taken back with it."""

from actions.honour.badge_settled import STANDING
from rules.honour.award import AwardBadge, Honour
from rules.honour.badge import BadgeState
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.awards import Award
from storage import audits
from storage.engine.tx import Tx
from storage.honour import badges, honours


def shown(key: str | None, occasion: Occasion) -> AwardBadge | None:
    """As people read of it; None without one, or of one that the brand has no more."""
    badge = occasion.programme.badges.named(key) if key else None
    return AwardBadge(badge.emoji, badge.title) if badge else None


def coming(tx: Tx, award: Award, member: int, occasion: Occasion) -> AwardBadge | None:
    """What they will get with the award and have not yet."""
    held = badges.of_key(tx, member, award.badge) if award.badge else None
    return None if held is not None and held.state in STANDING else shown(award.badge, occasion)


def give(tx: Tx, by: Member, member: int, award: Award, citation: str, year: int, occasion: Occasion) -> str | None:
    """The key of the badge that stands with the award from now on; None where they have it for another reason.

    The ceremony tells of it, the evening need not.
    """
    if not award.badge:
        return None
    if badges.give(tx, member, award.badge, by.id, citation, occasion.handled_at):
        held = badges.of_key(tx, member, award.badge)
        assert held is not None, award.badge
        badges.told(tx, [held], occasion.handled_at)
        about = {"badge": award.badge, "award": award.key, "year": year}
        audits.record(tx, occasion.now, by.id, "badge.give", member, citation, **about)
        return award.badge
    return award.badge if honours.stands_with(tx, member, award.badge) else None


def goes_with(tx: Tx, honour: Honour) -> bool:
    """Whether the badge goes once that honour is taken back: it came by an award, and no other one stands for it."""
    held = badges.of_key(tx, honour.member, honour.badge) if honour.badge else None
    if held is None or honour.badge is None or held.state not in STANDING:
        return False
    others = honours.stands_with(tx, honour.member, honour.badge, but=honour.id)
    return not others and honours.brought(tx, honour.member, honour.badge, held.at)


def take(tx: Tx, by: Member, honour: Honour, reason: str, occasion: Occasion) -> bool:
    """It is taken back with the honour, where it goes with it."""
    if honour.badge is None or not goes_with(tx, honour):
        return False
    badges.settle(tx, honour.member, honour.badge, STANDING, BadgeState.REVOKED, by.id, occasion.handled_at)
    about = {"badge": honour.badge, "award": honour.award, "year": honour.year}
    audits.record(tx, occasion.now, by.id, "badge.revoked", honour.member, reason, **about)
    return True
