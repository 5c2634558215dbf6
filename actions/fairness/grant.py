"""Giving and taking points by hand: with a reason, never to oneself, above the limits by two people."""

from msgspec import Struct

from actions.fairness.proposer import require_proposer
from actions.ledger import paying
from actions.ledger.paying import Promotion
from actions.presence import require_remembered
from rules.fairness.grant import (
    WAITS_S,
    AlreadyGiven,
    AlreadyProposed,
    Grant,
    GrantDecided,
    GrantState,
    NotThatMany,
    SecondPersonNeeded,
    StaffGroupNeeded,
    needs_second,
)
from rules.ledger.ledger import NotEnoughPoints
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import PLAYING, Member
from rules.refusals import NotForYourself, Refusal
from rules.values import replace
from storage import audits, groups, members
from storage.engine.tx import Tx
from storage.fairness import grants
from storage.ledger import ledger


class Awarded(Struct, frozen=True):
    """Done: `points` (negative when taken) for `name`, by whom, and by which second person if it took one.

    `group` is where it counts, `message` what it was given for there; None when it was given elsewhere. Whoever is not
    `reachable` has never started the bot, and reads of it once they do.
    """

    grant: int
    member: int
    name: str
    points: int
    reason: str
    by: str
    confirmed_by: str | None
    group: int | None
    message: int | None
    promotion: Promotion | None
    reachable: bool = True


class Proposed(Struct, frozen=True):
    """Too much for one person: a second one is asked in the staff group `desk`."""

    grant: int
    desk: int
    name: str
    points: int
    reason: str
    by: str


class Declined(Struct, frozen=True):
    """The second person said no, or with `declined_by` None nobody said anything in time."""

    actor: int
    name: str
    points: int
    reason: str
    by: str
    declined_by: str | None
    grant: int = 0


def award(
    tx: Tx,
    actor: Member,
    member: Member,
    points: int,
    reason: str,
    occasion: Occasion,
    command: tuple[int, int],
    about: tuple[int | None, int | None],
    replied: bool = False,
) -> Awarded | Proposed:
    """Give or take `points`, or propose it when it is too much for one person.

    The very same on one day is no second gift, but for another message of the members' that is `replied` to; nor is one
    `command` for two people. Raises NotForYourself, NotThatMany, StaffGroupNeeded, AlreadyProposed, AlreadyGiven, GrantDecided.
    """
    if member.id == actor.id:
        raise NotForYourself
    day, counted = occasion.day.isoformat(), _counted(tx, member, about)
    before = grants.given(tx, member.id, points, reason, day, but=command, message=counted[1] if replied else None)
    if before is not None:
        raise AlreadyGiven(member.name, points, members.get(tx, before.actor).name, before.at)
    alone = grants.given_alone(tx, actor.id, member.id, *occasion.span_of(occasion.day))
    alone_most = occasion.programme.grants
    state = GrantState.PROPOSED if needs_second(points, *alone, alone_most) else GrantState.GIVEN
    if state is GrantState.PROPOSED and grants.proposed(tx, member.id, points, reason, day, command):
        raise AlreadyProposed(member.name, points)
    grant, fresh = grants.add(tx, member.id, actor.id, points, reason, occasion.now, day, command, counted, state)
    if not fresh:
        raise _settled(tx, grant, day)
    act = "points.grant" if state is GrantState.GIVEN else "points.propose"
    audits.record(tx, occasion.now, actor.id, act, member.id, reason, grant=grant.id, points=points)
    if grant.state is GrantState.GIVEN:
        return carry_out(tx, grant, actor, occasion, None)
    staff = groups.staff(tx)
    if staff is None:
        raise StaffGroupNeeded(alone_most.alone_member_day)
    return Proposed(grant.id, staff.id, member.name, points, reason, actor.name)


def confirm(tx: Tx, second: Member, grant_id: int, occasion: Occasion) -> Awarded:
    """The second person agrees. Raises SecondPersonNeeded, GrantDecided, ProposerGone, ButtonGone, NotThatMany."""
    grant = _decide(tx, second, grant_id, GrantState.GIVEN, occasion)
    require_remembered(tx, grant.member)
    require_proposer(tx, grant.actor)
    audits.record(
        tx, occasion.now, second.id, "points.confirm", grant.member, grant.reason, grant=grant.id, points=grant.points
    )
    return carry_out(tx, grant, members.get(tx, grant.actor), occasion, second)


