"""Carrying a whole database over to another one, row by row, whatever engine each is of."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from msgspec import Struct

from storage.engine.migrations import common
from storage.engine.tx import Tx

PORTION = 500
_TABLE = re.compile(r"^CREATE TABLE (\w+) \(\n(.*?)^\)", re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r"^    (\w+) +(?:INTEGER|TEXT|BLOB)\b", re.MULTILINE)


class Table(Struct, frozen=True):
    """A table of the schema and its columns, in the order in which they are declared."""

    name: str
    columns: tuple[str, ...]


@cache
def tables() -> tuple[Table, ...]:
    """Every table; what refers to another one stands behind it."""
    return tuple(Table(name, tuple(_COLUMN.findall(body))) for name, body in _TABLE.findall(common()))


def counted(tx: Tx) -> dict[str, int]:
    """How many rows each table holds."""
    return {table.name: tx.value(f"SELECT count(*) FROM {table.name}") for table in tables()}


def untouched(tx: Tx) -> bool:
    """Whether nothing has happened in the database yet: it holds the accounts of the house, and nothing else."""
    others = sum(rows for name, rows in counted(tx).items() if name != "account")
    return not others and not tx.value("SELECT count(*) FROM account WHERE member IS NOT NULL OR posted <> 0")


def copy(source: Tx, target: Tx, carried: Callable[[str, int], None]) -> None:
    """Copy every row of `source` into the untouched `target`; `carried` is told a table's name and how many rows more."""
    target.run("DELETE FROM account")
    for table in tables():
        rows = _rows(source, table)
        marks = ", ".join("?" * len(table.columns))
        into = f"INSERT INTO {table.name} ({', '.join(table.columns)}) VALUES ({marks})"
        while portion := list(islice(rows, PORTION)):
            target.many(into, portion)
            carried(table.name, len(portion))


def _rows(tx: Tx, table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows in the order of their numbers, where they have some: an entry may refer to an earlier one."""
    order = " ORDER BY id" if table.columns[0] == "id" else ""
    return map(tuple, tx.each(f"SELECT {', '.join(table.columns)} FROM {table.name}{order}"))
