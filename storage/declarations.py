"""What a storage module may declare of its tables: what is forgotten when, moves with a group, is exported, is whose, and
what becomes of it once they are forgotten.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from msgspec import Struct

from rules import declarations
from rules.mydata import Untold
from rules.programme.programme import Programme
from rules.sheets import Cell, Column
from storage.engine.tx import Tx

DAY_S = 86_400
ASIDE = ("storage.engine",)
T = TypeVar("T")


class Purge(Struct, frozen=True):
    """`forget` what is older than `kept_s` seconds: it is called hourly with the time before which nothing is needed."""

    forget: Callable[[Tx, int], object]
    kept_s: int = 0


class Renumbered(Struct, frozen=True):
    """A `table` whose `message` is one of a group's, which is numbered anew when the group moves.

    `whose` picks the rows of the group `:group`.
    """

    table: str
    whose: str = "chat_group = :group"


class SheetSource(Struct, frozen=True):
    """A sheet that staff can export under `name`: its columns, and its rows as of a day.

    Its label is `export/<name>`, that of a column that people are shown `export/col_<column>`.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Tx, Programme, date], Iterator[tuple[Cell, ...]]]


class Fate(Struct, frozen=True):
    """What becomes of rows whose member is forgotten: they `go`, or stay under a number that leads to nobody.

    Of those that stay, columns are `emptied`; `dashed` where the schema wants words; `unset` where it wants none.
    """

    go: bool = False
    emptied: tuple[str, ...] = ()
    dashed: tuple[str, ...] = ()
    unset: tuple[str, ...] = ()

    @property
    def cleared(self) -> tuple[str, ...]:
        """The columns whose content goes."""
        return (*self.emptied, *self.dashed, *self.unset)


GOES, STAYS = Fate(go=True), Fate()


class Naming(Struct, frozen=True):
    """`columns` of a `table` that hold ready words or values with the names of whoever they are about."""

    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """Rows of a `table` that are about a member: those whose `column` names them, or that `whose` picks by `:member`.

    They are told to that member (`/mydata`) without the columns in `but` and without any that names a member; or, if
    there is a reason in `untold`, not at all. `column` is "" where the row is theirs by another row. `fate` is what
    becomes of every row whose `column` names them, or that `whose` picks, once they are forgotten.
    """

    table: str
    column: str = "member"
    whose: str = ""
    but: tuple[str, ...] = ()
    untold: Untold | None = None
    fate: Fate = field(kw_only=True)


def declared(name: str, kind: type[T]) -> Iterator[T]:
    """Each thing of that kind that stands in a tuple `name` of a storage module."""
    for several in declarations.declared(name, tuple, "storage", ASIDE):
        for one in several:
            assert isinstance(one, kind), f"{name}: {one}"
            yield one
