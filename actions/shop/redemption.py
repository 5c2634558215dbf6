"""Redeeming: a wish becomes an order once, with its points and its piece held."""

from msgspec import Struct

from actions.ledger.paying import caused
from actions.shop.order import OrderCard, card_of, settle
from rules.ledger.ledger import Phase
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import NotStarted
from rules.shop.order import Order
from rules.shop.reward import NoSuchReward, Reward, RewardChanged, RewardKind, Shopper, obstacle
from storage import members
from storage.engine.tx import Tx
from storage.ledger import ledger
from storage.shop import codes, orders, rewards, wants


class Wish(Struct, frozen=True):
    """What the member confirms: the reward as it was shown to them, and which-th order of theirs it is to be."""

    reward: int
    nth: int
    version: int
    price: int


class Redeemed(Struct, frozen=True):
    """The order, the points left to spend, the code if it is one, and whether the order stood before."""

    order: OrderCard
    free: int
    code: str | None
    again: bool


def redeem(tx: Tx, member: Member, wish: Wish, occasion: Occasion) -> Redeemed:
    """Hold points and a piece and place the order; asked again with the same wish, the same order is answered.

    Raises RewardChanged, NotStarted, and whatever stands in the way.
    """
    intent = f"{member.id}:{wish.reward}:{wish.nth}"
    known = orders.by_intent(tx, intent)
    if known is None:
        reward = _as_shown(tx, wish)
        if not members.get(tx, member.id).reachable:
            raise NotStarted
        known = _place(tx, member, reward, intent, occasion)
        return Redeemed(card_of(tx, known), ledger.balance(tx, member.id).free, codes.of_order(tx, known.id), False)
    return Redeemed(card_of(tx, known), ledger.balance(tx, member.id).free, codes.of_order(tx, known.id), True)


def _as_shown(tx: Tx, wish: Wish) -> Reward:
    reward = rewards.get(tx, wish.reward)
    if reward is None:
        raise NoSuchReward(str(wish.reward))
    if reward.version != wish.version:
        raise RewardChanged(reward.id, reward.terms.title, wish.price, reward.terms.price)
    return reward


def _place(tx: Tx, member: Member, reward: Reward, intent: str, occasion: Occasion) -> Order:
    terms, programme = reward.terms, occasion.programme
    shopper = Shopper(
        ledger.balance(tx, member.id).free,
        members.get(tx, member.id).level,
        orders.taken(tx, member.id, reward.id),
    )
    refusal = obstacle(reward, shopper, occasion.now, programme.shop, programme.levels)
    if refusal is not None:
        raise refusal
    held = ledger.hold(tx, member.id, terms.price, caused(f"redeem:{intent}", "redeem", occasion, reason=terms.title))
    reserved = rewards.hold(tx, reward.id)
    assert reserved, reward
    expires_at = occasion.now + programme.orders.expire_hours * 3600
    wants.drop(tx, reward.id, member.id)
    number = orders.add(tx, intent, member.id, reward.id, terms.title, terms.price, held.id, occasion.now, expires_at)
    if terms.kind is RewardKind.CODE:
        _deliver_code(tx, _placed(tx, number), occasion)
    return _placed(tx, number)


def _deliver_code(tx: Tx, order: Order, occasion: Occasion) -> None:
    """A code needs nobody's hands: bound, paid and sent in the transaction that placed the order."""
    codes.bind(tx, order.reward, order.id)
    settle(tx, order, Phase.POST, occasion, None, order.title)
    rewards.hand_out(tx, order.reward)
    orders.send(tx, order.id, None, occasion.now)


def _placed(tx: Tx, number: int) -> Order:
    order = orders.get(tx, number)
    assert order is not None, number
    return order
