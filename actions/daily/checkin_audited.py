"""Whether check-ins and shields agree with the ledger, and with each other."""

from collections.abc import Iterator

from actions.ledger import lineage, paying
from actions.ledger.audit_books import Books
from rules.daily.checkin import CheckIn, renumbered
from rules.programme.programme import Programme
from storage.daily import checkins, shields
from storage.engine.tx import Tx


def _check_ins(tx: Tx, books: Books, programme: Programme) -> None:
    for member, made in _by_member(checkins.everything(tx)):
        for found, expected in zip(made, renumbered(None, made), strict=True):
            books.differ("check-in", f"of {member} on {found.day}", "streak", expected.streak, found.streak)
    for entry, member, day in checkins.entries_without_day(tx):
        if books.stands(entry):
            books.differ("check-in", f"of {member} on {day}", f"is there for transfer {entry}", True, False)
    for member, day in checkins.paid_elsewhere(tx):
        books.differ("check-in", f"of {member} on {day}", "is paid where it was made", True, False)
    for member, day in checkins.days_taken_back(tx):
        standing = lineage.standing(tx, paying.key_of("checkin", member, day))
        books.differ("check-in", f"of {member} on {day}", "is paid", True, standing is not None)


def _by_member(rows: Iterator[tuple[int, CheckIn]]) -> Iterator[tuple[int, list[CheckIn]]]:
    """One member's check-ins after the other's, each oldest first."""
    whose, made = 0, list[CheckIn]()
    for member, check_in in rows:
        if member != whose and made:
            yield whose, made
            made = []
        whose = member
        made.append(check_in)
    if made:
        yield whose, made


def _shields(tx: Tx, books: Books, programme: Programme) -> None:
    for one in shields.everything(tx):
        books.differ("shield", f"of {one.member}", "there and used, of all ever earned", one.ever, one.have + one.used)


AUDIT = (_check_ins, _shields)
