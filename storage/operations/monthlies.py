"""Monthly reports: a month's figures as the team was told them, and since when there is a community at all."""

from collections.abc import Iterator
from datetime import date

from rules.operations.monthly import Figures
from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, moment
from rules.values import names, parts
from storage.declarations import SheetSource
from storage.engine.tx import Tx

_NAMES = names(Figures)
_COLUMNS = ", ".join(_NAMES)


def keep(tx: Tx, month: str, figures: Figures, now: int) -> bool:
    """The team has been told them; False when it was before, and those stay."""
    values = ", ".join(f":{name}" for name in _NAMES)
    kept_ = tx.run(
        f"INSERT INTO monthly (month, at, {_COLUMNS}) VALUES (:month, :now, {values}) ON CONFLICT (month) DO NOTHING",
        month=month,
        now=now,
        **parts(figures),
    )
    return kept_ > 0


def kept(tx: Tx, month: str) -> Figures | None:
    """What the team was told of that month; None where it was told nothing."""
    row = tx.one(f"SELECT {_COLUMNS} FROM monthly WHERE month = :month", month=month)
    return Figures(*row) if row else None


def begun_at(tx: Tx) -> int | None:
    """When the first community was activated (UTC seconds)."""
    at: int | None = tx.value("SELECT min(activated_at) FROM chat_group WHERE part = 'community'")
    return at


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    for row in tx.each(f"SELECT month, at, {_COLUMNS} FROM monthly ORDER BY month"):
        yield tuple(row)


def _column(name: str) -> Column:
    return Column(name, Cells.LENGTH, heading="first_answer") if name == "first_answer_s" else Column(name)


SHEETS = (SheetSource("monthly", (Column("month"), moment("at"), *map(_column, _NAMES)), _rows),)
