"""Delivery addresses: kept apart from everything else, and no longer than needed."""

from rules.shop.address import Address
from storage.declarations import GOES, Own
from storage.engine.tx import Tx


def put(tx: Tx, order: int, address: Address, now: int) -> None:
    """Where to send the order, or where to send it instead."""
    tx.run(
        "INSERT INTO delivery_address (shop_order, text, confirmed, changed, at)"
        " VALUES (:order_, :text, :confirmed, :changed, :now)"
        " ON CONFLICT (shop_order) DO UPDATE"
        " SET text = excluded.text, confirmed = excluded.confirmed, changed = excluded.changed, at = excluded.at",
        order_=order,
        text=address.text,
        confirmed=int(address.confirmed),
        changed=int(address.changed),
        now=now,
    )


def get(tx: Tx, order: int) -> Address | None:
    """Where to send the order."""
    row = tx.one("SELECT text, confirmed, changed FROM delivery_address WHERE shop_order = :order_", order_=order)
    return Address(row.text, bool(row.confirmed), bool(row.changed)) if row else None


def erase(tx: Tx, order: int) -> None:
    """Forget where it went; `secure_delete` overwrites it in the file."""
    tx.run("DELETE FROM delivery_address WHERE shop_order = :order_", order_=order)


OWN = (
    Own("delivery_address", "", whose="shop_order IN (SELECT id FROM shop_order WHERE member = :member)", fate=GOES),
)
