"""Who comes into the core group, or asks to: let in by right, or put out again with a word."""

from msgspec import Struct

from actions.honour.core import may_enter
from rules.honour.core import CoreCaseState, Door, Entrance, Invitation, InvitationState, Story
from rules.occasion import Occasion
from rules.people import STAFF, Group, Member
from storage import groups, members
from storage.engine.tx import Tx
from storage.honour import core_cases, core_invitations, core_standings


class Entered(Struct, frozen=True):
    """They are in; cases about them that this has settled."""

    settled: tuple[int, ...] = ()


class Intruder(Struct, frozen=True):
    """They may not be there, and go again. Whose link it was (empty: none of ours, or their `own`), or who brought them;
    `case` is None where staff have read of them. `told`: they can be written to.
    """

    case: int | None
    member: int
    name: str
    title: str
    entrance: Entrance
    owner: str = ""
    brought_by: str = ""
    told: bool = False
    own: bool = False


class Admitted(Struct, frozen=True):
    """They have asked to come in and may."""

    member: int
    group: int


class TurnedAway(Struct, frozen=True):
    """They have asked to come in and may not. A `former` one had been there: staff decide, and read of it now if `case` is
    given."""

    member: int
    name: str
    title: str
    entrance: Entrance
    former: bool
    case: int | None


def came(
    tx: Tx, member: Member, group: Group, link: str | None, by: int, occasion: Occasion, *, trusted: bool
) -> Entered | Intruder | None:
    """The member has come in, by that link, by that hand (Telegram's id). One who is `trusted`, an administrator or
    brought by one who does not show who it is, stays. None where no level opens the group: then people alone decide.
    """
    invitation = core_invitations.by_link(tx, link) if link else None
    if invitation:
        core_invitations.end(tx, invitation.id, InvitationState.USED, occasion.now, member.id)
    entrance = may_enter(tx, member, occasion)
    if entrance.door is Door.CLOSED:
        return None
    bringer = members.by_telegram_id(tx, by) if by != member.telegram_id else None
    if not entrance.open and (trusted or (bringer and members.roles(tx, bringer.id) & STAFF)):
        core_standings.make_guest(tx, member.id, bringer.id if bringer else None, occasion.now)
        entrance = may_enter(tx, member, occasion)
    if not (entrance.open or trusted):
        return _intruder(tx, member, group, invitation, bringer, entrance, occasion)
    core_standings.entered(tx, member.id, group.id, occasion.now)
    return Entered(_settled(tx, member, group, occasion.now))


def _settled(tx: Tx, member: Member, group: Group, now: int) -> tuple[int, ...]:
    """Nothing is left to decide about somebody who has come in."""
    found = [case for case in core_cases.about(tx, member.id) if case.group == group.id]
    return tuple(case.id for case in found if core_cases.settle(tx, case.id, CoreCaseState.MOOT, None, now))


def _intruder(
    tx: Tx,
    member: Member,
    group: Group,
    invitation: Invitation | None,
    bringer: Member | None,
    entrance: Entrance,
    occasion: Occasion,
) -> Intruder:
    own = invitation is not None and invitation.member == member.id
    owner = members.get(tx, invitation.member).name if invitation and not own else ""
    case = core_cases.begin(tx, member.id, group.id, Story.INTRUDER, occasion.now)
    brought_by = bringer.name if bringer and not invitation else ""
    return Intruder(case, member.id, member.name, group.title, entrance, owner, brought_by, member.reachable, own)


def asked(tx: Tx, member: Member, group: Group, occasion: Occasion) -> Admitted | TurnedAway | None:
    """The member asks to come in; None where no level opens the group: then people alone decide."""
    entrance = may_enter(tx, member, occasion)
    if entrance.open:
        return Admitted(member.id, group.id)
    if entrance.door is Door.CLOSED:
        return None
    known = core_standings.of(tx, member.id).entered_at is not None
    former = known and entrance.until is None and groups.staff(tx) is not None
    case = core_cases.begin(tx, member.id, group.id, Story.RETURNING, occasion.now) if former else None
    return TurnedAway(member.id, member.name, group.title, entrance, former, case)


class StillThere(Struct, frozen=True):
    """Telegram has not put them out."""

    name: str
    title: str


def still_there(tx: Tx, chat_id: int, telegram_id: int) -> StillThere | None:
    """Who could not be put out of that chat; None where either is not known any more."""
    group, member = groups.by_chat(tx, chat_id), members.by_telegram_id(tx, telegram_id)
    return StillThere(member.name, group.title) if group and member else None
