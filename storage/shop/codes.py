"""Codes: each belongs to a reward, and once handed out to one order for ever."""

from collections.abc import Iterator

from storage.engine.tx import Tx


def add(tx: Tx, reward: int, code: str, adder: int, now: int) -> bool:
    """Put a code into the reward's pool; False when it is known already."""
    return (
        tx.run(
            "INSERT INTO code (reward, code, added_by, added_at) VALUES (:reward, :code, :adder, :now) ON CONFLICT DO NOTHING",
            reward=reward,
            code=code,
            adder=adder,
            now=now,
        )
        > 0
    )


def bind(tx: Tx, reward: int, order: int) -> str:
    """Give the oldest free code of the reward to the order; the code."""
    code: str | None = tx.value(
        "UPDATE code SET shop_order = :order_ WHERE id = (SELECT id FROM code WHERE reward = :reward AND shop_order IS NULL"
        " ORDER BY id LIMIT 1) RETURNING code",
        reward=reward,
        order_=order,
    )
    assert code is not None, f"reward {reward} has stock but no code"
    return code


def of_order(tx: Tx, order: int) -> str | None:
    """The code that was handed out with the order."""
    code: str | None = tx.value("SELECT code FROM code WHERE shop_order = :order_", order_=order)
    return code


def free(tx: Tx, reward: int) -> int:
    """How many codes of the reward are left."""
    n: int = tx.value("SELECT count(*) FROM code WHERE reward = :reward AND shop_order IS NULL", reward=reward)
    return n


def handed_out(tx: Tx) -> Iterator[tuple[int, int]]:
    """Reward and order of every code that was handed out, for the audit."""
    for row in tx.each("SELECT reward, shop_order FROM code WHERE shop_order IS NOT NULL"):
        yield row.reward, row.shop_order
