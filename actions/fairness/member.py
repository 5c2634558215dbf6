"""A member's card, for staff."""

from msgspec import Struct

from actions.honour.core import OwnCore, own
from actions.works.trust import step_of
from rules.fairness.sanction import Tally
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member, Role
from rules.programme.levels import Progress
from rules.programme.trust import TrustStep
from rules.source import Source
from storage import directory, members, sources
from storage.daily import checkins
from storage.engine.tx import Tx
from storage.fairness import sanctions, silences
from storage.honour import core_standings
from storage.ledger import ledger

PER_PAGE = 8


class MemberCard(Struct, frozen=True):
    """Who somebody is to the brand, at a glance. Times in UTC seconds. A `guest` is in the core group because the team
    wants it.
    """

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
    silent_until: int | None
    sanctions: Tally
    trust: TrustStep
    core: OwnCore
    guest: bool
    source: Source | None


class Listed(Struct, frozen=True):
    """Somebody in the list of members: what they are called, and their title."""

    member: int
    name: str
    username: str | None
    title: str
    contribution: int


class Members(Struct, frozen=True):
    """A page of everybody whom the bot knows, or of those in whose names `sought` occurs."""

    sought: str
    page: Page
    found: tuple[Listed, ...]


def known(tx: Tx, sought: str, number: int, occasion: Occasion) -> Members:
    """The members, those with most contribution first; with `sought` those who are called so in part."""
    page = page_of(number, directory.count_alike(tx, sought), PER_PAGE)
    levels = occasion.programme.levels
    found = tuple(
        Listed(one.id, one.name, one.username, levels.progress(one.contribution, one.level).title, one.contribution)
        for one in directory.alike(tx, sought, PER_PAGE, page.before)
    )
    return Members(sought, page, found)


def card(tx: Tx, member: Member, occasion: Occasion) -> MemberCard:
    """The member's card as of now."""
    balance = ledger.balance(tx, member.id)
    seniority = members.seniority(tx, member.id)
    last, made = checkins.last(tx, member.id), checkins.last_made(tx, member.id)
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
        made.isoformat() if made else None,
        member.covenant_version >= occasion.programme.brand.covenant_version,
        member.reachable,
        member.suspended(occasion.now),
        silences.until(tx, member.id, occasion.now),
        sanctions.tally(tx, member.id),
        step_of(tx, member, occasion),
        own(tx, member, occasion),
        core_standings.of(tx, member.id).guest,
        sources.of(tx, member.id),
    )
