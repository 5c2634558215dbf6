"""What has been announced in which group for which period."""

from msgspec import Struct

from rules.honour.announcements import AnnouncementKind
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx


class Announced(Struct, frozen=True):
    """When it was announced (UTC seconds), or, not `posted`, when people decided against it."""

    at: int
    posted: bool


def claim(
    tx: Tx, kind: AnnouncementKind, group: int, period: str, now: int, by: int | None = None, *, posted: bool = True
) -> bool:
    """Take the period, in the transaction that posts; False when it has been taken."""
    taken = tx.run(
        "INSERT INTO announcement (kind, chat_group, period, announced_at, by, posted)"
        " VALUES (:kind, :group, :period, :now, :by, :posted) ON CONFLICT DO NOTHING",
        kind=kind.value,
        group=group,
        period=period,
        now=now,
        by=by,
        posted=int(posted),
    )
    return taken > 0


def get(tx: Tx, kind: AnnouncementKind, group: int, period: str) -> Announced | None:
    """What became of that period."""
    row = tx.one(
        "SELECT announced_at, posted FROM announcement WHERE kind = :kind AND chat_group = :group AND period = :period",
        kind=kind.value,
        group=group,
        period=period,
    )
    return Announced(row.announced_at, bool(row.posted)) if row else None


def latest(tx: Tx, kind: AnnouncementKind, group: int) -> int | None:
    """When one of that kind was announced last (UTC seconds)."""
    at: int | None = tx.value(
        "SELECT max(announced_at) FROM announcement WHERE kind = :kind AND chat_group = :group AND posted = 1",
        kind=kind.value,
        group=group,
    )
    return at


OWN = (Own("announcement", "by", fate=STAYS),)
