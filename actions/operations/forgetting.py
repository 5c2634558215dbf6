"""Forgetting a member at their wish: what would go is told, what was begun comes to its end first, and the account is unlinked."""

from collections.abc import Iterable

from msgspec import Struct

from actions import showcase
from actions.ledger import paying
from actions.ledger.audit_books import Books
from actions.offers import seat
from actions.offers.event import known
from actions.operations import roles
from actions.shop import order
from actions.shop.order import OrderCard
from actions.works import own_work
from actions.works.own_work import OwnWork
from rules.occasion import DAY_S, Occasion
from rules.offers.seat import SeatState
from rules.operations.forgetting import (
    AGAIN_DAYS,
    Forgetting,
    Hindrance,
    NotForgottenYet,
    Obstacle,
    is_mark_of,
    mark_of,
)
from rules.people import Member
from rules.programme.programme import Programme
from rules.programme.trust import TrustStep
from rules.reading.names import NAMELESS
from rules.shop.order import OrderState
from rules.showcase import Exhibit, Exhibited
from rules.values import replace
from rules.works.submission import SubmissionStanding
from storage import audits, groups, members
from storage.engine.tx import Tx
from storage.honour import badges, honours
from storage.ledger import ledger
from storage.offers import seats
from storage.operations import forgettings, hindrances, loose_ends
from storage.shop import orders
from storage.works import reviews, submissions, trust


class Belongings(Struct, frozen=True):
    """What goes with a member for good: points to spend, the title of their level, how many badges and honours."""

    points: int
    level: str
    badges: int
    honours: int
    trusted: bool


class Forgotten(Struct, frozen=True):
    """Done: so many points are forfeited. What the channels have shown of theirs, works that nobody reviews any more,
    groups in which a tag of ours stands beside their name, and the orders that were open until then.
    """

    member: int
    points: int
    exhibits: tuple[Exhibit, ...]
    works: tuple[OwnWork, ...]
    tagged: tuple[int, ...]
    staff: int | None
    orders: tuple[OrderCard, ...] = ()


def look(tx: Tx, member: Member, occasion: Occasion) -> Belongings:
    """What they would give up. Raises NotForgottenYet."""
    require_free(tx, member, occasion)
    return Belongings(
        points=ledger.balance(tx, member.id).free,
        level=occasion.programme.levels.named(member.level).title,
        badges=len(badges.of_member(tx, member.id)),
        honours=len(honours.of(tx, member.id)),
        trusted=trust.of_member(tx, member.id).step is not TrustStep.BASE,
    )


def require_free(tx: Tx, member: Member, occasion: Occasion) -> None:
    """Nothing that was begun holds it back. Raises NotForgottenYet."""
    fades_s = occasion.programme.order.half_life_days * DAY_S
    found = [*hindrances.standing(tx, member.id, occasion.now, fades_s), *_lately(tx, member, occasion)]
    if any(one.kind in (Hindrance.ORDER, Hindrance.SEAT) for one in found):
        found = [one for one in found if one.kind is not Hindrance.HELD]
    if found:
        raise NotForgottenYet(tuple(found))


def _lately(tx: Tx, member: Member, occasion: Occasion) -> Iterable[Obstacle]:
    """Nobody begins anew again and again: what limits people between themselves would never hold."""
    salt = forgettings.known_salt(tx)
    last = forgettings.last(tx, mark_of(member.telegram_id, salt)) if salt else None
    if last is not None and last + AGAIN_DAYS * DAY_S > occasion.now:
        yield Obstacle(Hindrance.LATELY, until=last + AGAIN_DAYS * DAY_S)


def forget(tx: Tx, member: Member, occasion: Occasion, chance: str) -> Forgotten:
    """Forget them. Raises NotForgottenYet."""
    require_free(tx, member, occasion)
    mark = mark_of(member.telegram_id, forgettings.salt(tx, chance))
    return _forget(tx, member, occasion, Forgetting(member.id, occasion.now, mark))


