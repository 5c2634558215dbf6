"""Whether what is remembered of thanks agrees with the ledger."""

from actions.ledger import audit_rows
from actions.ledger.audit_books import Books
from actions.ledger.audit_rows import Paid, owned
from rules.daily.thanks import ThanksOutcome
from rules.programme.programme import Programme
from storage.daily import thanks, thanks_audit
from storage.engine.tx import Tx


def _thanks(tx: Tx, books: Books, programme: Programme) -> None:
    for one in thanks.everything(tx):
        name = f"{one.group}:{one.message} by {one.giver}"
        if one.outcome is ThanksOutcome.CREDITED and one.points:
            assert one.receiver is not None
            audit_rows.compare(
                tx, books, ("thanks", name), one.entry, Paid("thanks", one.receiver, one.points), stands=True
            )
        elif one.outcome is ThanksOutcome.TAKEN_BACK:
            books.differ("thanks", name, "entry stands", False, one.entry is not None and books.stands(one.entry))
        else:
            books.differ("thanks", name, "entry", None, one.entry)


AUDIT = (_thanks, owned("thanks", thanks_audit.strays))
