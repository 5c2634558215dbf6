"""Orders leave the hands of one who is away, or who may not see to them any more."""

import pytest

from actions.operations import roles
from actions.shop import address, order, takeover
from rules.people import Role
from rules.refusals import InYourHands, NotForYourself, NotStarted, NotYoursToTakeOver
from rules.shop.address import Address
from rules.shop.order import ClaimedByOther, OrderMoved, OrderState
from sandbox.world.people import Person
from storage import members
from tests.actions.shop.test_order import redeem
from tests.databases import rows
from tests.shopping import act, pay, put_up
from tests.stage import Stage


def entrusted(stage: Stage, person: Person) -> None:
    """They are an operator from now on."""
    member = stage.member(person).id
    stage.do(lambda tx: members.give_role(tx, member, Role.OPERATOR, None, 0))


def claimed(stage: Stage, by: Person) -> int:
    """An order of Lin's that this person sees to; its number."""
    placed = redeem(stage, pay(stage, stage.lin, 100), put_up(stage)).order
    act(stage, order.claim, placed.id, stage.member(by))
    return placed.id


def test_an_order_is_taken_over_with_its_address_and_its_time_begins_anew(stage: Stage) -> None:
    number = claimed(stage, stage.mo)
    act(stage, address.write, number, stage.member(stage.lin), "林晓 13800001111 上海")
    stage.clock.advance(3600)
    owner = stage.member(stage.owner)
    done = act(stage, takeover.take_over, number, owner)
    assert (done.order.claimed_by, done.address) == (owner.id, Address("林晓 13800001111 上海", confirmed=False))
    assert done.order.expires_at == stage.occasion().now + 72 * 3600
    with pytest.raises(ClaimedByOther):
        act(stage, order.fulfil, number, stage.member(stage.mo), None)
    assert act(stage, order.fulfil, number, owner, None).state is OrderState.SENT
    acts = rows(stage.connection, "SELECT actor, subject FROM audit WHERE act = 'order.take_over'")
    assert [tuple(row) for row in acts] == [(owner.id, stage.member(stage.mo).id)]


def test_what_can_not_be_taken_over_stays_where_it_is(stage: Stage) -> None:
    number = claimed(stage, stage.mo)
    with pytest.raises(InYourHands):
        act(stage, takeover.take_over, number, stage.member(stage.mo))
    with pytest.raises(NotYoursToTakeOver):
        act(stage, takeover.take_over, number, stage.member(stage.rui))
    entrusted(stage, stage.lin)
    with pytest.raises(NotForYourself):
        act(stage, takeover.take_over, number, stage.member(stage.lin))
    entrusted(stage, stage.xin)
    with pytest.raises(NotStarted):
        act(stage, takeover.take_over, number, stage.member(stage.xin))
    act(stage, order.let_go, number, stage.member(stage.mo))
    with pytest.raises(OrderMoved):
        act(stage, takeover.take_over, number, stage.member(stage.owner))


def test_the_orders_of_one_who_was_dismissed_wait_for_somebody_else(stage: Stage) -> None:
    number = claimed(stage, stage.mo)
    assert stage.do(takeover.freed) == []
    owner, mo = stage.member(stage.owner), stage.member(stage.mo)
    stage.do(lambda tx: members.give_role(tx, mo.id, Role.REVIEWER, owner.id, 0))
    act(stage, roles.dismiss, owner, frozenset({Role.OWNER}), mo, Role.MODERATOR)
    [freed] = stage.do(takeover.freed)
    assert (freed.id, freed.state, freed.claimed_by) == (number, OrderState.PENDING, None)
    assert stage.do(takeover.freed) == []
