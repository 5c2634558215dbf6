"""A transaction: the handle that every function of storage takes first."""

from abc import ABC, abstractmethod
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

Shape = Callable[[Iterable[Any]], Any]
_SHAPES: dict[str, Shape] = {}
MOST_SHAPES = 4096


def shape(sql: str, cursor: Any) -> Shape:
    """How rows of that query are made: tuples with the columns' names. Worked out once for each query."""
    known = _SHAPES.get(sql)
    if known is None:
        if len(_SHAPES) >= MOST_SHAPES:
            _SHAPES.clear()
        columns = [column[0] for column in cursor.description]
        row: Any = namedtuple("Row", columns, rename=True)  # type: ignore[misc]  # the columns are known when the query is
        known = _SHAPES[sql] = row._make
    return known


class Tx(ABC):
    """One open transaction on one connection. Only bot/flow begins and commits; everyone else just asks.

    Each engine has its own, so that nothing is decided anew with every statement. What a driver raises leaves it as
    one of `storage.engine.engine`'s own exceptions. After one of these only a savepoint around it lets the rest go on.

    `known` holds what this transaction has read and nobody else can change before it ends: a batch asks for the same
    group a hundred times. Whoever writes such a thing puts it there anew, or clears `known`; undoing a part clears it.
    """

    __slots__ = ("_depth", "known")
    BEGIN: ClassVar[str]

    def __init__(self) -> None:
        self._depth = 0
        self.known: dict[object, Any] = {}

    @abstractmethod
    def one(self, sql: str, /, **values: Any) -> Any:
        """The only or first row, or None."""

    @abstractmethod
    def all(self, sql: str, /, **values: Any) -> list[Any]:
        """Every row; the SQL carries a LIMIT."""

    @abstractmethod
    def each(self, sql: str, /, **values: Any) -> Iterator[Any]:
        """Row by row, for what may be long; nothing is written meanwhile."""

    @abstractmethod
    def value(self, sql: str, /, **values: Any) -> Any:
        """The first column of the first row, or None."""

    @abstractmethod
    def run(self, sql: str, /, **values: Any) -> int:
        """Write; the number of rows that changed."""

    @abstractmethod
    def many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> int:
        """Write the same for several rows of values, which are told by their place; the number of rows that changed."""

    @abstractmethod
    def add(self, sql: str, /, **values: Any) -> int:
        """Insert; the new row's id."""

    @property
    @abstractmethod
    def writes(self) -> int:
        """How many rows were written through this connection so far; the same twice: nothing in between."""

    @property
    @abstractmethod
    def lasts(self) -> bool:
        """Whether the transaction is still there: a full disk or a lost server ends it as a whole."""

    def _word(self, word: str) -> None:
        self.run(word)

    def anew(self) -> None:
        """Undo all that was written since it began, and go on as if it had just begun. No part of it is open."""
        assert not self._depth, "a part can't undo the whole"
        self.known.clear()
        if self.lasts:
            self._word("ROLLBACK")
        self._word(self.BEGIN)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part that is undone alone when it raises."""
        self._depth += 1
        name = f"part_{self._depth}"
        self._word(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            self.known.clear()
            if self.lasts:
                self._word(f"ROLLBACK TO {name}")
            raise
        finally:
            if self.lasts:
                self._word(f"RELEASE {name}")
            self._depth -= 1
