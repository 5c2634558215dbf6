"""Orders: the redemptions of members and where each of them stands."""

from collections.abc import Iterator
from typing import Any

from rules.ends import minute_of
from rules.shop.order import Order, OrderState
from rules.shop.reward import RewardKind
from storage.declarations import STAYS, Fate, Own
from storage.engine.tx import Tx

_SELECT = (
    "SELECT o.id, o.member, o.reward, o.title, r.kind, o.price, o.state, o.hold, o.placed_at, o.expires_at, o.claimed_by,"
    " o.sent_at, o.ended_at, o.note, o.reason, o.expired FROM shop_order o JOIN reward r ON r.id = o.reward"
)


def _order(row: Any) -> Order:
    values = row._asdict()
    return Order(
        **{
            **values,
            "kind": RewardKind(row.kind),
            "state": OrderState(row.state),
            "expired": bool(row.expired),
        }
    )


def get(tx: Tx, order: int) -> Order | None:
    """The order with that number."""
    row = tx.one(f"{_SELECT} WHERE o.id = :id", id=order)
    return _order(row) if row else None


def by_intent(tx: Tx, intent: str) -> Order | None:
    """The order that came of that intent."""
    row = tx.one(f"{_SELECT} WHERE o.intent = :intent", intent=intent)
    return _order(row) if row else None


def add(
    tx: Tx, intent: str, member: int, reward: int, title: str, price: int, hold: int, now: int, expires_at: int
) -> int:
    """Place an order, which keeps what its piece costs the brand today; its number."""
    return tx.add(
        """
        INSERT INTO shop_order (intent, member, reward, title, price, cost, currency, state, hold, placed_at, expires_at)
        SELECT :intent, :member, reward.id, :title, :price, cost, currency, 'pending', :hold, :now, :expires_at
        FROM reward WHERE reward.id = :reward
        """,
        intent=intent,
        member=member,
        reward=reward,
        title=title,
        price=price,
        hold=hold,
        now=now,
        expires_at=expires_at,
    )


def claim(tx: Tx, order: int, staff: int | None, expires_at: int) -> None:
    """A staff member sees to the order now; None lets go of it."""
    _one(
        tx.run(
            """
            UPDATE shop_order SET state = CASE WHEN CAST(:staff AS BIGINT) IS NULL THEN 'pending' ELSE 'preparing' END,
            claimed_by = :staff, expires_at = :expires_at, reminded = 0, doubted = 0
            WHERE id = :id AND state = CASE WHEN CAST(:staff AS BIGINT) IS NULL THEN 'preparing' ELSE 'pending' END
            """,
            id=order,
            staff=staff,
            expires_at=expires_at,
        )
    )


def hand_over(tx: Tx, order: int, staff: int, expires_at: int) -> None:
    """Another staff member sees to the order now."""
    _one(
        tx.run(
            "UPDATE shop_order SET claimed_by = :staff, expires_at = :expires_at, reminded = 0, doubted = 0"
            " WHERE id = :id AND state = 'preparing'",
            id=order,
            staff=staff,
            expires_at=expires_at,
        )
    )


def preparing(tx: Tx) -> list[Order]:
    """Orders that somebody sees to, the most urgent first; at most 500."""
    rows = tx.all(f"{_SELECT} WHERE o.state = 'preparing' ORDER BY o.expires_at, o.id LIMIT 500")
    return [_order(row) for row in rows]


def send(tx: Tx, order: int, note: str | None, now: int) -> None:
    """What was ordered has gone out, or was handed over."""
    _one(
        tx.run(
            "UPDATE shop_order SET state = 'sent', sent_at = :now, note = :note"
            " WHERE id = :id AND state IN ('pending', 'preparing')",
            id=order,
            now=now,
            note=note,
        )
    )


def receive(tx: Tx, order: int, now: int) -> None:
    """It has arrived."""
    _one(
        tx.run(
            "UPDATE shop_order SET state = 'received', ended_at = :now WHERE id = :id AND state = 'sent'",
            id=order,
            now=now,
        )
    )


def cancel(tx: Tx, order: int, now: int) -> None:
    """The member has thought better of it."""
    _one(
        tx.run(
            "UPDATE shop_order SET state = 'cancelled', ended_at = :now WHERE id = :id AND state = 'pending'",
            id=order,
            now=now,
        )
    )


def give_back(tx: Tx, order: int, reason: str | None, now: int) -> None:
    """Returned with a reason of staff's, or without one because its time was over."""
    _one(
        tx.run(
            "UPDATE shop_order SET state = 'returned', ended_at = :now, reason = :reason,"
            " expired = CASE WHEN CAST(:reason AS TEXT) IS NULL THEN 1 ELSE 0 END"
            " WHERE id = :id AND state IN ('pending', 'preparing')",
            id=order,
            now=now,
            reason=reason,
        )
    )


def take_back(tx: Tx, order: int, reason: str, now: int) -> None:
    """It had been handed out, by mistake or in vain."""
    _one(
        tx.run(
            "UPDATE shop_order SET state = 'returned', sent_at = NULL, ended_at = :now, reason = :reason"
            " WHERE id = :id AND state IN ('sent', 'received')",
            id=order,
            now=now,
            reason=reason,
        )
    )


