"""Wanting what is sold out: told once when there are some again, first come, first told; staff hear when few are left."""

from msgspec import Struct

from actions.presence import is_here
from actions.shop.reward import Offer, offer_of
from rules.occasion import Occasion
from rules.people import Member
from storage import members
from storage.engine.tx import Tx
from storage.shop import rewards, wants

AT_ONCE = 20
HEAD_START_S = 86_400
FOR_THEM = ("open", "short")


class BackInStock(Struct, frozen=True):
    """The reward that `member` has waited for, as they see it."""

    member: int
    offer: Offer


class FewLeft(Struct, frozen=True):
    """A reward of which `stock` pieces are left; `wanted` is how many wait for it, `codes` whether it hands out codes."""

    id: int
    title: str
    stock: int
    wanted: int
    codes: bool


def want(tx: Tx, reward: int, member: Member, occasion: Occasion) -> Offer:
    """Wait for a reward that is sold out. Raises NoSuchReward."""
    if offer_of(tx, member, reward, occasion).status == "sold_out":
        wants.add(tx, reward, member.id, occasion.now)
    return offer_of(tx, member, reward, occasion)


def leave(tx: Tx, reward: int, member: Member, occasion: Occasion) -> Offer:
    """Wait no longer. Raises NoSuchReward."""
    wants.drop(tx, reward, member.id)
    return offer_of(tx, member, reward, occasion)


def back_in_stock(tx: Tx, occasion: Occasion) -> list[BackInStock]:
    """Whom to tell now, who waited longest first: as many as there are pieces that nobody has had a day's time for."""
    return [told for reward in wants.awaited(tx, AT_ONCE) for told in _told(tx, reward, occasion)]


def few_left(tx: Tx, occasion: Occasion) -> list[FewLeft]:
    """The rewards of which few are left since staff last heard; they count as told."""
    found = rewards.low(tx, occasion.programme.shop.low_stock, occasion.now, AT_ONCE)
    for reward in found:
        rewards.low_told(tx, reward.id)
    return [
        FewLeft(one.id, one.terms.title, one.stock, wants.count(tx, one.id), one.terms.kind == "code") for one in found
    ]


def _told(tx: Tx, reward: int, occasion: Occasion) -> list[BackInStock]:
    """Those who can't redeem it now keep their place and hold up nobody."""
    found = rewards.get(tx, reward)
    assert found is not None, reward
    free = found.stock - wants.told_since(tx, reward, occasion.now - HEAD_START_S)
    told: list[BackInStock] = []
    for number in wants.next_of(tx, reward, 200):
        if len(told) >= min(free, AT_ONCE):
            break
        member = members.get(tx, number)
        offer = offer_of(tx, member, reward, occasion)
        if is_here(member, occasion) and offer.status in FOR_THEM:
            wants.told(tx, reward, number, occasion.now)
            told.append(BackInStock(number, offer))
    return told
