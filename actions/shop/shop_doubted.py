"""The shop after a restore: what another hand may have sold or handed out since waits until staff have looked."""

from msgspec import Struct

from storage.engine.tx import Tx
from storage.shop import orders, rewards


class TakenDown(Struct, frozen=True):
    """A reward that is off the shelf for now: the codes of which some may have been sent since."""

    id: int
    title: str


class ShopDoubted(Struct, frozen=True):
    """What staff look at: rewards `taken_down`, and open `orders` by number."""

    taken_down: tuple[TakenDown, ...]
    orders: tuple[int, ...]


def doubt(tx: Tx, now: int) -> ShopDoubted:
    """Codes that were sent since would be sold once more, and points of what was handed out given back."""
    codes = rewards.with_codes(tx)
    for one in codes:
        rewards.close(tx, one.id, now)
    return ShopDoubted(tuple(TakenDown(one.id, one.terms.title) for one in codes), tuple(orders.doubt(tx)))
