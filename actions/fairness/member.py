"""A member's card, for staff."""

from dataclasses import dataclass

from rules.occasion import Occasion
from rules.people import Member, Role
from rules.programme.levels import Progress
from storage import members
from storage.daily import checkins
from storage.engine.tx import Tx
from storage.ledger import ledger


@dataclass(frozen=True, slots=True)
class MemberCard:
    """Who somebody is to the brand, at a glance. Times in UTC seconds."""

    member: int
    telegram_id: int
    name: str
    username: str | None
    first_seen: int
    messages: int
    roles: tuple[Role, ...]
    points: int
    held: int
    contribution: int
    progress: Progress
    streak: int
    last_checked_in: str | None
    agreed: bool
    reachable: bool
    suspended_until: int | None


def card(tx: Tx, member: Member, occasion: Occasion) -> MemberCard:
    """The member's card as of now."""
    balance = ledger.balance(tx, member.id)
    seniority = members.seniority(tx, member.id)
    last = checkins.last(tx, member.id)
    held = members.roles(tx, member.id)
    return MemberCard(
        member.id,
        member.telegram_id,
        member.name,
        member.username,
        member.first_seen,
        seniority.messages,
        tuple(role for role in Role if role in held),
        balance.free,
        balance.held,
        member.contribution,
        occasion.programme.levels.progress(member.contribution, member.level),
        last.streak if last else 0,
        last.day.isoformat() if last else None,
        member.covenant_version >= occasion.programme.brand.covenant_version,
        member.reachable,
        member.suspended(occasion.now),
    )
