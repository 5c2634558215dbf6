"""Whether what is remembered of accepted answers agrees with the ledger."""

from actions.ledger import audit_rows
from actions.ledger.audit_books import Books
from actions.ledger.audit_rows import Paid, owned
from rules.programme.programme import Programme
from storage.daily import acceptances
from storage.engine.tx import Tx


def _acceptances(tx: Tx, books: Books, programme: Programme) -> None:
    for row in acceptances.everything(tx):
        one, name = row.acceptance, f"Q{row.acceptance.question}.{row.acceptance.n}"
        if one.answer_entry is not None:
            paid = Paid("answer_accepted", one.answerer)
            audit_rows.compare(tx, books, ("acceptance", name), one.answer_entry, paid, stands=row.stands)
        if one.asker_entry is not None:
            # The asker's share may be taken back alone; it never stays when the acceptance goes.
            stands = row.stands and books.stands(one.asker_entry)
            audit_rows.compare(
                tx, books, ("acceptance", name), one.asker_entry, Paid("question_solved", one.asker), stands=stands
            )
        unpaid = one.withheld is not None and one.answer_entry is not None
        books.differ("acceptance", name, "withheld and paid", False, unpaid)
        if row.stands:
            books.differ("question", f"Q{one.question}", "state", "solved", row.state)
            books.differ("question", f"Q{one.question}", "can be found", True, row.found)
    for number in acceptances.solved_by_none(tx):
        books.differ("question", f"Q{number}", "has an accepted answer", True, False)


AUDIT = (
    _acceptances,
    owned("answer_accepted", acceptances.strays),
    owned("question_solved", acceptances.strays),
)
