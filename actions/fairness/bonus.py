"""Giving and taking points by hand: with a reason, never to oneself, above the limits by two people."""

from dataclasses import dataclass, replace

from actions.ledger import paying
from actions.ledger.paying import Promotion
from rules.fairness.bonus import (
    AlreadyProposed,
    Bonus,
    BonusDecided,
    BonusState,
    DeskNeeded,
    NotThatMany,
    SecondPersonNeeded,
    needs_second,
)
from rules.ledger.ledger import NotEnoughPoints
from rules.occasion import Occasion
from rules.people import Member, Part
from rules.refusals import NotForYourself
from storage import audits, groups, members
from storage.engine.tx import Tx
from storage.fairness import bonuses
from storage.ledger import ledger


@dataclass(frozen=True, slots=True)
class Awarded:
    """Done: `points` (negative when taken) for `name`, by whom, and by which second person if it took one."""

    bonus: int
    member: int
    name: str
    points: int
    reason: str
    by: str
    confirmed_by: str | None
    group: int | None
    message: int | None
    promotion: Promotion | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """Too much for one person: a second one is asked in the staff group `desk`."""

    bonus: int
    desk: int
    name: str
    points: int
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Declined:
    """The second person said no."""

    actor: int
    name: str
    points: int
    reason: str
    by: str
    declined_by: str


def award(
    tx: Tx,
    actor: Member,
    member: Member,
    points: int,
    reason: str,
    occasion: Occasion,
    command: tuple[int, int],
    about: tuple[int | None, int | None],
) -> Awarded | Proposed:
    """Give or take `points`, or propose it when it is too much for one person.

    Raises NotForYourself, NotThatMany, DeskNeeded, AlreadyProposed.
    """
    if member.id == actor.id:
        raise NotForYourself
    day = occasion.day.isoformat()
    alone = bonuses.given_alone(tx, actor.id, day, member.id)
    alone_most = occasion.programme.grants
    state = BonusState.PROPOSED if needs_second(points, *alone, alone_most) else BonusState.GIVEN
    if state is BonusState.PROPOSED and bonuses.proposed(tx, actor.id, member.id, points, reason, day, command):
        raise AlreadyProposed(member.name, points)
    bonus, fresh = bonuses.add(
        tx, member.id, actor.id, points, reason, occasion.now, day, command, _counted(tx, about), state
    )
    if fresh:
        act = "points.grant" if state is BonusState.GIVEN else "points.propose"
        audits.record(tx, occasion.now, actor.id, act, member.id, reason, bonus=bonus.id, points=points)
    if bonus.state is BonusState.GIVEN:
        return _carry_out(tx, bonus, actor, occasion, None)
    staff = groups.staff(tx)
    if staff is None:
        raise DeskNeeded(alone_most.alone_member_day)
    return Proposed(bonus.id, staff.id, member.name, points, reason, actor.name)


def confirm(tx: Tx, second: Member, bonus_id: int, occasion: Occasion) -> Awarded:
    """The second person agrees. Raises SecondPersonNeeded, BonusDecided, NotThatMany."""
    bonus = _decide(tx, second, bonus_id, BonusState.GIVEN, occasion)
    audits.record(
        tx, occasion.now, second.id, "points.confirm", bonus.member, bonus.reason, bonus=bonus.id, points=bonus.points
    )
    return _carry_out(tx, bonus, members.get(tx, bonus.actor), occasion, second)


def decline(tx: Tx, second: Member, bonus_id: int, occasion: Occasion) -> Declined:
    """The second person does not agree. Raises SecondPersonNeeded, BonusDecided."""
    bonus = _decide(tx, second, bonus_id, BonusState.DECLINED, occasion)
    audits.record(
        tx, occasion.now, second.id, "points.decline", bonus.member, bonus.reason, bonus=bonus.id, points=bonus.points
    )
    actor, member = members.get(tx, bonus.actor), members.get(tx, bonus.member)
    return Declined(actor.id, member.name, bonus.points, bonus.reason, actor.name, second.name)


def _counted(tx: Tx, about: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    """Group and message, where the group is one whose boards count."""
    group = about[0]
    if group is None or groups.get(tx, group).part not in (Part.COMMUNITY, Part.CORE):
        return None, None
    return about


def _decide(tx: Tx, second: Member, bonus_id: int, state: BonusState, occasion: Occasion) -> Bonus:
    bonus = bonuses.get(tx, bonus_id)
    if second.id in (bonus.actor, bonus.member):
        raise SecondPersonNeeded
    if not bonuses.decide(tx, bonus_id, state, second.id, occasion.now):
        raise BonusDecided
    return bonus


def _carry_out(tx: Tx, bonus: Bonus, actor: Member, occasion: Occasion, second: Member | None) -> Awarded:
    """Move the points, once for ever: the ledger's key is the bonus."""
    member = members.get(tx, bonus.member)
    where = replace(occasion, group=bonus.group, message=bonus.message)
    promotion = None
    if bonus.points > 0:
        granted = paying.give(
            tx, member, "grant", bonus.id, where, points=bonus.points, actor=actor, reason=bonus.reason
        )
        promotion = granted.promotion
    else:
        _take(tx, member, -bonus.points, bonus, where, actor)
    return Awarded(
        bonus.id,
        member.id,
        member.name,
        bonus.points,
        bonus.reason,
        actor.name,
        second.name if second else None,
        bonus.group,
        bonus.message,
        promotion,
    )


def _take(tx: Tx, member: Member, points: int, bonus: Bonus, where: Occasion, actor: Member) -> None:
    key = f"deduction:{member.id}:{bonus.id}"
    try:
        ledger.take(tx, member.id, points, paying.caused(key, "deduction", where, actor=actor, reason=bonus.reason))
    except NotEnoughPoints as short:
        raise NotThatMany(member.name, short.free) from None
