"""Whose deeds have been touched since conditions were looked at: marked by whatever writes what conditions read."""

from rules.mydata import Untold
from rules.programme.conditions import Source
from storage.declarations import GOES, Own
from storage.engine.tx import Tx


def mark(tx: Tx, source: Source, *members: int | None) -> None:
    """Rows of that source that speak of these members have changed."""
    for member in members:
        if member is not None:
            tx.run(
                "INSERT INTO touched (member, source) VALUES (:member, :source) ON CONFLICT DO NOTHING",
                member=member,
                source=source.value,
            )


def mark_all(tx: Tx, member: int) -> None:
    """Whatever conditions read of the member counts from now on."""
    tx.many(
        "INSERT INTO touched (member, source) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(member, source.value) for source in Source],
    )


def waiting(tx: Tx, limit: int) -> dict[int, frozenset[Source]]:
    """Some of those who were touched, in the order of their numbers, and by what."""
    rows = tx.all(
        "SELECT member, source FROM touched"
        " WHERE member IN (SELECT DISTINCT member FROM touched ORDER BY member LIMIT :limit) ORDER BY member",
        limit=limit,
    )
    found: dict[int, frozenset[Source]] = {}
    for row in rows:
        found[row.member] = found.get(row.member, frozenset()) | {Source(row.source)}
    return found


def looked_at(tx: Tx, first: int, last: int) -> None:
    """Conditions of these members, from one number to another, are as their deeds are."""
    tx.run("DELETE FROM touched WHERE member BETWEEN :first AND :last", first=first, last=last)


def among(tx: Tx, first: int, last: int) -> set[int]:
    """Those from one number to another who were touched since."""
    rows = tx.all("SELECT DISTINCT member FROM touched WHERE member BETWEEN :first AND :last", first=first, last=last)
    return {row.member for row in rows}


OWN = (Own("touched", untold=Untold.MACHINERY, fate=GOES),)
