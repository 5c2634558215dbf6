"""Seats of the council: staff invite, the invited say yes or no, a term ends with thanks and may be renewed."""

from functools import partial
from itertools import islice

from msgspec import Struct

from actions.honour.tag import shows_office
from actions.works.told_first import come_first
from rules.ends import day_ends_at, term_ends_at
from rules.journey.council_seat import (
    RENEWS_DAYS,
    BroughtUp,
    CouncilInvitation,
    CouncilInvitationState,
    CouncilOnly,
    CouncilSeat,
    SeatChecked,
    SeatEnd,
    SeatHeldAlready,
    SeatInvitationOver,
    SeatNotForNow,
    SeatNotRenewable,
    SeatOfferedAlready,
    SeatTooEarly,
    held_against,
    require_room,
)
from rules.note import WaitingNote
from rules.occasion import DAY_S, Occasion
from rules.people import Group, Member, Part, Role
from rules.refusals import NotForYourself
from rules.stage import Stage
from rules.values import replace
from storage import audits, figures, groups, members
from storage.engine.tx import Tx
from storage.journey import council_seats, council_votes, preferences

NAMED_MOST = 6


class SeatInvited(Struct, frozen=True):
    """Somebody is invited by `by`: for so many days (0: without an end), to be answered before `until` (UTC seconds).

    `reachable`: they can be written to in private.
    """

    invitation: int
    member: int
    name: str
    by: str
    by_member: int
    term_days: int
    until: int
    state: CouncilInvitationState
    reachable: bool = True


class SeatTaken(Struct, frozen=True):
    """`name` sits in the council, until then (UTC seconds; None: without an end); `again` of one who renewed it.

    `outside`: there is a core group that they are not in; `tagged`: the title is going to stand beside their name.
    """

    member: int
    name: str
    until: int | None
    outside: bool
    again: bool = False
    tagged: bool = False


class SeatEnded(Struct, frozen=True):
    """A seat that was held `since` then (UTC seconds) is over. It may be taken up again where it is `renewable`.

    Its holder has `brought` so much before the council, the latest first; `carried` is what others had carried meanwhile.
    """

    member: int
    name: str
    end: SeatEnd
    renewable: bool = False
    since: int = 0
    brought: tuple[BroughtUp, ...] = ()
    carried: tuple[str, ...] = ()


def sits(tx: Tx, member: int) -> bool:
    """Whether the member has a seat."""
    return Role.COUNCIL in members.roles(tx, member)


def require_seat(tx: Tx, member: Member) -> None:
    """Raise CouncilOnly for whoever has none."""
    if not sits(tx, member.id):
        raise CouncilOnly


def checked(tx: Tx, member: Member, occasion: Occasion) -> SeatChecked:
    """What is asked of whoever is invited, held against the member."""
    have = figures.of_member(tx, sorted(occasion.programme.council.needs), member.id, occasion.now)
    return held_against(member, have, occasion.programme)


def invite(tx: Tx, by: Member, member: Member, occasion: Occasion) -> SeatInvited:
    """The member is invited to a seat, one of those that are free.

    Raises NotForYourself, SeatHeldAlready, SeatOfferedAlready, SeatNotForNow, SeatTooEarly, CouncilFull.
    """
    if member.id == by.id:
        raise NotForYourself
    waiting = council_seats.open_invitations(tx)
    _require_new(tx, member, waiting)
    _require_fit(member, occasion)
    found = checked(tx, member, occasion)
    if not found.met:
        raise SeatTooEarly(member.name, found)
    asked = occasion.programme.council
    require_room(asked.seats, council_seats.held(tx), len(waiting))
    until = day_ends_at(occasion.now, asked.invite_days, occasion.seen_from(member.timezone).zone)
    number = council_seats.invite(tx, member.id, by.id, occasion.now, until)
    audits.record(tx, occasion.now, by.id, "council.invite", member.id, None)
    return _shown(tx, _known(tx, number), occasion)


