"""All that is kept about one member, as the modules of storage declare it, and when they were given it last."""

from rules.mydata import MyData, Omission, Part
from storage.declarations import DAY_S, GOES, Own, Purge, declared
from storage.engine.tx import Tx

MOST_ROWS = 5000


def gather(tx: Tx, member: int, now: int) -> MyData:
    """Every row that is theirs to read, who they are first, and what they are not told."""
    owned = tuple(sorted(declared("OWN", Own), key=lambda one: one.table != "member"))
    parts = (_part(tx, member, one, _names(owned, one.table)) for one in owned if not one.untold)
    omitted = tuple(Omission(one.table, one.column, one.untold) for one in owned if one.untold)
    return MyData(now, tuple(part for part in parts if part.rows), omitted)


def _names(owned: tuple[Own, ...], table: str) -> frozenset[str]:
    """The columns of a table that name members."""
    return frozenset(one.column for one in owned if one.table == table)


def _part(tx: Tx, member: int, own: Own, names: frozenset[str]) -> Part:
    picked = own.whose or f"{own.column} = :member"
    rows = tx.all(f"SELECT * FROM {own.table} WHERE {picked} LIMIT :most", member=member, most=MOST_ROWS + 1)
    left_out = names | set(own.but)
    told = (
        {name: cell for name, cell in row._asdict().items() if name not in left_out and cell is not None}
        for row in rows[:MOST_ROWS]
    )
    return Part(own.table, own.column, tuple(told), len(rows) > MOST_ROWS)


def given_at(tx: Tx, member: int) -> int | None:
    """When they were given it last (UTC seconds), within the last day."""
    at: int | None = tx.value("SELECT at FROM data_copy WHERE member = :member", member=member)
    return at


def given(tx: Tx, member: int, now: int) -> None:
    """They are given it now."""
    tx.run(
        "INSERT INTO data_copy (member, at) VALUES (:member, :now) ON CONFLICT (member) DO UPDATE SET at = :now",
        member=member,
        now=now,
    )


def purge(tx: Tx, before: int) -> int:
    """Forget who was given it before `before` (UTC seconds)."""
    return tx.run("DELETE FROM data_copy WHERE at < :before", before=before)


PURGE = (Purge(purge, kept_s=DAY_S),)
OWN = (Own("data_copy", fate=GOES),)
