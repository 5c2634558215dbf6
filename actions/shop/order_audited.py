"""Whether orders, rewards and codes agree with the ledger's holds, and with each other."""

from collections import defaultdict

from actions.ledger.audit_books import Books
from rules.ledger.ledger import Phase
from rules.programme.programme import Programme
from rules.shop.order import DELIVERED, OPEN, Order
from rules.shop.reward import Reward, RewardKind
from storage.engine.tx import Tx
from storage.shop import codes, orders, rewards

RULE = "redeem"
GIVEN_BACK = (Phase.VOID, Phase.EXPIRE)


def _shop(tx: Tx, books: Books, programme: Programme) -> None:
    """Orders against holds, pieces against orders, codes against both."""
    held: defaultdict[int, int] = defaultdict(int)
    sold: defaultdict[int, int] = defaultdict(int)
    delivered: dict[int, int] = {}
    for order in orders.everything(tx):
        _order(books, order)
        held[order.reward] += order.state in OPEN
        sold[order.reward] += order.state in DELIVERED
        if order.kind is RewardKind.CODE and order.state in DELIVERED:
            delivered[order.id] = order.reward
    for number, hold in books.holds.items():
        if hold.rule == RULE:
            books.differ("hold", number, "has an order", True, False)
    for reward in rewards.everything(tx):
        books.differ("reward", reward.id, "held", held[reward.id], reward.held)
        books.differ("reward", reward.id, "handed out", sold[reward.id], reward.sold)
        _stocked(tx, books, reward)
    for reward_id, order_id in codes.handed_out(tx):
        books.differ("order", order_id, "code of reward", delivered.pop(order_id, None), reward_id)
    for order_id in delivered:
        books.differ("order", order_id, "code", True, False)


def _stocked(tx: Tx, books: Books, reward: Reward) -> None:
    """A reward of codes has as many pieces as codes that nobody has; one of another kind has no codes at all."""
    if reward.terms.kind is RewardKind.CODE:
        books.differ("reward", reward.id, "codes", codes.free(tx, reward.id), reward.stock)
    else:
        books.differ("reward", reward.id, "codes", 0, codes.free(tx, reward.id))


def _order(books: Books, order: Order) -> None:
    hold = books.holds.pop(order.hold, None)
    if hold is None:
        books.differ("order", order.id, "hold", order.hold, None)
        return
    books.differ("order", order.id, "price", hold.amount, order.price)
    books.differ("order", order.id, "member", books.member_of.get(hold.debit), order.member)
    refunded = hold.by in books.reversals
    if order.state in OPEN:
        fits = hold.ended is None
    elif order.state in DELIVERED:
        fits = hold.ended == Phase.POST and not refunded
    else:
        fits = hold.ended in GIVEN_BACK or refunded
    books.differ("order", order.id, f"hold of one {order.state}", True, fits)


AUDIT = (_shop,)
