"""Entrusting people with roles, and taking them back."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Struct

from actions import topic_moderator
from actions.presence import require_free, require_here, require_remembered
from rules.occasion import Occasion
from rules.people import HONORARY, MAY_APPOINT, MODERATING, OPERATING, STAFF, Member, Role
from rules.programme.programme import Brand
from rules.reading.names import NAMELESS
from rules.refusals import NotForYourself, Refusal
from rules.topic_moderator import FieldByCommand
from storage import audits, facts, groups, members
from storage.engine.tx import Tx
from storage.operations import broadcasts, claims
from storage.works import series

CLAIM_LASTS_S = 86_400
CONFIGURED = "configured_owners"


class Appointed(Struct, frozen=True):
    """`by` has entrusted `name` with `role`; `reachable`: they can be told in private."""

    name: str
    role: Role
    by: str
    reachable: bool = True


class Dismissed(Struct, frozen=True):
    """`name` holds `role` no more; `reachable`: they can be told in private.

    So many announcements they had `planned`, and challenges they had put in `line`, are their dismisser's now and go out all
    the same unless somebody takes them out. `reads`: they are in the staff group,
    where they have no work any more.
    """

    name: str
    role: Role
    by: str
    reachable: bool = True
    planned: int = 0
    line: int = 0
    reads: bool = False


class Owned(Struct, frozen=True):
    """The bot has its first owner."""

    name: str


@dataclass(eq=False)
class MayNotAppoint(Refusal):
    """The caller's own roles do not let them give or take `role`."""

    role: str


@dataclass(eq=False)
class RoleHeldAlready(Refusal):
    """`name` has the role already."""

    name: str
    role: str


@dataclass(eq=False)
class RoleNotHeld(Refusal):
    """`name` does not have the role."""

    name: str
    role: str


@dataclass(eq=False)
class LastOwner(Refusal):
    """Somebody has to own the bot: appoint another owner first."""


@dataclass(eq=False)
class ClaimGone(Refusal):
    """The link to claim the bot has been used, has expired or was replaced by a newer one."""


def appointable(roles: frozenset[Role]) -> tuple[Role, ...]:
    """The roles that somebody with `roles` may give and take."""
    may = frozenset[Role]().union(*(MAY_APPOINT.get(role, frozenset()) for role in roles))
    return tuple(role for role in Role if role in may)


def appoint(tx: Tx, by: Member, roles: frozenset[Role], member: Member, role: Role, occasion: Occasion) -> Appointed:
    """Entrust `member` with `role`; of an honour only who is in a group of ours can do the duties.

    Raises MayNotAppoint, FieldByCommand, NotForYourself, NotHereNow, ButtonGone, RoleHeldAlready.
    """
    if role not in appointable(roles):
        raise MayNotAppoint(role)
    if role is Role.TOPIC_MODERATOR:
        raise FieldByCommand
    if member.id == by.id:
        raise NotForYourself
    _require_fit(tx, member, role, occasion)
    if not members.give_role(tx, member.id, role, by.id, occasion.now):
        raise RoleHeldAlready(member.name, role)
    audits.record(tx, occasion.now, by.id, "role.give", member.id, role=role.value)
    return Appointed(member.name, role, by.name, member.reachable)


def _require_fit(tx: Tx, member: Member, role: Role, occasion: Occasion) -> None:
    require_remembered(tx, member.id)
    require_free(member, occasion)
    if role in HONORARY:
        require_here(tx, member.id, occasion)


def dismiss(tx: Tx, by: Member, roles: frozenset[Role], member: Member, role: Role, occasion: Occasion) -> Dismissed:
    """Take `role` back. Raises MayNotAppoint, RoleNotHeld, LastOwner."""
    if role not in appointable(roles):
        raise MayNotAppoint(role)
    if not members.take_role(tx, member.id, role):
        raise RoleNotHeld(member.name, role)
    if role is Role.OWNER and not members.with_role(tx, Role.OWNER):
        raise LastOwner
    if role is Role.TOPIC_MODERATOR:
        topic_moderator.take_all(tx, member.id, occasion.now)
    audits.record(tx, occasion.now, by.id, "role.take", member.id, role=role.value)
    planned, line = _hand_over(tx, member.id, _heir(tx, by, member))
    return Dismissed(member.name, role, by.name, member.reachable, planned, line, _reads(tx, member))


def _heir(tx: Tx, by: Member, member: Member) -> int:
    """Who dismisses; of one who lays down a role of their own, an owner."""
    return by.id if by.id != member.id else members.with_role(tx, Role.OWNER)[0].id


def _hand_over(tx: Tx, member: int, heir: int) -> tuple[int, int]:
    """Nothing is announced or opened in the name of one who may not do so any more: how many of each the heir has now."""
    held = members.roles(tx, member)
    planned = 0 if held & OPERATING else broadcasts.hand_over(tx, member, heir)
    return planned, 0 if held & MODERATING else series.hand_over(tx, member, heir)


def _reads(tx: Tx, member: Member) -> bool:
    """Whether they are in the staff group and not of the staff."""
    desk = groups.staff(tx)
    there = members.membership(tx, desk.id, member.id) if desk else None
    return there is not None and there.present and not members.roles(tx, member.id) & STAFF


def claim(tx: Tx, member: Member, token: str, occasion: Occasion) -> Owned:
    """Become the owner by the link that the first start printed. Raises ClaimGone."""
    if members.with_role(tx, Role.OWNER) or not claims.use(tx, token, member.id, occasion.now, CLAIM_LASTS_S):
        raise ClaimGone
    members.give_role(tx, member.id, Role.OWNER, member.id, occasion.now)
    audits.record(tx, occasion.now, member.id, "role.claim", member.id, role=Role.OWNER.value)
    return Owned(member.name)


def settle_owners(tx: Tx, brand: Brand, now: int) -> Sequence[Member]:
    """At start: the configuration's owners own the bot, and those it no longer names do not. All owners."""
    for telegram_id in brand.owners:
        known = members.by_telegram_id(tx, telegram_id)
        owner = known or members.remember(tx, telegram_id, NAMELESS, None, brand.locale, now)
        members.give_role(tx, owner.id, Role.OWNER, None, now)
    for before in (facts.get(tx, CONFIGURED) or "").split():
        former = members.by_telegram_id(tx, int(before))
        if former and former.telegram_id not in brand.owners:
            members.take_role(tx, former.id, Role.OWNER)
            leave_to_owners(tx, former.id)
    facts.put(tx, CONFIGURED, " ".join(str(telegram_id) for telegram_id in brand.owners))
    return members.with_role(tx, Role.OWNER)


def leave_to_owners(tx: Tx, former: int) -> None:
    """What one had planned who holds no role any more is an owner's, if there is one."""
    owners = members.with_role(tx, Role.OWNER)
    if owners:
        _hand_over(tx, former, owners[0].id)


def offer_claim(tx: Tx, token: str, now: int) -> None:
    """Let whoever presses the link with that token become the first owner."""
    claims.make(tx, token, now)
