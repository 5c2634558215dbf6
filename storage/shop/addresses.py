"""Delivery addresses: kept apart from everything else, and no longer than needed."""

from storage.engine.tx import Tx


def put(tx: Tx, order: int, text: str, now: int) -> None:
    """Where to send the order, or where to send it instead."""
    tx.run(
        "INSERT INTO delivery_address (shop_order, text, at) VALUES (:order_, :text, :now)"
        " ON CONFLICT (shop_order) DO UPDATE SET text = excluded.text, at = excluded.at",
        order_=order,
        text=text,
        now=now,
    )


def get(tx: Tx, order: int) -> str | None:
    """Where to send the order."""
    text: str | None = tx.value("SELECT text FROM delivery_address WHERE shop_order = :order_", order_=order)
    return text


def erase(tx: Tx, order: int) -> None:
    """Forget where it went; `secure_delete` overwrites it in the file."""
    tx.run("DELETE FROM delivery_address WHERE shop_order = :order_", order_=order)
