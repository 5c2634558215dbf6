"""The core group as a member sees it, and their personal link."""

from msgspec import Struct

from rules.honour.core import Entrance, Invitation, InvitationState, Story, entrance
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Group, Member, Part
from rules.programme.privileges import CORE_GROUP
from rules.programme.programme import Programme
from rules.rights import Right
from storage import groups, members, rights
from storage.engine.tx import Tx
from storage.honour import core_cases, core_invitations, core_standings

DAY_S = 86_400
AT_ONCE = 50


class CoreRoom(Struct, frozen=True):
    """A core group."""

    group: int
    title: str


class OwnCore(Struct, frozen=True):
    """How a member stands to the core groups: which they are in, which they may enter, for how many days a
    link is good, and until when (UTC seconds) one that they have still works. Without either there is none yet.
    """

    entrance: Entrance
    inside: tuple[CoreRoom, ...]
    outside: tuple[CoreRoom, ...]
    link_days: int
    link_until: int | None = None


class Invited(Struct, frozen=True):
    """A link is asked for; the `older` ones, which nobody has used, are withdrawn."""

    invitation: int
    group: int
    name: str
    until: int
    older: tuple[Invitation, ...]


class ByHand(Struct, frozen=True):
    """The bot can't invite: staff are asked to, where there is a staff group (`told`); `case` is None where they have been."""

    case: int | None
    member: int
    name: str
    title: str
    told: bool


class LinkMade(Struct, frozen=True):
    """A personal link, until then (UTC seconds)."""

    member: int
    title: str
    link: str
    until: int


def may_enter(tx: Tx, member: Member, occasion: Occasion) -> Entrance:
    """Whether the member may come in: the one place that decides it, and by which it is shown."""
    guest = core_standings.of(tx, member.id).guest
    return entrance(member, members.roles(tx, member.id), occasion.programme, occasion.now, guest=guest)


def opened_by(tx: Tx, programme: Programme) -> str:
    """The title of the level that opens the core group; empty while none does, or there is no core group."""
    least = programme.levels.opening(CORE_GROUP)
    return least.title if least and groups.active(tx, Part.CORE) else ""


def own(tx: Tx, member: Member, occasion: Occasion) -> OwnCore:
    """The core group as the member sees it."""
    there = set(core_standings.inside(tx, member.id))
    rooms = [CoreRoom(group.id, group.title) for group in groups.active(tx, Part.CORE)]
    waiting = core_invitations.waiting(tx, member.id, occasion.now, AT_ONCE)
    return OwnCore(
        may_enter(tx, member, occasion),
        tuple(room for room in rooms if room.group in there),
        tuple(room for room in rooms if room.group not in there),
        occasion.programme.core.link_days,
        max((one.expires_at for one in waiting), default=None),
    )


def invite(tx: Tx, member: Member, group: int, occasion: Occasion) -> Invited | ByHand | None:
    """Ask for a link of the member's own into the group; None when there is none to be had."""
    seen = own(tx, member, occasion)
    if not seen.entrance.open or group not in [room.group for room in seen.outside]:
        return None
    room = groups.get(tx, group)
    if not may_invite(tx, group):
        return by_hand(tx, member, room, occasion.now)
    older = withdrawn(tx, member.id, occasion.now, group)
    until = occasion.now + occasion.programme.core.link_days * DAY_S
    number = core_invitations.ask(tx, member.id, group, occasion.now, until)
    return Invited(number, group, member.name, until, tuple(older))


def may_invite(tx: Tx, group: int) -> bool:
    """Whether the bot may make links there, as far as Telegram has told."""
    known = rights.of_group(tx, group)
    return known is None or Right.INVITE in known.rights


def withdrawn(tx: Tx, member: int, now: int, group: int | None = None) -> list[Invitation]:
    """The member's links that nobody has used, into that group or (None) any, as far as Telegram has made them."""
    waiting = core_invitations.waiting(tx, member, now, AT_ONCE)
    older = [one for one in waiting if group in (None, one.group)]
    for one in older:
        core_invitations.end(tx, one.id, InvitationState.WITHDRAWN, now)
    return [one for one in older if one.link]


def by_hand(tx: Tx, member: Member, group: Group, now: int) -> ByHand:
    """Staff are asked to invite the member themselves."""
    case = core_cases.begin(tx, member.id, group.id, Story.BY_HAND, now)
    return ByHand(case, member.id, member.name, group.title, groups.staff(tx) is not None)


def link_made(tx: Tx, invitation: Invitation, link: str, occasion: Occasion) -> LinkMade | None:
    """Telegram has made it; None when it is not wanted any more, and has to go."""
    wanted = core_invitations.opened(tx, invitation.id, link)
    member = members.get(tx, invitation.member)
    if not (wanted and may_enter(tx, member, occasion).open):
        core_invitations.end(tx, invitation.id, InvitationState.WITHDRAWN, occasion.now)
        return None
    return LinkMade(member.id, groups.get(tx, invitation.group).title, link, invitation.expires_at)


def link_refused(tx: Tx, invitation: Invitation, now: int) -> ByHand | None:
    """Telegram makes none; None when nobody waits for it any more."""
    if not core_invitations.end(tx, invitation.id, InvitationState.REFUSED, now):
        return None
    return by_hand(tx, members.get(tx, invitation.member), groups.get(tx, invitation.group), now)


def _still_offered(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether they may come in and have not."""
    seen = own(tx, members.get(tx, note.member), occasion)
    return seen.entrance.open and bool(seen.outside) and not seen.inside


STILL_TRUE = {"core": _still_offered}
