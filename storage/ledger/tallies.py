"""Running totals per scope, period and member, kept in the same transaction as the ledger entry."""

from collections.abc import Iterator

from msgspec import Struct

from rules.mydata import Untold
from rules.programme.metrics import Metric, counted
from rules.programme.points import Track
from storage import bystanders
from storage.bystanders import EVERYWHERE
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_TOTALS = ", ".join(Metric)
# The most frequent statement of all: values by their place cost a third less here than by name.
_ADD = f"""
    INSERT INTO tally (member, scope, period, competes, {_TOTALS}) VALUES (?, ?, ?, ?, {", ".join("?" for _ in Metric)})
    ON CONFLICT (member, scope, period) DO UPDATE SET
    {", ".join(f"{metric} = tally.{metric} + excluded.{metric}" for metric in Metric)}
"""


class Gain(Struct, frozen=True):
    """What one entry adds to the boards; negative when it takes back."""

    points: int
    track: Track
    newcomer: bool


def add(tx: Tx, member: int, periods: tuple[str, ...], scopes: tuple[int, ...], score: Gain) -> None:
    """Add `score` to the member's totals of each period and scope (a group's id, or BRAND)."""
    gained = counted(score.track, score.points, newcomer=score.newcomer)
    beside = bystanders.scopes(tx, member)
    tx.many(
        _ADD,
        [
            (member, scope, period, int(not beside & {EVERYWHERE, scope}), *gained)
            for scope in scopes
            for period in periods
        ],
    )


class Tally(Struct, frozen=True):
    """One running total: what the member has of each metric, in the order of Metric, and whether they compete."""

    scope: int
    period: str
    member: int
    competes: int
    totals: tuple[int, ...]


def everything(tx: Tx) -> Iterator[Tally]:
    """Every running total, for the audit."""
    for scope, period, member, competes, *totals in tx.each(
        f"SELECT scope, period, member, competes, {_TOTALS} FROM tally"
    ):
        yield Tally(scope, period, member, competes, tuple(totals))


OWN = (Own("tally", untold=Untold.ELSEWHERE, fate=STAYS),)
