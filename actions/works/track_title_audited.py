"""Whether every title of a track that is held was given by a person."""

from actions.ledger.audit_books import Books
from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.works import track_titles


def _titles(tx: Tx, books: Books, programme: Programme) -> None:
    """By confirming what was proposed, or by hand, as the log tells."""
    for number, member, decided in track_titles.vouched(tx):
        books.differ("track_title", f"{member} #{number}", "was decided by somebody", True, decided)


AUDIT = (_titles,)
