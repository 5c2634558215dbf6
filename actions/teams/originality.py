"""The prize for the most original answer to a brief, with its reason; and the answer that becomes its case."""

from actions.ledger import audit_rows, paying
from actions.ledger.audit_books import Books
from actions.ledger.audit_rows import Paid, owned
from actions.ledger.reversals import Unwinding, owner_of, quietly
from actions.teams.cocreation import AnswerSeen, known, opened
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also, EarnedAgain
from rules.lengths import within
from rules.occasion import Occasion
from rules.people import STAFF, Member
from rules.programme.programme import Programme
from rules.refusals import ButtonGone, NotForYourself
from rules.teams.cocreation import WORDS_MOST, CaseMade, PrizeGiven, StaffWinNothing
from rules.values import replace
from storage import audits, members
from storage.engine.tx import Tx
from storage.teams import cocreation_answers

RULE = "originality"


def require_prize(tx: Tx, number: int, staff: Member, occasion: Occasion) -> AnswerSeen:
    """The answer, if it may have the prize now. Raises AnswersSealed, NotForYourself, StaffWinNothing, PrizeGiven."""
    seen = opened(tx, number, occasion)
    if seen.member == staff.id:
        raise NotForYourself
    if members.roles(tx, seen.member) & STAFF:
        raise StaffWinNothing(seen.name)
    if (holder := cocreation_answers.prized(tx, seen.cocreation)) is not None:
        raise PrizeGiven(members.get(tx, holder.member).name, paid=holder.entry is not None)
    return seen


def award(tx: Tx, number: int, staff: Member, reason: str, occasion: Occasion) -> AnswerSeen:
    """It has the prize, for that reason; who is suspended earns no points. Raises what `require_prize` raises, WordsTooLong."""
    seen = require_prize(tx, number, staff, occasion)
    reason = within(reason.strip(), WORDS_MOST)
    winner, prize = members.get(tx, seen.member), known(tx, seen.cocreation).plan.prize
    worth = 0 if winner.suspended(occasion.now) else prize
    paid = paying.give(tx, winner, RULE, seen.cocreation, occasion, points=worth, actor=staff, reason=reason)
    cocreation_answers.win(tx, number, reason, paid.points, paid.entry or None, occasion.now)
    audits.record(tx, occasion.now, staff.id, "cocreation.prize", seen.member, reason, cocreation=seen.cocreation)
    return opened(tx, number, occasion)


def require_unpaid(tx: Tx, number: int, staff: Member, occasion: Occasion) -> AnswerSeen:
    """The answer, if its prize paid nothing and so has no entry to undo. Raises AnswersSealed, NotForYourself, ButtonGone."""
    seen = opened(tx, number, occasion)
    if seen.member == staff.id:
        raise NotForYourself
    if not seen.won or seen.points:
        raise ButtonGone
    return seen


def take_back(tx: Tx, number: int, staff: Member, reason: str, occasion: Occasion) -> AnswerSeen:
    """A prize that paid nothing goes, for that reason, and may be given to another answer.

    Raises what `require_unpaid` raises, WordsTooLong.
    """
    seen = require_unpaid(tx, number, staff, occasion)
    reason = within(reason.strip(), WORDS_MOST)
    cocreation_answers.take_back(tx, number, occasion.now)
    audits.record(tx, occasion.now, staff.id, "cocreation.prize_back", seen.member, reason, cocreation=seen.cocreation)
    return replace(seen, won=False, reason=reason)


def require_case(tx: Tx, number: int, staff: Member, occasion: Occasion) -> AnswerSeen:
    """The answer, if it may be the case. Raises AnswersSealed, NotForYourself, CaseMade."""
    seen = opened(tx, number, occasion)
    if seen.member == staff.id:
        raise NotForYourself
    case = cocreation_answers.case_of(tx, seen.cocreation)
    if case is not None and case.id != number:
        raise CaseMade(members.get(tx, case.member).name)
    return seen


def make_case(tx: Tx, number: int, staff: Member, unexpected: str, occasion: Occasion) -> AnswerSeen:
    """It is shown to everybody with what was unexpected about it; said anew, that takes its place.

    Raises what `require_case` raises, WordsTooLong.
    """
    seen = require_case(tx, number, staff, occasion)
    cocreation_answers.make_case(tx, number, within(unexpected.strip(), WORDS_MOST), occasion.now)
    audits.record(tx, occasion.now, staff.id, "cocreation.case", seen.member, cocreation=seen.cocreation)
    return opened(tx, number, occasion)


def withdraw(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """It has the prize no more, which may be given to another answer."""
    found = cocreation_answers.of_entry(tx, entry.id)
    if found is None or not found.won:
        return ()
    cocreation_answers.take_back(tx, found.id, occasion.now)
    return (Also(Aftermath.PRIZE_GONE, members.get(tx, found.member).name, number=found.cocreation, answer=found.id),)


def reinstate(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """It has the prize after all. Raises EarnedAgain where another answer has it meanwhile."""
    found = cocreation_answers.of_entry(tx, entry.id)
    if found is None:
        _paid_after_all(tx, entry)
        return ()
    if found.won:
        return ()
    if cocreation_answers.prized(tx, found.cocreation) is not None:
        raise EarnedAgain(entry.id)
    cocreation_answers.take_back(tx, found.id, None)
    return (Also(Aftermath.PRIZE_AGAIN, members.get(tx, found.member).name, number=found.cocreation, answer=found.id),)


def _paid_after_all(tx: Tx, entry: Entry) -> None:
    """The answer has got the prize anew, for nothing: that is what is paid. Raises EarnedAgain where another one has it."""
    if not entry.subject.isdecimal():
        return
    prized = cocreation_answers.prized(tx, int(entry.subject))
    if prized is None or prized.entry is not None or prized.member != owner_of(tx, entry):
        raise EarnedAgain(entry.id)
    cocreation_answers.pay(tx, prized.id, entry.amount, entry.id)


def _prizes(tx: Tx, books: Books, programme: Programme) -> None:
    for one in cocreation_answers.everything(tx):
        row = ("cocreation_answer", str(one.id))
        if one.entry is None:
            books.differ(*row, "points", 0, one.points)
        else:
            paid = Paid(RULE, one.member, one.points)
            audit_rows.compare(tx, books, row, one.entry, paid, stands=one.won)


UNWINDING = {RULE: Unwinding(take=quietly(withdraw), restore=quietly(reinstate))}
AUDIT = (_prizes, owned(RULE, cocreation_answers.strays))