def accept(tx: Tx, member: Member, number: int, occasion: Occasion) -> SeatTaken:
    """They take the seat. Raises SeatInvitationOver, SeatNotForNow, CouncilFull."""
    found = _open(tx, number, occasion)
    _require_fit(member, occasion)
    require_room(occasion.programme.council.seats, council_seats.held(tx))
    council_seats.settle(tx, number, CouncilInvitationState.ACCEPTED, occasion.now)
    return _seated(tx, member, found.by, "council.accept", occasion)


def decline(tx: Tx, number: int, occasion: Occasion) -> SeatInvited:
    """They would rather not, which needs no reason. Raises SeatInvitationOver."""
    _open(tx, number, occasion)
    council_seats.settle(tx, number, CouncilInvitationState.DECLINED, occasion.now)
    return _shown(tx, _known(tx, number), occasion)


def withdraw(tx: Tx, by: Member, number: int, occasion: Occasion) -> SeatInvited:
    """Staff take the invitation back. Raises SeatInvitationOver."""
    found = _open(tx, number, occasion)
    council_seats.settle(tx, number, CouncilInvitationState.WITHDRAWN, occasion.now)
    audits.record(tx, occasion.now, by.id, "council.withdraw", found.member, None)
    return _shown(tx, _known(tx, number), occasion)


def set_aside(tx: Tx, member: Member, by: Member, occasion: Occasion) -> bool:
    """Whether an invitation waited for them, who have no duties any more: it is taken back."""
    waiting = [
        one for one in council_seats.open_invitations(tx) if one.member == member.id and one.until > occasion.now
    ]
    for one in waiting:
        withdraw(tx, by, one.id, occasion)
    return bool(waiting)


def renew(tx: Tx, member: Member, occasion: Occasion) -> SeatTaken:
    """Whose term ended by itself goes on for another. Raises SeatNotRenewable, SeatNotForNow, CouncilFull."""
    seat, asked = council_seats.get(tx, member.id), occasion.programme.council
    if not asked.renewable or seat.renews_until is None or seat.renews_until <= occasion.now or sits(tx, member.id):
        raise SeatNotRenewable
    _require_fit(member, occasion)
    require_room(asked.seats, council_seats.held(tx), len(council_seats.open_invitations(tx)))
    return replace(_seated(tx, member, member.id, "council.renew", occasion), again=True)


def resign(tx: Tx, member: Member, occasion: Occasion) -> SeatEnded:
    """They give their seat up. Raises CouncilOnly."""
    require_seat(tx, member)
    audits.record(tx, occasion.now, member.id, "council.resign", member.id, None)
    return _ended(tx, member.id, SeatEnd.RESIGNED, None, occasion)


def free(tx: Tx, member: int) -> None:
    """The seat is free for somebody else; staff may invite its holder again."""
    council_seats.put(tx, CouncilSeat(member))
    members.take_role(tx, member, Role.COUNCIL)


def lapse(tx: Tx, occasion: Occasion) -> list[SeatInvited]:
    """Invitations that nobody has answered in time."""
    due = [one for one in council_seats.open_invitations(tx) if one.until <= occasion.now]
    for one in due:
        council_seats.settle(tx, one.id, CouncilInvitationState.LAPSED, occasion.now)
    return [_shown(tx, _known(tx, one.id), occasion) for one in due]


def end(tx: Tx, occasion: Occasion) -> list[SeatEnded]:
    """Seats that are over: their holders are in no group any more, are suspended, or their term is at its end.

    A term waits for the end of the votes that are open.
    """
    lost = council_seats.lost(tx, occasion.now)
    gone = [
        _ended(tx, one, SeatEnd.SUSPENDED if suspended else SeatEnd.LEFT, None, occasion) for one, suspended in lost
    ]
    renews_until = occasion.now + RENEWS_DAYS * DAY_S if occasion.programme.council.renewable else None
    voting = council_votes.running(tx) or preferences.running(tx)
    over = [] if voting else council_seats.over(tx, occasion.now)
    return [*gone, *(_ended(tx, one, SeatEnd.TERM, renews_until, occasion) for one in over)]


