"""What members changed, as a sheet: the words for the release notes, and who may be named in them."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.programme.wording import each_of
from rules.sheets import Cell, Cells, Column, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx
from storage.fairness import feedbacks

MOST = 100_000


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    for ticket in feedbacks.taken_up(tx, 0, MOST):
        authors = feedbacks.with_merged(tx, ticket.id)
        known = dict.fromkeys(one.member for one in authors if one.may_be_named)
        names = [tx.value("SELECT name FROM member WHERE id = :id", id=member) for member in known]
        unnamed = sum(not one.may_be_named for one in authors)
        change = " / ".join(dict.fromkeys(each_of(ticket.note)))
        said = (ticket.id, ticket.kind.value, ticket.state.value, ticket.since, ticket.version, change)
        yield (*said, ", ".join(names), unnamed)


SHEETS = (
    SheetSource(
        "adopted",
        (
            Column("id"),
            Column("about", Cells.WORD, "export/about_"),
            Column("adopted_state", Cells.WORD, "export/feedback_"),
            moment("changed_at"),
            Column("released_in"),
            Column("change"),
            Column("authors"),
            Column("unnamed"),
        ),
        _rows,
    ),
)
