"""Whether what features remember agrees with the ledger: thanks, acceptances, check-ins, shields, awards, bonuses, levels."""

from collections.abc import Iterator
from dataclasses import dataclass

from actions.honour.levels import in_force
from actions.ledger import lineage, paying
from actions.ledger.audit_books import Books
from rules.daily.checkin import CheckIn, renumbered
from rules.daily.thanks import ThanksOutcome
from rules.ledger.ledger import Entry
from rules.programme.programme import Programme
from storage import bystanders, members
from storage.daily import acceptances, checkins, shields, thanks
from storage.engine.tx import Tx
from storage.fairness import bonuses
from storage.honour import best_assists
from storage.ledger import ledger, promotions
from storage.works import submissions

# Rules whose entries always belong to a row of their feature, and the check that names those that do not.
OWNED = {
    "thanks": thanks.strays,
    "answer_accepted": acceptances.strays,
    "question_solved": acceptances.strays,
    "submission": submissions.strays,
    "featured": submissions.strays,
    "best_assist": best_assists.strays,
}


@dataclass(frozen=True, slots=True)
class Paid:
    """What a row says of the entry that paid it."""

    rule: str
    member: int
    points: int | None = None


def compare(tx: Tx, books: Books, programme: Programme) -> None:
    """Every check of this file, row by row. Reads only."""
    _places(tx, books)
    _levels(tx, books, programme)
    _thanks(tx, books)
    _acceptances(tx, books)
    _check_ins(tx, books)
    _shields(tx, books)
    _awards(tx, books)
    _bonuses(tx, books)
    for rule, strays in OWNED.items():
        for entry in strays(tx, rule):
            if books.stands(entry):
                books.differ("transfer", entry, f"belongs to a row of {rule}", True, False)


def _places(tx: Tx, books: Books) -> None:
    """Who stands beside the boards: by roles, by wish, by having left."""
    expected, found = set(bystanders.expected(tx)), set(bystanders.everything(tx))
    for member, scope in sorted(expected ^ found):
        missing = (member, scope) in expected
        books.differ("member", member, f"stands beside the boards of scope {scope}", missing, not missing)


def _levels(tx: Tx, books: Books, programme: Programme) -> None:
    """The level that the contribution reaches; a higher one is kept only from before the ladder was changed."""
    since = in_force(tx, programme)
    if since is None:
        return
    reached_at = {(one.member, one.level): one.reached_at for one in promotions.everything(tx)}
    for one in members.standings(tx):
        reached = programme.levels.reached(one.contribution)
        kept = one.level > reached and reached_at.get((one.member, one.level), since) < since
        if not kept:
            books.differ("member", one.member, "level", reached, one.level)


def _thanks(tx: Tx, books: Books) -> None:
    for one in thanks.everything(tx):
        name = f"{one.group}:{one.message} by {one.giver}"
        if one.outcome is ThanksOutcome.CREDITED and one.points:
            assert one.receiver is not None
            _paid(tx, books, ("thanks", name), one.entry, Paid("thanks", one.receiver, one.points), stands=True)
        elif one.outcome is ThanksOutcome.TAKEN_BACK:
            books.differ("thanks", name, "entry stands", False, one.entry is not None and books.stands(one.entry))
        else:
            books.differ("thanks", name, "entry", None, one.entry)


def _acceptances(tx: Tx, books: Books) -> None:
    for row in acceptances.everything(tx):
        one, name = row.acceptance, f"Q{row.acceptance.question}.{row.acceptance.n}"
        if one.answer_entry is not None:
            paid = Paid("answer_accepted", one.answerer)
            _paid(tx, books, ("acceptance", name), one.answer_entry, paid, stands=row.stands)
        if one.asker_entry is not None:
            # The asker's share may be taken back alone; it never stays when the acceptance goes.
            stands = row.stands and books.stands(one.asker_entry)
            _paid(tx, books, ("acceptance", name), one.asker_entry, Paid("question_solved", one.asker), stands=stands)
        unpaid = one.withheld is not None and one.answer_entry is not None
        books.differ("acceptance", name, "withheld and paid", False, unpaid)
        if row.stands:
            books.differ("question", f"Q{one.question}", "state", "solved", row.state)
            books.differ("question", f"Q{one.question}", "can be found", True, row.found)
    for number in acceptances.solved_by_none(tx):
        books.differ("question", f"Q{number}", "has an accepted answer", True, False)


def _check_ins(tx: Tx, books: Books) -> None:
    for member, made in _by_member(checkins.everything(tx)):
        for found, expected in zip(made, renumbered(None, made), strict=True):
            books.differ("check-in", f"of {member} on {found.day}", "streak", expected.streak, found.streak)
    for entry, member, day in checkins.entries_without_day(tx):
        if books.stands(entry):
            books.differ("check-in", f"of {member} on {day}", f"is there for transfer {entry}", True, False)
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


def _shields(tx: Tx, books: Books) -> None:
    for one in shields.everything(tx):
        books.differ("shield", f"of {one.member}", "there and used, of all ever earned", one.ever, one.have + one.used)


def _awards(tx: Tx, books: Books) -> None:
    for one in best_assists.everything(tx):
        key = paying.key_of("best_assist", one.member, f"{one.group}:{one.week}")
        entry = ledger.by_key(tx, key)
        if entry is not None:
            stands = not one.taken_back
            books.differ("best assist", f"{one.group}:{one.week}", "award stands", stands, books.stands(entry.id))


def _bonuses(tx: Tx, books: Books) -> None:
    for one in bonuses.everything(tx):
        rule = "grant" if one.points > 0 else "deduction"
        entry = ledger.by_key(tx, paying.key_of(rule, one.member, one.id))
        books.differ("bonus", one.id, "is in the ledger", one.given, entry is not None)
        if entry is not None:
            paid = Paid(rule, one.member, abs(one.points))
            _paid(tx, books, ("bonus", str(one.id)), entry.id, paid, stands=not one.undone)


def _paid(tx: Tx, books: Books, row: tuple[str, str], entry: int | None, paid: Paid, *, stands: bool) -> None:
    """Compare what a row says with the entry it names."""
    found = ledger.get(tx, entry) if entry is not None else None
    if found is None:
        books.differ(*row, "entry", paid.rule, None)
        return
    books.differ(*row, f"rule of transfer {found.id}", paid.rule, found.rule)
    books.differ(*row, f"member of transfer {found.id}", paid.member, _whose(books, found))
    if paid.points is not None:
        books.differ(*row, f"points of transfer {found.id}", paid.points, found.amount)
    books.differ(*row, f"transfer {found.id} stands", stands, books.stands(found.id))


def _whose(books: Books, entry: Entry) -> int | None:
    return books.member_of.get(entry.credit) or books.member_of.get(entry.debit)
