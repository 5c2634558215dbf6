"""Codes: each belongs to a reward, and once handed out to one order for ever.

They come in batches, which are shown first and count only when they are taken in.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from rules.shop.order import OrderState
from storage.declarations import DAY_S, STAYS, Own, Purge
from storage.engine.tx import Tx

_FREE = (
    "FROM code JOIN code_batch ON code_batch.id = code.batch"
    " WHERE code.reward = :reward AND shop_order IS NULL AND state = 'taken_in'"
)


class Unused(Struct, frozen=True):
    """A code that can still be handed out or withdrawn."""

    id: int
    code: str


class Given(Struct, frozen=True):
    """A code that went out with an order of `title`, placed `at` (UTC seconds)."""

    order: int
    title: str
    at: int
    state: OrderState
    code: str


def begin(tx: Tx, reward: int, giver: int, now: int) -> int:
    """A new batch, not taken in yet; its number. What was shown before for the same reward is dropped."""
    for row in tx.all("SELECT id FROM code_batch WHERE reward = :reward AND state = 'shown'", reward=reward):
        drop(tx, row.id)
    return tx.add(
        "INSERT INTO code_batch (reward, given_by, given_at, state) VALUES (:reward, :giver, :now, 'shown')",
        reward=reward,
        giver=giver,
        now=now,
    )


def put(tx: Tx, reward: int, batch: int, codes: Iterable[str]) -> int:
    """Put codes into the batch, but for those that the reward has already; how many."""
    query = "INSERT INTO code (reward, code, batch) VALUES (:reward, :code, :batch) ON CONFLICT DO NOTHING"
    return sum(tx.run(query, reward=reward, code=code, batch=batch) for code in codes)


def leave_elsewhere(tx: Tx, batch: int) -> int:
    """Take out of the batch what another reward has, or had and gave to somebody; how many."""
    return tx.run(
        "DELETE FROM code WHERE batch = :batch AND EXISTS ("
        "SELECT 1 FROM code AS other JOIN code_batch ON code_batch.id = other.batch"
        " WHERE other.code = code.code AND other.reward <> code.reward AND code_batch.state = 'taken_in')",
        batch=batch,
    )


def take_in(tx: Tx, batch: int) -> int | None:
    """The batch counts from now on; how many codes, None when it does not wait to be taken in.

    What another reward has taken in meanwhile is left to it.
    """
    if not tx.run("UPDATE code_batch SET state = 'taken_in' WHERE id = :batch AND state = 'shown'", batch=batch):
        return None
    leave_elsewhere(tx, batch)
    n: int = tx.value("SELECT count(*) FROM code WHERE batch = :batch", batch=batch)
    return n


def drop(tx: Tx, batch: int) -> bool:
    """The batch is not taken in, its codes are forgotten; False when it does not wait."""
    if not tx.run("UPDATE code_batch SET state = 'dropped' WHERE id = :batch AND state = 'shown'", batch=batch):
        return False
    tx.run("DELETE FROM code WHERE batch = :batch", batch=batch)
    return True


def bind(tx: Tx, reward: int, order: int) -> str:
    """Give the oldest free code of the reward to the order; the code."""
    code: str | None = tx.value(
        f"UPDATE code SET shop_order = :order_ WHERE id = (SELECT code.id {_FREE} ORDER BY code.id LIMIT 1) RETURNING code",
        reward=reward,
        order_=order,
    )
    assert code is not None, f"reward {reward} has stock but no code"
    return code


def of_order(tx: Tx, order: int) -> str | None:
    """The code that was handed out with the order."""
    code: str | None = tx.value("SELECT code FROM code WHERE shop_order = :order_", order_=order)
    return code


def given(tx: Tx, member: int, limit: int) -> list[Given]:
    """The codes that went to the member, the latest first."""
    rows = tx.all(
        "SELECT o.id, o.title, o.placed_at, o.state, code.code FROM shop_order o JOIN code ON code.shop_order = o.id"
        " WHERE o.member = :member ORDER BY o.id DESC LIMIT :limit",
        member=member,
        limit=limit,
    )
    return [Given(row.id, row.title, row.placed_at, OrderState(row.state), row.code) for row in rows]


def given_count(tx: Tx, member: int) -> int:
    """How many codes went to the member."""
    n: int = tx.value(
        "SELECT count(*) FROM shop_order o JOIN code ON code.shop_order = o.id WHERE o.member = :member", member=member
    )
    return n


def free(tx: Tx, reward: int) -> int:
    """How many codes of the reward are left."""
    n: int = tx.value(f"SELECT count(*) {_FREE}", reward=reward)
    return n


def unused(tx: Tx, reward: int, limit: int, offset: int) -> list[Unused]:
    """Codes of the reward that nobody has, in the order in which they will be handed out."""
    query = f"SELECT code.id, code.code {_FREE} ORDER BY code.id LIMIT :limit OFFSET :offset"
    return [Unused(*row) for row in tx.all(query, reward=reward, limit=limit, offset=offset)]


def withdraw(tx: Tx, reward: int, code: int | None = None, batch: int | None = None) -> int:
    """Forget that code, or those of that batch, or all of the reward, as far as nobody has them; how many."""
    return tx.run(
        f"DELETE FROM code WHERE id IN (SELECT code.id {_FREE}"
        " AND (CAST(:code AS BIGINT) IS NULL OR code.id = :code) AND (CAST(:batch AS BIGINT) IS NULL OR batch = :batch))",
        reward=reward,
        code=code,
        batch=batch,
    )


def handed_out(tx: Tx) -> Iterator[tuple[int, int]]:
    """Reward and order of every code that was handed out, for the audit."""
    for row in tx.each("SELECT reward, shop_order FROM code WHERE shop_order IS NOT NULL"):
        yield row.reward, row.shop_order


def _forget_shown(tx: Tx, before: int) -> None:
    rows = tx.all("SELECT id FROM code_batch WHERE state = 'shown' AND given_at < :before", before=before)
    for row in rows:
        drop(tx, row.id)


PURGE = (Purge(_forget_shown, DAY_S),)

OWN = (
    Own("code", "", whose="shop_order IN (SELECT id FROM shop_order WHERE member = :member)", fate=STAYS),
    Own("code_batch", "given_by", fate=STAYS),
)
