"""Rewards: what can be redeemed, on which terms, and what stands in the way."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.ends import over_at
from rules.ledger.ledger import NotEnoughPoints
from rules.money import Money
from rules.programme import privileges
from rules.programme.levels import EVERYBODY, Level, Levels, succeeding
from rules.programme.shop import Shop
from rules.refusals import Refusal
from rules.values import replace


class RewardKind(StrEnum):
    """`goods` are sent to an address, `code` comes at once from a pool, `privilege` is arranged by staff."""

    GOODS = "goods"
    CODE = "code"
    PRIVILEGE = "privilege"


class Terms(Struct, frozen=True):
    """What staff decide about a reward. `per_member` 0 means no limit; moments are UTC seconds, None means open.

    `level` is the key of the lowest level that may redeem it, beside that of its layer; `picture` a file id; `cost`
    what a piece costs the brand, which only staff see. Staff hear once no more than `low_stock` pieces are left: 0 never,
    None as for the whole shop.
    """

    title: str
    layer: str
    kind: RewardKind
    price: int
    about: str = ""
    per_member: int = 1
    level: str = EVERYBODY
    opens_at: int | None = None
    closes_at: int | None = None
    picture: str | None = None
    cost: Money | None = None
    low_stock: int | None = None


class Reward(Struct, frozen=True):
    """A reward as it stands: pieces to be had, in open orders, handed out. `version` grows with every change."""

    id: int
    terms: Terms
    stock: int
    held: int
    sold: int
    version: int
    closed: bool


class Shopper(Struct, frozen=True):
    """Who looks at a reward: points to spend, level, and how many of it they have or are about to get."""

    free: int
    level: str
    taken: int


@dataclass(eq=False)
class NoSuchReward(Refusal):
    """There is no reward of that number."""

    number: str


@dataclass(eq=False)
class RewardNumberNeeded(Refusal):
    """Which reward is meant was not written; `command` takes its number."""

    command: str


@dataclass(eq=False)
class NotYetOnSale(Refusal):
    """The sale begins at `opens_at` (UTC seconds)."""

    title: str
    opens_at: int


@dataclass(eq=False)
class NoLongerOnSale(Refusal):
    """The sale has ended, or staff have taken the reward off the shelf."""

    title: str


@dataclass(eq=False)
class SoldOut(Refusal):
    """Every piece has been redeemed or is reserved."""

    title: str


@dataclass(eq=False)
class LevelTooLow(Refusal):
    """The reward is for members from the level called `level` on."""

    title: str
    level: str


@dataclass(eq=False)
class MemberLimit(Refusal):
    """Nobody may have more than `limit` pieces."""

    title: str
    limit: int


@dataclass(eq=False)
class RewardChanged(Refusal):
    """Staff changed the reward between showing and confirming; the prices tell whether it was that."""

    reward: int
    title: str
    price_before: int
    price: int


def least_level(terms: Terms, shop: Shop, levels: Levels) -> Level | None:
    """The lowest level that may redeem it: the reward's or its layer's, whichever is higher; None when everybody may."""
    opened_by = levels.opening(privileges.layer(shop.layer(terms.layer).key))
    least = levels.highest(terms.level, opened_by.key if opened_by else EVERYBODY)
    return least if levels.place(least.key) else None


def in_terms_of(terms: Terms, shop: Shop, levels: Levels, thresholds: Mapping[str, int]) -> Terms:
    """The terms in the layers and levels that there are; `thresholds` are those of the ladder they were made under."""
    layer, level = shop.layer(terms.layer).key, succeeding(levels, terms.level, thresholds)
    return replace(terms, layer=layer, level=level)


def obstacle(reward: Reward, shopper: Shopper, now: int, shop: Shop, levels: Levels) -> Refusal | None:
    """What keeps the shopper from redeeming the reward now, the first thing that does; None when they may."""
    terms = reward.terms
    least = least_level(terms, shop, levels)
    if reward.closed or (terms.closes_at is not None and over_at(terms.closes_at) <= now):
        return NoLongerOnSale(terms.title)
    if terms.opens_at is not None and now < terms.opens_at:
        return NotYetOnSale(terms.title, terms.opens_at)
    if least and levels.higher(least.key, shopper.level):
        return LevelTooLow(terms.title, least.title)
    if terms.per_member and shopper.taken >= terms.per_member:
        return MemberLimit(terms.title, terms.per_member)
    if reward.stock < 1:
        return SoldOut(terms.title)
    if shopper.free < terms.price:
        return NotEnoughPoints(terms.price, shopper.free, terms.price - shopper.free)
    return None
