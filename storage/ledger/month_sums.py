"""What the ledger moved in a span of time, by when it was written down, which is the order of its rows."""

from collections import Counter
from typing import Any

from msgspec import Struct

from rules.ledger.ledger import House
from storage.engine.tx import Tx
from storage.ledger.ledger import HOUSE

_PAID = "(debit = :issue AND phase = 'single')"
_SPENT = "(credit = :shop AND phase = 'post')"
_HOUSE = {"issue": HOUSE[House.ISSUE], "shop": HOUSE[House.SHOP]}
_LAST_HOUSE = max(HOUSE.values())


class Moved(Struct, frozen=True):
    """Points that were paid, by rule, and points that were spent; what was taken back since is in neither."""

    paid: dict[str, int]
    spent: int


def first_written(tx: Tx, moment: int) -> int:
    """The number of the first row written at `moment` (UTC seconds) or later; one more than the last if there is none.

    Rows have numbers without a gap and stand in the order of writing, so a few looks by number find it.
    """
    low, high = 1, next_number(tx)
    while low < high:
        middle = (low + high) // 2
        if tx.value("SELECT written_at FROM transfer WHERE id = :middle", middle=middle) < moment:
            low = middle + 1
        else:
            high = middle
    return low


def moved(tx: Tx, first: int, end: int) -> Moved:
    """By the rows from number `first` to before `end`."""
    rows = tx.all(
        f"SELECT rule, CASE WHEN debit = :issue THEN 1 ELSE 0 END AS paid, CAST(sum(amount) AS INTEGER) AS points"
        f" FROM transfer WHERE id >= :first AND id < :end AND reverses IS NULL AND ({_PAID} OR {_SPENT})"
        " GROUP BY rule, CASE WHEN debit = :issue THEN 1 ELSE 0 END LIMIT 500",
        first=first,
        end=end,
        **_HOUSE,
    )
    sums: Counter[tuple[str, int]] = Counter({(row.rule, row.paid): row.points for row in rows})
    for row in _undone(tx, first, end):
        sums[row.rule, row.paid] -= row.amount
    paid = {rule: points for (rule, is_paid), points in sums.items() if is_paid and points}
    return Moved(paid, sum(points for (_, is_paid), points in sums.items() if not is_paid))


def _undone(tx: Tx, first: int, end: int) -> list[Any]:
    """Entries that were taken back since, whose taking back was not taken back itself."""
    reversed_ = list(
        tx.each(
            "SELECT entry.rule, entry.amount, CASE WHEN entry.debit = :issue THEN 1 ELSE 0 END AS paid, back.id"
            " FROM transfer AS back JOIN transfer AS entry ON entry.id = back.reverses"
            " WHERE back.reverses >= :first AND back.reverses < :end AND entry.reverses IS NULL"
            " AND ((entry.debit = :issue AND entry.phase = 'single') OR (entry.credit = :shop AND entry.phase = 'post'))",
            first=first,
            end=end,
            **_HOUSE,
        )
    )
    return [row for row in reversed_ if _stands(tx, row.id)]


def _stands(tx: Tx, entry: int) -> bool:
    """Whether an entry was not taken back, or taking it back was taken back, and so on."""
    stands = True
    following = tx.value("SELECT id FROM transfer WHERE reverses = :entry", entry=entry)
    while following is not None:
        stands = not stands
        following = tx.value("SELECT id FROM transfer WHERE reverses = :entry", entry=following)
    return stands


def next_number(tx: Tx) -> int:
    """That of the row which will be written next."""
    return 1 + (tx.value("SELECT max(id) FROM transfer") or 0)


def outstanding(tx: Tx) -> int:
    """All that members have now, with what is reserved."""
    now: int = tx.value("SELECT CAST(-coalesce(sum(posted), 0) AS INTEGER) FROM account WHERE member IS NULL")
    return now


def came_to_members(tx: Tx, first: int, end: int) -> int:
    """What members had more after the rows from number `first` to before `end` than before them."""
    more: int = tx.value(
        "SELECT CAST(coalesce(sum(CASE WHEN debit <= :house THEN amount ELSE 0 END)"
        " - sum(CASE WHEN credit <= :house THEN amount ELSE 0 END), 0) AS INTEGER) FROM transfer"
        " WHERE id >= :first AND id < :end AND phase IN ('single', 'post')",
        first=first,
        end=end,
        house=_LAST_HOUSE,
    )
    return more
