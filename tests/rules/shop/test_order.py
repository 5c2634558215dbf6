"""Where an order may go from where it is."""

from itertools import product

import pytest

from rules.shop.order import DELIVERED, MOVES, OPEN, Order, OrderMoved, OrderState, require_move
from rules.shop.reward import RewardKind
from rules.values import replace

S = OrderState
PLACED = Order(3, 1, 2, "限量钥匙扣", RewardKind.GOODS, 80, S.PENDING, 9, 0, 100)
ALLOWED = {
    (S.PENDING, S.PREPARING),  # somebody sees to it
    (S.PREPARING, S.PENDING),  # and lets go of it
    (S.PREPARING, S.SENT),
    (S.SENT, S.RECEIVED),
    (S.PENDING, S.CANCELLED),  # by the member, while nobody sees to it
    (S.PENDING, S.RETURNED),
    (S.PREPARING, S.RETURNED),
    (S.SENT, S.RETURNED),
    (S.RECEIVED, S.RETURNED),
}


@pytest.mark.parametrize(("state", "to"), list(product(OrderState, OrderState)))
def test_an_order_goes_where_it_may_and_nowhere_else(state: OrderState, to: OrderState) -> None:
    order = replace(PLACED, state=state)
    if (state, to) in ALLOWED:
        require_move(order, to)
        return
    with pytest.raises(OrderMoved) as told:
        require_move(order, to)
    assert (told.value.order, told.value.state) == (3, state)


def test_every_order_ends_and_what_is_cancelled_or_returned_stays_so() -> None:
    assert {state for state, further in MOVES.items() if not further} == {S.CANCELLED, S.RETURNED}
    reached = {S.PENDING}
    for _ in OrderState:
        reached |= {to for state in reached for to in MOVES[state]}
    assert reached == set(OrderState)


def test_points_are_held_while_it_is_open_and_spent_once_it_is_delivered() -> None:
    assert {S.PENDING, S.PREPARING} == OPEN
    assert {S.SENT, S.RECEIVED} == DELIVERED
    assert S.CANCELLED in set().union(*(MOVES[state] for state in OPEN))
    assert S.CANCELLED not in set().union(*(MOVES[state] for state in DELIVERED))
