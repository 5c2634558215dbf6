"""Orders: the states of a redemption, and who may move it where."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.people import MODERATING
from rules.refusals import Refusal
from rules.shop.reward import RewardKind


class OrderState(StrEnum):
    """待处理, 待发放, 已发放, 已签收, 已取消, 已退回."""

    PENDING = "pending"
    PREPARING = "preparing"
    SENT = "sent"
    RECEIVED = "received"
    CANCELLED = "cancelled"
    RETURNED = "returned"


OPEN = frozenset({OrderState.PENDING, OrderState.PREPARING})
DELIVERED = frozenset({OrderState.SENT, OrderState.RECEIVED})

# From each state to which others. Points and pieces are held in the first two, paid in the next two, given back in the last.
MOVES: dict[OrderState, frozenset[OrderState]] = {
    OrderState.PENDING: frozenset({OrderState.PREPARING, OrderState.CANCELLED, OrderState.RETURNED}),
    OrderState.PREPARING: frozenset({OrderState.PENDING, OrderState.SENT, OrderState.RETURNED}),
    OrderState.SENT: frozenset({OrderState.RECEIVED, OrderState.RETURNED}),
    OrderState.RECEIVED: frozenset({OrderState.RETURNED}),
    OrderState.CANCELLED: frozenset(),
    OrderState.RETURNED: frozenset(),
}
MAY_FULFIL = MODERATING
NOTE_LIMIT = 200


class Order(Struct, frozen=True):
    """One redemption. `hold` is the ledger entry that reserved the points; `price` what it cost when it was placed.

    `claimed_by` is the staff member who sees to it; `note` what they wrote when sending, `reason` when returning.
    """

    id: int
    member: int
    reward: int
    title: str
    kind: RewardKind
    price: int
    state: OrderState
    hold: int
    placed_at: int
    expires_at: int
    claimed_by: int | None = None
    sent_at: int | None = None
    ended_at: int | None = None
    note: str | None = None
    reason: str | None = None
    expired: bool = False


@dataclass(eq=False)
class OrderDoubted(Refusal):
    """After a restore the order may be on its way already: staff look first."""


@dataclass(eq=False)
class OrderMoved(Refusal):
    """The order is in another state by now than the button was made for."""

    over = True

    order: int
    state: OrderState


@dataclass(eq=False)
class CodeStays(Refusal):
    """A code that has been sent can't be taken back."""

    order: int


@dataclass(eq=False)
class ClaimedByOther(Refusal):
    """Another staff member is seeing to the order."""

    over = True

    order: int
    name: str


@dataclass(eq=False)
class ClaimFirst(Refusal):
    """Nobody sees to the order yet: whoever sends it says so first."""

    order: int


@dataclass(eq=False)
class MovesWithOrder(Refusal):
    """The entry belongs to an order: points, piece and state move together, at the desk."""

    entry: int
    order: int


def require_move(order: Order, to: OrderState) -> None:
    """Raise OrderMoved unless the order may go to that state from where it is."""
    if to not in MOVES[order.state]:
        raise OrderMoved(order.id, order.state)
