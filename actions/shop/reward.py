"""The shelf: what the shop offers whom, and how staff fill it."""

from collections.abc import Mapping

from msgspec import Struct

from rules.ledger.ledger import NotEnoughPoints
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.programme import Programme
from rules.refusals import Refusal
from rules.shop.reward import (
    LevelTooLow,
    MemberLimit,
    NoLongerOnSale,
    NoSuchReward,
    NotYetOnSale,
    Reward,
    RewardKind,
    Shopper,
    SoldOut,
    Terms,
    in_terms_of,
    least_level,
    obstacle,
)
from rules.values import replace
from storage import audits, members
from storage.engine.tx import Tx
from storage.ledger import ledger
from storage.shop import orders, rewards, wants

STATUS: dict[type[Refusal] | None, str] = {
    None: "open",
    NotEnoughPoints: "short",
    SoldOut: "sold_out",
    MemberLimit: "limit",
    NotYetOnSale: "soon",
    NoLongerOnSale: "over",
    LevelTooLow: "level",
}


class Offer(Struct, frozen=True):
    """A reward as one member sees it. `status`: open, paused, short, sold_out, limit, soon, over, level.

    `missing` points. `paused_until` (UTC seconds) a sanction keeps the member from redeeming.

    `wanted`: the member waits to be told that there are some again.

    `level` is the title of the lowest level that may redeem it, None when everybody may.
    """

    id: int
    title: str
    about: str
    kind: RewardKind
    price: int
    stock: int
    per_member: int
    level: str | None
    opens_at: int | None
    closes_at: int | None
    status: str
    missing: int
    free: int
    wanted: bool = False
    paused_until: int | None = None


class Tab(Struct, frozen=True):
    """A layer on the shop's page."""

    key: str
    title: str
    here: bool


class ShopPage(Struct, frozen=True):
    """One page of one layer, and how much the member has to spend and reserved."""

    free: int
    held: int
    layer: str
    title: str
    tabs: tuple[Tab, ...]
    offers: tuple[Offer, ...]
    page: int
    pages: int
    paused_until: int | None = None


class Shelved(Struct, frozen=True):
    """A reward as staff see it; `layer` and `level` are titles, and `wanted` how many wait for it."""

    id: int
    terms: Terms
    layer: str
    level: str | None
    stock: int
    held: int
    sold: int
    closed: bool
    wanted: int = 0


class Astray(Struct, frozen=True):
    """A reward in a layer or from a level that is gone: the terms it `held`, and those that take their place."""

    reward: int
    held: Terms
    terms: Terms