def invited(tx: Tx, number: int, occasion: Occasion) -> SeatInvited:
    """The invitation as it is now."""
    return _shown(tx, _known(tx, number), occasion)


def _seated(tx: Tx, member: Member, by: int, act: str, occasion: Occasion) -> SeatTaken:
    zone = occasion.seen_from(member.timezone).zone
    until = term_ends_at(occasion.now, occasion.programme.council.term_days, zone)
    council_seats.put(tx, CouncilSeat(member.id, until))
    members.give_role(tx, member.id, Role.COUNCIL, by, occasion.now)
    audits.record(tx, occasion.now, member.id, act, member.id, None)
    outside = any(not _inside(tx, room, member) for room in groups.active(tx, Part.CORE))
    tagged = shows_office(tx, member, Role.COUNCIL, occasion)
    return SeatTaken(member.id, member.name, until, outside, tagged=tagged)


def _inside(tx: Tx, room: Group, member: Member) -> bool:
    there = members.membership(tx, room.id, member.id)
    return there is not None and there.present


def _ended(tx: Tx, member: int, how: SeatEnd, renews_until: int | None, occasion: Occasion) -> SeatEnded:
    since = council_seats.since(tx, member)
    free(tx, member)
    council_seats.put(tx, CouncilSeat(member, None, renews_until))
    name, began = members.get(tx, member).name, occasion.now if since is None else since
    return SeatEnded(member, name, how, renews_until is not None, began)


def _require_new(tx: Tx, member: Member, waiting: list[CouncilInvitation]) -> None:
    if sits(tx, member.id):
        raise SeatHeldAlready(member.name)
    before = next((one for one in waiting if one.member == member.id), None)
    if before:
        raise SeatOfferedAlready(member.name, before.until)


def _require_fit(member: Member, occasion: Occasion) -> None:
    if not _fits(member, occasion):
        raise SeatNotForNow(member.name)


def _fits(member: Member, occasion: Occasion) -> bool:
    agreed = member.covenant_version >= occasion.programme.brand.covenant_version
    return member.home is not None and agreed and not member.suspended(occasion.now)


def could_be_invited(tx: Tx, occasion: Occasion) -> tuple[str, ...]:
    """The mature who have all that is asked, while a seat is free; a few, those who came first before the others."""
    waiting = council_seats.open_invitations(tx)
    if council_seats.held(tx) + len(waiting) >= occasion.programme.council.seats:
        return ()
    there = come_first(tx, groups.active(tx, Part.COMMUNITY), (Stage.MATURE,), occasion.now)
    fit = (one for one in map(partial(members.get, tx), there) if _may_be_invited(tx, one, waiting, occasion))
    return tuple(one.name for one in islice(fit, NAMED_MOST))


def _may_be_invited(tx: Tx, member: Member, waiting: list[CouncilInvitation], occasion: Occasion) -> bool:
    known = sits(tx, member.id) or any(one.member == member.id for one in waiting)
    return not known and _fits(member, occasion) and checked(tx, member, occasion).met


def _known(tx: Tx, number: int) -> CouncilInvitation:
    found = council_seats.invited(tx, number)
    assert found is not None, number
    return found


def _open(tx: Tx, number: int, occasion: Occasion) -> CouncilInvitation:
    found = _known(tx, number)
    if found.state is not CouncilInvitationState.OPEN or found.until <= occasion.now:
        raise SeatInvitationOver
    return found


def _shown(tx: Tx, found: CouncilInvitation, occasion: Occasion) -> SeatInvited:
    member, by, days = members.get(tx, found.member), members.get(tx, found.by), occasion.programme.council.term_days
    return SeatInvited(
        found.id, member.id, member.name, by.name, by.id, days, found.until, found.state, member.reachable
    )


def _still_over(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """A seat that has been taken again since is not over."""
    return not sits(tx, note.member)


STILL_TRUE = {"council_seat": _still_over}
