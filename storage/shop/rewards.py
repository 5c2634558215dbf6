"""Rewards and their pieces: to be had, in open orders, handed out."""

from collections.abc import Iterator
from typing import Any

from rules.ends import minute_of
from rules.money import Money
from rules.shop.reward import Reward, RewardKind, Terms
from rules.values import parts
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = (
    "id, title, about, layer, kind, price, per_member, level, opens_at, closes_at, picture, cost, currency,"
    " low_stock, stock, held, sold, version, closed_at"
)


def _reward(row: Any) -> Reward:
    terms = Terms(
        title=row.title,
        layer=row.layer,
        kind=RewardKind(row.kind),
        price=row.price,
        about=row.about,
        per_member=row.per_member,
        level=row.level,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        picture=row.picture,
        cost=None if row.cost is None else Money(row.cost, row.currency),
        low_stock=row.low_stock,
    )
    return Reward(row.id, terms, row.stock, row.held, row.sold, row.version, row.closed_at is not None)


def _columns(terms: Terms) -> dict[str, Any]:
    cost = terms.cost
    return {**parts(terms), "cost": cost.minor if cost else None, "currency": cost.currency if cost else None}


def get(tx: Tx, reward: int) -> Reward | None:
    """The reward with that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM reward WHERE id = :id", id=reward)
    return _reward(row) if row else None


def add(tx: Tx, terms: Terms, stock: int, maker: int, now: int, low: int) -> int:
    """Put a reward on the shelf; its number. One that begins with few pieces (`low` for the whole shop) is known to."""
    few = low if terms.low_stock is None else terms.low_stock
    return tx.add(
        """
        INSERT INTO reward (title, about, layer, kind, price, per_member, level, opens_at, closes_at, picture, cost,
        currency, low_stock, low_told, pieces, stock, made_by, made_at)
        VALUES (:title, :about, :layer, :kind, :price, :per_member, :level, :opens_at, :closes_at, :picture, :cost,
        :currency, :low_stock, :known, :stock, :stock,
        :maker, :now)
        """,
        stock=stock,
        maker=maker,
        now=now,
        known=int(stock <= few),
        **_columns(terms),
    )


def change(tx: Tx, reward: int, terms: Terms, *, shelve: bool) -> None:
    """Other terms, with `shelve` back onto the shelf; whoever was shown the former ones is told before confirming."""
    tx.run(
        """
        UPDATE reward SET title = :title, about = :about, layer = :layer, kind = :kind, price = :price,
        per_member = :per_member, level = :level, opens_at = :opens_at, closes_at = :closes_at, picture = :picture,
        cost = :cost, currency = :currency, low_stock = :low_stock, closed_at = CASE WHEN :shelve = 1 THEN NULL ELSE closed_at END,
        version = version + 1 WHERE id = :id
        """,
        id=reward,
        shelve=int(shelve),
        **_columns(terms),
    )


def close(tx: Tx, reward: int, now: int) -> bool:
    """Take the reward off the shelf; False when it was before."""
    return tx.run("UPDATE reward SET closed_at = :now WHERE id = :id AND closed_at IS NULL", id=reward, now=now) > 0


def with_codes(tx: Tx) -> list[Reward]:
    """Rewards on the shelf of which a code is still to be had."""
    rows = tx.all(f"SELECT {_COLUMNS} FROM reward WHERE kind = 'code' AND closed_at IS NULL AND stock > 0 ORDER BY id")
    return [_reward(row) for row in rows]


def restock(tx: Tx, reward: int, more: int, low: int) -> None:
    """So many pieces more (fewer when negative) can be had; when that is enough again (`low` for the whole shop), staff
    will hear anew that few are left.
    """
    tx.run(
        """
        UPDATE reward SET stock = stock + :more, pieces = pieces + :more,
        low_told = CASE WHEN :more > 0 AND stock + :more > coalesce(low_stock, :low) THEN 0 ELSE low_told END
        WHERE id = :id
        """,
        id=reward,
        more=more,
        low=low,
    )


def low(tx: Tx, low: int, now: int, limit: int) -> list[Reward]:
    """Rewards on sale of which few are left (`low` for the whole shop), and staff have not heard of it."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM reward WHERE low_told = 0 AND closed_at IS NULL AND (closes_at IS NULL OR closes_at >= :minute)"
        " AND stock <= coalesce(low_stock, :low) AND coalesce(low_stock, :low) > 0 ORDER BY id LIMIT :limit",
        low=low,
        minute=minute_of(now),
        limit=limit,
    )
    return [_reward(row) for row in rows]


def low_told(tx: Tx, reward: int) -> None:
    """Staff have heard that few are left."""
    tx.run("UPDATE reward SET low_told = 1 WHERE id = :id", id=reward)


def hold(tx: Tx, reward: int) -> bool:
    """Reserve a piece for an order; False when there is none left."""
    return tx.run("UPDATE reward SET stock = stock - 1, held = held + 1 WHERE id = :id AND stock > 0", id=reward) > 0


def hand_out(tx: Tx, reward: int) -> None:
    """A reserved piece was handed out."""
    changed = tx.run("UPDATE reward SET held = held - 1, sold = sold + 1 WHERE id = :id", id=reward)
    assert changed == 1, reward


def give_back(tx: Tx, reward: int) -> None:
    """A reserved piece can be had again."""
    changed = tx.run("UPDATE reward SET held = held - 1, stock = stock + 1 WHERE id = :id", id=reward)
    assert changed == 1, reward


def take_back(tx: Tx, reward: int) -> None:
    """A piece that was handed out can be had again."""
    changed = tx.run("UPDATE reward SET sold = sold - 1, stock = stock + 1 WHERE id = :id", id=reward)
    assert changed == 1, reward


def shelf(tx: Tx, layer: str, now: int, limit: int, offset: int) -> list[Reward]:
    """Rewards of a layer that are or will be on sale, the cheapest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM reward WHERE layer = :layer AND closed_at IS NULL"
        " AND (closes_at IS NULL OR closes_at >= :minute) ORDER BY price, id LIMIT :limit OFFSET :offset",
        layer=layer,
        minute=minute_of(now),
        limit=limit,
        offset=offset,
    )
    return [_reward(row) for row in rows]


def on_shelf(tx: Tx, layer: str, now: int) -> int:
    """How many rewards stand in the layer."""
    n: int = tx.value(
        "SELECT count(*) FROM reward WHERE layer = :layer AND closed_at IS NULL AND (closes_at IS NULL OR closes_at >= :minute)",
        layer=layer,
        minute=minute_of(now),
    )
    return n


def listed(tx: Tx, limit: int, before: int = 0) -> list[Reward]:
    """Every reward, those on the shelf first, behind so many others, for staff."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM reward ORDER BY closed_at IS NOT NULL, id DESC LIMIT :limit OFFSET :before",
        limit=limit,
        before=before,
    )
    return [_reward(row) for row in rows]


def many(tx: Tx) -> int:
    """How many rewards there are, on the shelf or not."""
    n: int = tx.value("SELECT count(*) FROM reward")
    return n


def everything(tx: Tx) -> Iterator[Reward]:
    """Every reward, for the audit."""
    for row in tx.each(f"SELECT {_COLUMNS} FROM reward ORDER BY id"):
        yield _reward(row)


OWN = (Own("reward", "made_by", fate=STAYS),)
