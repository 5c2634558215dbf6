"""An accepted answer whose points are taken back, or given again; and what the asker's limit of the day had refused."""

from actions.daily import acceptance
from actions.daily.acceptance import TITLE_SHOWN, Accepted, Reopened, accept_again, help_of, reopen
from actions.daily.question import numbered
from actions.daily.shield import helped
from actions.ledger import lineage, paying
from actions.ledger.reversals import Unwinding, together
from rules.daily.acceptance import Acceptance, Unpaid, shares
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also, GivenBack, ShareNeedsAnswer, linked
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.snippets import snippet
from rules.values import replace
from storage import members
from storage.daily import acceptances, questions
from storage.engine.tx import Tx
from storage.ledger import ledger

ANSWER, ASKER = "answer_accepted", "question_solved"


def shared(tx: Tx, entry: Entry) -> tuple[int, ...]:
    """What else goes with the answer's `entry`: the asker's share of the same acceptance, while it stands."""
    taken = _of(tx, entry)
    share = ledger.get(tx, taken.asker_entry) if taken and taken.asker_entry else None
    return (share.id,) if share is not None and lineage.stands(tx, share.id) else ()


def shared_again(tx: Tx, entry: Entry, reversal: Entry) -> tuple[int, ...]:
    """What was taken back together with `entry` by `reversal`: the reversal of the other share."""
    taken = _of(tx, entry)
    others = {taken.answer_entry, taken.asker_entry} - {entry.id, None} if taken else set()
    found = [ledger.get(tx, lineage.last(tx, other)) for other in others if other is not None]
    return tuple(other.id for other in found if other is not None and together(other, reversal))


def withdraw(tx: Tx, entry: Entry, occasion: Occasion, actor: Member) -> tuple[Also, ...]:
    """The answer is accepted no longer, and its question open again."""
    taken = _of(tx, entry)
    if taken is None or acceptances.standing(tx, taken.question) != taken:
        return ()
    lost = reopen(tx, taken, actor, occasion)
    return (Also(Aftermath.REOPENED, members.get(tx, taken.answerer).name, number=taken.question), *lost)


def reinstate(tx: Tx, entry: Entry, occasion: Occasion, actor: Member) -> tuple[Also, ...]:
    """The answer is accepted after all. Raises AlreadyAccepted."""
    taken = _of(tx, entry)
    if taken is None or acceptances.standing(tx, taken.question) == taken:
        return ()
    accept_again(tx, taken, occasion)
    return (Also(Aftermath.ACCEPTED_AGAIN, members.get(tx, taken.answerer).name, number=taken.question),)


def keep_answer(tx: Tx, entry: Entry, occasion: Occasion, actor: Member) -> tuple[Also, ...]:
    """The asker's share alone: the answer stays accepted."""
    taken = _of(tx, entry)
    if taken is None or acceptances.standing(tx, taken.question) != taken:
        return ()
    return (Also(Aftermath.ANSWER_STAYS, members.get(tx, taken.answerer).name, number=taken.question),)


def require_answer(tx: Tx, entry: Entry, occasion: Occasion, actor: Member) -> tuple[Also, ...]:
    """The asker's share comes again where an answer is accepted. Raises ShareNeedsAnswer."""
    taken = _of(tx, entry)
    if taken is not None and acceptances.standing(tx, taken.question) != taken:
        raise ShareNeedsAnswer(taken.question)
    return ()


def freed(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[GivenBack, ...]:
    """Acceptances of the asker's day that paid nobody because of the limit, as far as it has room now."""
    taken = _of(tx, entry)
    if taken is None:
        return ()
    given: list[GivenBack] = []
    then = replace(occasion, now=taken.at, due_at=None, timezone=members.get(tx, taken.asker).timezone)
    for waiting in acceptances.withheld_on(tx, taken.asker, then, Unpaid.ASKER_CAP):
        given += _pay(tx, waiting, entry, then, occasion)
    return tuple(given)


def unaccept(
    tx: Tx, number: int, actor: Member, occasion: Occasion, *, moderating: bool
) -> tuple[Reopened, Acceptance, tuple[GivenBack, ...]]:
    """Take an acceptance back by the hand of the asker, or of a moderator; what its place in the day's limit gives others.

    Raises what `acceptance.unaccept` raises.
    """
    reopened, taken = acceptance.unaccept(tx, number, actor, occasion, moderating=moderating)
    paid = taken.answer_entry or taken.asker_entry
    entry = ledger.get(tx, paid) if paid else None
    return reopened, taken, freed(tx, entry, occasion) if entry else ()


def told(tx: Tx, number: int) -> tuple[Accepted, Acceptance]:
    """How the question's last acceptance reads, for the messages that speak of it."""
    last = acceptances.latest(tx, number)
    assert last is not None, number
    name, asker = members.get(tx, last.answerer).name, members.get(tx, last.asker).name
    paid = [ledger.get(tx, entry) if entry else None for entry in (last.answer_entry, last.asker_entry)]
    points, asker_points = (entry.amount if entry else 0 for entry in paid)
    title = snippet(numbered(tx, number).text, TITLE_SHOWN)
    return Accepted(number, title, name, asker, points, asker_points, last.withheld, None, 0), last


def _of(tx: Tx, entry: Entry) -> Acceptance | None:
    number, _, n = entry.subject.partition(".")
    return acceptances.get(tx, int(number), int(n)) if number.isdecimal() and n.isdecimal() else None


def _pay(tx: Tx, waiting: Acceptance, undone: Entry, then: Occasion, occasion: Occasion) -> list[GivenBack]:
    question = questions.get(tx, waiting.question)
    assert question is not None, waiting
    asker, answerer = members.get(tx, waiting.asker), members.get(tx, waiting.answerer)
    paid = acceptances.paid_on(tx, asker.id, then)
    why = shares(asker, answerer, question.registrar, paid, occasion.programme, occasion.now)
    if why.answerer is Unpaid.ASKER_CAP:
        return []
    there = replace(occasion, group=question.group, message=waiting.message)
    given = [
        _give(tx, member, rule, waiting, undone, there)
        for member, rule, barred in ((answerer, ANSWER, why.answerer), (asker, ASKER, why.asker))
        if barred is None and occasion.programme.points[rule]
    ]
    entries = {one.rule: one.entry for one in given}
    settled = replace(waiting, answer_entry=entries.get(ANSWER), asker_entry=entries.get(ASKER), withheld=why.answerer)
    acceptances.paid(tx, settled)
    if settled.answer_entry:
        helped(tx, answerer.id, help_of(question.id, answerer.id), there)
    return given


def _give(tx: Tx, member: Member, rule: str, waiting: Acceptance, undone: Entry, there: Occasion) -> GivenBack:
    subject = f"{waiting.question}.{waiting.n}"
    payment = paying.give(tx, member, rule, subject, there, reason=linked(undone.id), earned_at=waiting.at)
    day = there.seen_from(member.timezone).day_at(waiting.at)
    return GivenBack(
        payment.entry, undone.id, member.id, member.name, payment.points, rule, "", day, question=waiting.question
    )


UNWINDING = {
    ANSWER: Unwinding(take=withdraw, restore=reinstate, along=shared, along_again=shared_again, frees=freed),
    ASKER: Unwinding(take=keep_answer, restore=require_answer, along_again=shared_again),
}


def _still_unaccepted(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Unless an answer of theirs is the accepted one again."""
    stands = acceptances.standing(tx, int(note.subject.partition(":")[0]))
    return stands is None or stands.answerer != note.member


STILL_TRUE = {"unaccepted": _still_unaccepted}