def page_of(tx: Tx, member: Member, layer: str, page: int, occasion: Occasion) -> ShopPage:
    """One page of the shop as the member sees it; a layer or page that is gone is answered by the nearest."""
    shop = occasion.programme.shop
    here = shop.layer(layer) if layer else shop.layers[0]
    count = rewards.on_shelf(tx, here.key, occasion.now)
    pages = max(-(-count // shop.rewards_per_page), 1)
    page = min(max(page, 0), pages - 1)
    shelf = rewards.shelf(tx, here.key, occasion.now, shop.rewards_per_page, page * shop.rewards_per_page)
    balance = ledger.balance(tx, member.id)
    return ShopPage(
        free=balance.free,
        held=balance.held,
        layer=here.key,
        title=here.title,
        tabs=tuple(Tab(one.key, one.title, one.key == here.key) for one in shop.layers),
        offers=tuple(_offer(tx, member, reward, occasion) for reward in shelf),
        page=page,
        pages=pages,
        paused_until=member.suspended(occasion.now),
    )


def offer_of(tx: Tx, member: Member, reward_id: int, occasion: Occasion) -> Offer:
    """One reward as the member sees it. Raises NoSuchReward."""
    return _offer(tx, member, get(tx, reward_id), occasion)


def get(tx: Tx, reward_id: int) -> Reward:
    """The reward with that number. Raises NoSuchReward."""
    reward = rewards.get(tx, reward_id)
    if reward is None:
        raise NoSuchReward(str(reward_id))
    return reward


def make(tx: Tx, terms: Terms, stock: int, staff: Member, occasion: Occasion) -> Shelved:
    """Put a reward on the shelf; one that hands out codes begins empty."""
    pieces = 0 if terms.kind is RewardKind.CODE else stock
    low = occasion.programme.shop.low_stock
    number = rewards.add(tx, terms, pieces, staff.id, occasion.now, low)
    audits.record(tx, occasion.now, staff.id, "reward.make", reward=number, title=terms.title, price=terms.price)
    return shelved(get(tx, number), occasion)


def edit(
    tx: Tx, reward_id: int, terms: Terms, stock: int | None, staff: Member, occasion: Occasion, *, shelve: bool = True
) -> Shelved:
    """Other terms and as many pieces to be had (None: as many as there are); its kind stays. Raises NoSuchReward.

    `shelve` puts it back onto the shelf if it was taken off.
    """
    before = get(tx, reward_id)
    rewards.change(tx, reward_id, replace(terms, kind=before.terms.kind), shelve=shelve)
    if before.terms.kind is not RewardKind.CODE and stock is not None:
        rewards.restock(tx, reward_id, stock - before.stock, occasion.programme.shop.low_stock)
    audits.record(tx, occasion.now, staff.id, "reward.edit", reward=reward_id, title=terms.title, price=terms.price)
    return shelved(get(tx, reward_id), occasion)


def close(tx: Tx, reward_id: int, staff: Member, occasion: Occasion) -> Shelved:
    """Take the reward off the shelf; open orders stay as they are. Raises NoSuchReward."""
    get(tx, reward_id)
    if rewards.close(tx, reward_id, occasion.now):
        audits.record(tx, occasion.now, staff.id, "reward.close", reward=reward_id)
    return shelved(get(tx, reward_id), occasion)


def shelved(reward: Reward, occasion: Occasion, wanted: int = 0) -> Shelved:
    """The reward as staff see it."""
    shop, levels = occasion.programme.shop, occasion.programme.levels
    least = least_level(reward.terms, shop, levels)
    return Shelved(
        id=reward.id,
        terms=reward.terms,
        layer=shop.layer(reward.terms.layer).title,
        level=least.title if least else None,
        stock=reward.stock,
        held=reward.held,
        sold=reward.sold,
        closed=reward.closed,
        wanted=wanted,
    )


def astray(tx: Tx, programme: Programme, thresholds: Mapping[str, int]) -> list[Astray]:
    """Rewards whose layer or level the configuration no longer has; `thresholds` are of the ladder they were made under."""
    shop, levels = programme.shop, programme.levels
    found = [(one, in_terms_of(one.terms, shop, levels, thresholds)) for one in list(rewards.everything(tx))]
    return [Astray(reward.id, reward.terms, terms) for reward, terms in found if terms != reward.terms]


def settle_terms(tx: Tx, programme: Programme, thresholds: Mapping[str, int]) -> tuple[int, ...]:
    """At start: rewards in the layers and levels that there are. The numbers of those that changed."""
    moved = astray(tx, programme, thresholds)
    for one in moved:
        rewards.change(tx, one.reward, one.terms, shelve=False)
    return tuple(one.reward for one in moved)


def _offer(tx: Tx, member: Member, reward: Reward, occasion: Occasion) -> Offer:
    terms, programme = reward.terms, occasion.programme
    free = ledger.balance(tx, member.id).free
    shopper = Shopper(free, members.get(tx, member.id).level, orders.taken(tx, member.id, reward.id))
    paused = member.suspended(occasion.now)
    way = obstacle(reward, shopper, occasion.now, programme.shop, programme.levels)
    least = least_level(terms, programme.shop, programme.levels)
    return Offer(
        id=reward.id,
        title=terms.title,
        about=terms.about,
        kind=terms.kind,
        price=terms.price,
        stock=reward.stock,
        per_member=terms.per_member,
        level=least.title if least else None,
        opens_at=terms.opens_at,
        closes_at=terms.closes_at,
        status="paused" if way is None and paused else STATUS[type(way) if way else None],
        missing=max(terms.price - free, 0),
        free=free,
        wanted=wants.waits(tx, reward.id, member.id),
        paused_until=paused,
    )
