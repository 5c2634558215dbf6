"""All that a database holds, to be compared with what it holds later."""

from collections.abc import Collection
from typing import Any

from storage.engine.copying import tables
from storage.engine.tx import Tx

Held = dict[str, list[tuple[Any, ...]]]


def held(tx: Tx, but: Collection[str] = ()) -> Held:
    """Every row of every table, `but` those tables, and those columns (`table.column`) of others."""
    names = {table.name: [f"{table.name}.{column}" for column in table.columns] for table in tables()}
    unknown = set(but) - names.keys() - {column for columns in names.values() for column in columns}
    assert not unknown, f"no such table or column: {unknown}"
    return {
        name: _rows(tx, name, [one for one in columns if one not in but])
        for name, columns in names.items()
        if name not in but
    }


def _rows(tx: Tx, table: str, columns: list[str]) -> list[tuple[Any, ...]]:
    return sorted((tuple(row) for row in tx.all(f"SELECT {', '.join(columns)} FROM {table}")), key=repr)


def changed(before: Held, after: Held) -> dict[str, list[tuple[Any, ...]]]:
    """By table the rows that are no longer there, or only now."""
    return {name: [*set(before[name]) ^ set(after[name])] for name in before if before[name] != after[name]}
