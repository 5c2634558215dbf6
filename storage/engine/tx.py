"""A transaction: the handle that every function of storage takes first."""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

Shape = Callable[[Iterable[Any]], Any]
_SHAPES: dict[str, Shape] = {}
MOST_SHAPES = 4096


def _shape(sql: str, cursor: sqlite3.Cursor) -> Shape:
    """How rows of that query are made: tuples with the columns' names. Worked out once for each query."""
    known = _SHAPES.get(sql)
    if known is None:
        if len(_SHAPES) >= MOST_SHAPES:
            _SHAPES.clear()
        columns = [column[0] for column in cursor.description]
        row: Any = namedtuple("Row", columns, rename=True)  # type: ignore[misc]  # the columns are known when the query is
        known = _SHAPES[sql] = row._make
    return known


class Tx:
    """One open transaction on one connection. Only bot/flow begins and commits; everyone else just asks."""

    __slots__ = ("_connection", "_depth")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._depth = 0

    def one(self, sql: str, /, **values: Any) -> Any:
        """The only or first row, or None."""
        cursor = self._connection.execute(sql, values)
        row = cursor.fetchone()
        return None if row is None else _shape(sql, cursor)(row)

    def all(self, sql: str, /, **values: Any) -> list[Any]:
        """Every row; the SQL carries a LIMIT."""
        cursor = self._connection.execute(sql, values)
        return list(map(_shape(sql, cursor), cursor))

    def each(self, sql: str, /, **values: Any) -> Iterator[Any]:
        """Row by row, for what may be long; nothing is written meanwhile."""
        cursor = self._connection.execute(sql, values)
        yield from map(_shape(sql, cursor), cursor)

    def value(self, sql: str, /, **values: Any) -> Any:
        """The first column of the first row, or None."""
        row = self._connection.execute(sql, values).fetchone()
        return None if row is None else row[0]

    def run(self, sql: str, /, **values: Any) -> int:
        """Write; the number of rows that changed."""
        return self._connection.execute(sql, values).rowcount

    def many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write the same for several rows of values, which are told by their place."""
        self._connection.executemany(sql, rows)

    def add(self, sql: str, /, **values: Any) -> int:
        """Insert; the new row's id."""
        cursor = self._connection.execute(sql, values)
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    @property
    def writes(self) -> int:
        """How many rows were written through this connection so far; the same twice: nothing in between."""
        return self._connection.total_changes

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part that is undone alone when it raises."""
        self._depth += 1
        name = f"part_{self._depth}"
        self._connection.execute(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:  # a full disk ends the whole transaction
                self._connection.execute(f"ROLLBACK TO {name}")
            raise
        finally:
            if self._connection.in_transaction:
                self._connection.execute(f"RELEASE {name}")
            self._depth -= 1