def of_hold(tx: Tx, hold: int) -> int | None:
    """The number of the order whose points that entry of the ledger reserved."""
    number: int | None = tx.value("SELECT id FROM shop_order WHERE hold = :hold", hold=hold)
    return number


def taken(tx: Tx, member: int, reward: int) -> int:
    """How many of that reward the member has or is about to get."""
    n: int = tx.value(
        "SELECT count(*) FROM shop_order WHERE reward = :reward AND member = :member"
        " AND state NOT IN ('cancelled', 'returned')",
        member=member,
        reward=reward,
    )
    return n


def placed(tx: Tx, member: int, reward: int) -> int:
    """How many orders for that reward the member has ever placed, whatever became of them."""
    n: int = tx.value(
        "SELECT count(*) FROM shop_order WHERE reward = :reward AND member = :member", member=member, reward=reward
    )
    return n


def of_member(tx: Tx, member: int, limit: int, before: int = 0) -> list[Order]:
    """The member's orders, newest first, behind so many others."""
    rows = tx.all(
        f"{_SELECT} WHERE o.member = :member ORDER BY o.id DESC LIMIT :limit OFFSET :before",
        member=member,
        limit=limit,
        before=before,
    )
    return [_order(row) for row in rows]


def many_of(tx: Tx, member: int) -> int:
    """How many orders the member has placed."""
    n: int = tx.value("SELECT count(*) FROM shop_order WHERE member = :member", member=member)
    return n


def waiting(tx: Tx, limit: int, before: int = 0) -> list[Order]:
    """Open orders, the most urgent first, behind so many others."""
    rows = tx.all(
        f"{_SELECT} WHERE o.state IN ('pending', 'preparing') ORDER BY o.expires_at, o.id LIMIT :limit OFFSET :before",
        limit=limit,
        before=before,
    )
    return [_order(row) for row in rows]


def many_waiting(tx: Tx) -> int:
    """How many orders are open."""
    n: int = tx.value("SELECT count(*) FROM shop_order WHERE state IN ('pending', 'preparing')")
    return n


def overdue(tx: Tx, now: int, limit: int) -> list[Order]:
    """Open orders whose time is over at `now` (UTC seconds), with the end of the minute that was shown; none in doubt."""
    rows = tx.all(
        f"{_SELECT} WHERE o.state IN ('pending', 'preparing') AND o.expires_at < :minute AND o.doubted = 0"
        " ORDER BY o.expires_at LIMIT :limit",
        minute=minute_of(now),
        limit=limit,
    )
    return [_order(row) for row in rows]


def doubt(tx: Tx) -> list[int]:
    """Open orders may have been handed out by another hand since: none ends by itself before one of the staff has it in hand."""
    rows = tx.all("SELECT id FROM shop_order WHERE state IN ('pending', 'preparing') ORDER BY id")
    tx.run("UPDATE shop_order SET doubted = 1 WHERE state IN ('pending', 'preparing')")
    return [row.id for row in rows]


def doubted(tx: Tx, order: int) -> bool:
    """Whether nobody of the staff has looked at it since it is in doubt."""
    return bool(tx.value("SELECT doubted FROM shop_order WHERE id = :id", id=order))


def believe(tx: Tx, order: int) -> None:
    """It is in doubt no more."""
    tx.run("UPDATE shop_order SET doubted = 0 WHERE id = :id", id=order)


def remind(tx: Tx, before: int, limit: int) -> list[Order]:
    """Open orders whose time is over before `before` (UTC seconds) and of which staff have not been reminded; now they are."""
    rows = tx.all(
        f"{_SELECT} WHERE o.state IN ('pending', 'preparing') AND o.expires_at <= :before AND o.reminded = 0"
        " ORDER BY o.expires_at LIMIT :limit",
        before=before,
        limit=limit,
    )
    for row in rows:
        tx.run("UPDATE shop_order SET reminded = 1 WHERE id = :id", id=row.id)
    return [_order(row) for row in rows]


def long_sent(tx: Tx, before: int, limit: int) -> list[Order]:
    """Orders sent before `before` (UTC seconds) that nobody has confirmed."""
    rows = tx.all(
        f"{_SELECT} WHERE o.state = 'sent' AND o.sent_at <= :before ORDER BY o.sent_at LIMIT :limit",
        before=before,
        limit=limit,
    )
    return [_order(row) for row in rows]


def everything(tx: Tx) -> Iterator[Order]:
    """Every order, oldest first; for export and audit."""
    for row in tx.each(f"{_SELECT} ORDER BY o.id"):
        yield _order(row)


def _one(changed: int) -> None:
    assert changed == 1, "the order was in another state"


OWN = (
    Own("shop_order", but=("intent", "doubted"), fate=Fate(dashed=("reason",), unset=("note",))),
    Own("shop_order", "claimed_by", but=("intent", "doubted"), fate=STAYS),
)
