"""What a clause said when it was cited, for sheets: the covenant may have changed since."""

from typing import Any

from rules.programme.wording import as_kept
from rules.sheets import Cell, Cells, Column


def clause_title() -> Column:
    """The column: the clause's own title, or the number of one of the standard covenant, which has a label."""
    return Column("clause_title", Cells.WORD, "covenant/clause_", raw=False)


def titled(row: Any) -> Cell:
    """The cell of a row that has the `clause` and its kept `title`."""
    clause: Cell = row.clause
    return as_kept(row.title) if row.title else clause
