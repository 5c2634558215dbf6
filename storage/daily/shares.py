"""Everyday sharing: what counted, what it paid, and by what the same is known again."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from rules.daily.share import Share, ShareKind, Shown
from storage.declarations import STAYS, Own, Renumbered
from storage.engine.tx import Tx

_COLUMNS = (
    "id, member, chat_group, message, kind, at, day, points, entry,"
    " further_kind, further_points, further_entry, taken_back_at"
)
MOST_A_WEEK = 1_000


def _share(row: Any) -> Share:
    return Share(
        id=row.id,
        member=row.member,
        group=row.chat_group,
        message=row.message,
        kind=ShareKind(row.kind),
        at=row.at,
        day=date.fromisoformat(row.day),
        points=row.points,
        entry=row.entry,
        further_kind=ShareKind(row.further_kind) if row.further_kind else None,
        further_points=row.further_points,
        further_entry=row.further_entry,
        taken_back_at=row.taken_back_at,
    )


def add(tx: Tx, member: int, shown: Shown, kind: ShareKind, day: date, now: int) -> int:
    """Record a share that counts on that day; its number."""
    return tx.add(
        "INSERT INTO share (member, chat_group, message, album, kind, at, day)"
        " VALUES (:member, :group, :message, :album, :kind, :now, :day)",
        member=member,
        group=shown.group,
        message=shown.message,
        album=shown.album,
        kind=kind.value,
        now=now,
        day=day.isoformat(),
    )


def mark(tx: Tx, share: int, marks: Iterable[str]) -> None:
    """The share is known again by these, as far as they were not another one's before."""
    for one in marks:
        tx.run(
            "INSERT INTO share_mark (mark, share) VALUES (:mark, :share) ON CONFLICT DO NOTHING", mark=one, share=share
        )


def pay(tx: Tx, share: int, points: int, entry: int | None) -> None:
    """What the share paid."""
    tx.run(
        "UPDATE share SET points = :points, entry = :entry WHERE id = :share", points=points, entry=entry, share=share
    )


def pay_further(tx: Tx, share: int, kind: ShareKind, points: int, entry: int | None) -> None:
    """It turned out to be of that kind, and paid so much more."""
    tx.run(
        "UPDATE share SET further_kind = :kind, further_points = :points, further_entry = :entry WHERE id = :share",
        kind=kind.value,
        points=points,
        entry=entry,
        share=share,
    )


def at(tx: Tx, group: int, message: int) -> Share | None:
    """The share that a message of the group is."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM share WHERE chat_group = :group AND message = :message", group=group, message=message
    )
    return row and _share(row)


def of_album(tx: Tx, album: str, member: int, since: int) -> Share | None:
    """The member's share that is made of that album, no older than `since` (UTC seconds)."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM share WHERE album = :album AND member = :member AND at >= :since LIMIT 1",
        album=album,
        member=member,
        since=since,
    )
    return row and _share(row)


def of_entry(tx: Tx, entry: int) -> Share | None:
    """The share that an entry of the ledger paid."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM share WHERE entry = :entry UNION ALL"
        f" SELECT {_COLUMNS} FROM share WHERE further_entry = :entry LIMIT 1",
        entry=entry,
    )
    return row and _share(row)


def moments(tx: Tx, member: int, since: int, until: int) -> list[int]:
    """When each share of the member's was made that counts, from `since` on and before `until` (all UTC seconds)."""
    rows = tx.all(
        "SELECT at FROM share WHERE member = :member AND at >= :since AND at < :until AND taken_back_at IS NULL"
        " ORDER BY at LIMIT :most",
        member=member,
        since=since,
        until=until,
        most=MOST_A_WEEK,
    )
    return [row.at for row in rows]


def take_back(tx: Tx, share: int, now: int | None) -> None:
    """It counts no more since `now`, or with None again."""
    tx.run("UPDATE share SET taken_back_at = :now WHERE id = :share", now=now, share=share)


def everything(tx: Tx) -> Iterator[Share]:
    """Every share, for the audit."""
    for row in tx.each(f"SELECT {_COLUMNS} FROM share ORDER BY id"):
        yield _share(row)


def strays(tx: Tx, rule: str) -> Iterator[int]:
    """Entries of that rule of the ledger that no share names, for the audit."""
    rows = tx.each(
        "SELECT id FROM transfer WHERE rule = :rule AND phase = 'single' AND reverses IS NULL"
        " AND id NOT IN (SELECT entry FROM share WHERE entry IS NOT NULL)"
        " AND id NOT IN (SELECT further_entry FROM share WHERE further_entry IS NOT NULL)",
        rule=rule,
    )
    for row in rows:
        yield row.id


RENUMBERED = (Renumbered("share"),)

OWN = (Own("share", but=("album",), fate=STAYS),)