def decline(tx: Tx, second: Member, grant_id: int, occasion: Occasion) -> Declined:
    """The second person does not agree. Raises SecondPersonNeeded, GrantDecided."""
    grant = _decide(tx, second, grant_id, GrantState.DECLINED, occasion)
    audits.record(
        tx, occasion.now, second.id, "points.decline", grant.member, grant.reason, grant=grant.id, points=grant.points
    )
    return _declined(tx, grant, second)


def lapse(tx: Tx, occasion: Occasion) -> list[Declined]:
    """What nobody has decided in time is let go."""
    old = grants.undecided(tx, occasion.now - WAITS_S)
    for one in old:
        grants.decide(tx, one.id, GrantState.LAPSED, None, occasion.now)
    return [_declined(tx, one, None) for one in old]


def _declined(tx: Tx, grant: Grant, second: Member | None) -> Declined:
    actor, member = members.get(tx, grant.actor), members.get(tx, grant.member)
    said = second.name if second else None
    return Declined(actor.id, member.name, grant.points, grant.reason, actor.name, said, grant.id)


def _counted(tx: Tx, member: Member, about: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    """Group and message, where the group is one whose boards count; else the member's home, and no message."""
    group = about[0]
    if group is None or groups.get(tx, group).part not in PLAYING:
        return member.home, None
    return about


def _settled(tx: Tx, grant: Grant, day: str) -> Refusal:
    """What that command has led to already, whoever was chosen for it."""
    name = members.get(tx, grant.member).name
    if grant.state is GrantState.PROPOSED:
        return AlreadyProposed(name, grant.points)
    given = grants.given(tx, grant.member, grant.points, grant.reason, day, but=(0, 0))
    return AlreadyGiven(name, grant.points, members.get(tx, grant.actor).name, given.at) if given else GrantDecided()


def _decide(tx: Tx, second: Member, grant_id: int, state: GrantState, occasion: Occasion) -> Grant:
    grant = grants.get(tx, grant_id)
    if second.id in (grant.actor, grant.member):
        raise SecondPersonNeeded
    if not grants.decide(tx, grant_id, state, second.id, occasion.now):
        raise GrantDecided
    return grant


def carry_out(tx: Tx, grant: Grant, actor: Member, occasion: Occasion, second: Member | None) -> Awarded:
    """Move the points, once for ever: the ledger's key is the grant."""
    member = members.get(tx, grant.member)
    where = replace(occasion, group=grant.group, message=grant.message)
    promotion = None
    if grant.points > 0:
        granted = paying.give(
            tx, member, "grant", grant.id, where, points=grant.points, actor=actor, reason=grant.reason
        )
        promotion = granted.promotion
    else:
        _take(tx, member, -grant.points, grant, where, actor)
    return _awarded(grant, member, actor, second, promotion)


def given(tx: Tx, number: int) -> Awarded:
    """How the group is told of it. Who agreed is not known any more, nor is it told there."""
    grant = grants.get(tx, number)
    return _awarded(grant, members.get(tx, grant.member), members.get(tx, grant.actor), None, None)


def _awarded(
    grant: Grant, member: Member, actor: Member, second: Member | None, promotion: Promotion | None
) -> Awarded:
    return Awarded(
        grant.id,
        member.id,
        member.name,
        grant.points,
        grant.reason,
        actor.name,
        second.name if second else None,
        grant.group,
        grant.message,
        promotion,
        member.reachable,
    )


def _take(tx: Tx, member: Member, points: int, grant: Grant, where: Occasion, actor: Member) -> None:
    key = f"deduction:{member.id}:{grant.id}"
    try:
        ledger.take(tx, member.id, points, paying.caused(key, "deduction", where, actor=actor, reason=grant.reason))
    except NotEnoughPoints as short:
        raise NotThatMany(member.name, short.free) from None


def _still_given(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    return grants.stands(tx, int(note.subject))


STILL_TRUE = {"grant": _still_given}