def forget_anyway(tx: Tx, member: Member, occasion: Occasion, chance: str) -> Forgotten:
    """Forget them whatever is open: orders are called off or count as received, seats are given back."""
    mark = mark_of(member.telegram_id, forgettings.salt(tx, chance))
    return _forget_open(tx, member, occasion, Forgetting(member.id, occasion.now, mark))


def play_again(tx: Tx, known: Iterable[Forgetting], occasion: Occasion) -> list[Forgotten]:
    """Whoever was forgotten after this database was copied is forgotten again."""
    done = {one.member for one in forgettings.everybody(tx)}
    again = (_again(tx, one, occasion) for one in known if one.member not in done)
    return [one for one in again if one]


def _again(tx: Tx, one: Forgetting, occasion: Occasion) -> Forgotten | None:
    """Numbers are given anew after a restore: the mark tells whether it is still them."""
    member = members.find(tx, one.member)
    if member is None or member.forgotten or not is_mark_of(one.mark, member.telegram_id):
        return None
    return _forget_open(tx, member, occasion, one)


def _forget_open(tx: Tx, member: Member, occasion: Occasion, done: Forgetting) -> Forgotten:
    let_go = _let_go(tx, member, occasion)
    forgotten = _forget(tx, member, occasion, done)
    return replace(forgotten, orders=tuple(order.card(tx, number) for number in let_go))


def _let_go(tx: Tx, member: Member, occasion: Occasion) -> list[int]:
    """The numbers of the orders among what was open."""
    open_ = list(loose_ends.orders(tx, member.id))
    for number, state in open_:
        orders.believe(tx, number)
        if state == OrderState.PREPARING:
            orders.claim(tx, number, None, occasion.now)
        if state == OrderState.SENT:
            order.receive(tx, number, member, occasion)
        else:
            order.cancel(tx, number, member, occasion)
    for number in loose_ends.seats(tx, member.id):
        mine = seats.live(tx, number, member.id)
        assert mine is not None, number
        event = known(tx, number)
        seat.end(tx, event, mine, SeatState.LEFT, occasion, member, event.plan.title)
    return [number for number, _ in open_]


def _forget(tx: Tx, member: Member, occasion: Occasion, done: Forgetting) -> Forgotten:
    forgotten = Forgotten(
        member.id,
        paying.forfeit(tx, member.id, occasion),
        tuple(_exhibits(tx, member)),
        tuple(_withdrawn(tx, number, member, occasion) for number in loose_ends.awaited(tx, member.id)),
        forgettings.tagged(tx, member.id),
        staff.id if (staff := groups.staff(tx)) else None,
    )
    loose_ends.tie_up(tx, member.id, occasion.now)
    honours.unname(tx, member)
    forgettings.erase(tx, member)
    roles.leave_to_owners(tx, member.id)
    forgettings.note(tx, done)
    audits.record(tx, occasion.now, member.id, "member.forget", member.id, points=-forgotten.points)
    return forgotten


def _exhibits(tx: Tx, member: Member) -> Iterable[Exhibit]:
    """What the channels show of theirs, by nobody."""
    for kind, number in loose_ends.shown(tx, member.id):
        yield replace(showcase.exhibit(tx, Exhibited(kind), number), author=NAMELESS)


def _withdrawn(tx: Tx, number: int, member: Member, occasion: Occasion) -> OwnWork:
    work = submissions.get(tx, number)
    assert work is not None, number
    submissions.stand(tx, work, SubmissionStanding.WITHDRAWN, occasion.now)
    reviews.release(tx, number)
    return own_work.seen(tx, number, member, occasion)


def _nothing_left(tx: Tx, books: Books, programme: Programme) -> None:
    for member, points in forgettings.left(tx):
        books.differ("member", member, "points of one who was forgotten", 0, points)


AUDIT = (_nothing_left,)
