"""Accepting an answer, which pays both sides, and taking that back."""

from msgspec import Struct

from actions.daily.question import meant as question_meant
from actions.daily.question import numbered, on_behalf, reminder, require_asker
from actions.daily.shield import helped, unhelped
from actions.ledger import lineage, paying, reversals
from actions.ledger.paying import Payment
from rules.daily.acceptance import (
    Acceptance,
    AlreadyAccepted,
    NoAnswerYet,
    NotAnAnswer,
    NothingAccepted,
    PointsSpent,
    Shares,
    Unpaid,
    require_in_time,
    shares,
)
from rules.daily.question import Answer, NoSuchQuestion, Question, QuestionState
from rules.ledger.ledger import NotEnoughPoints
from rules.ledger.reversals import Also
from rules.links import message_link
from rules.occasion import Occasion
from rules.people import Group, Member
from rules.refusals import NotForYourself
from rules.snippets import snippet
from rules.values import replace
from storage import groups, members, notes, outcomes
from storage.daily import acceptances, knowledge, questions
from storage.engine.tx import Tx

CANDIDATES = 8
TEXT_SHOWN = 60
TITLE_SHOWN = 24
NOTHING = Payment(0, 0, 0, None)


class Candidate(Struct, frozen=True):
    """An answer that can be accepted."""

    message: int
    name: str
    text: str
    link: str | None


class Candidates(Struct, frozen=True):
    """The latest answers to question `number`."""

    number: int
    text: str
    answers: tuple[Candidate, ...]


class Accepted(Struct, frozen=True):
    """An answer is accepted: what both got, and why the answerer or the asker got nothing, if so.

    `title` is the question, cut short.
    """

    number: int
    title: str
    name: str
    asker: str
    points: int
    asker_points: int
    withheld: Unpaid | None
    asker_withheld: Unpaid | None
    cap: int


class Withheld(Struct, frozen=True):
    """Why an answer accepted to question `number` paid nothing, told to its author or (`asking`) to the asker.

    `cap` is how many accepted answers of an asker pay a day.
    """

    number: int
    why: Unpaid
    cap: int
    asking: bool


class Reopened(Struct, frozen=True):
    """Accepting was taken back: `points` and `asker_points` went back, and the question is open again."""

    number: int
    name: str
    asker: str
    points: int
    asker_points: int


def candidates(tx: Tx, number: int, actor: Member, *, moderating: bool) -> Candidates:
    """The answers to choose from. Raises NotYourQuestion, AlreadyAccepted, NoAnswerYet."""
    question = numbered(tx, number)
    require_asker(question, actor, moderating=moderating)
    if acceptances.standing(tx, number) is not None:
        raise AlreadyAccepted(number)
    given = questions.answers(tx, number, CANDIDATES)
    if not given:
        raise NoAnswerYet(number)
    chat_id = groups.get(tx, question.group).chat_id
    return Candidates(number, snippet(question.text, TEXT_SHOWN), tuple(_candidate(tx, chat_id, one) for one in given))


def meant(tx: Tx, group: Group, said: Answer, number: int | None, actor: Member) -> tuple[Question, Answer]:
    """The question that a message answers: the one it replied to, the one of that number, or the actor's only open one.

    `said` is the message that is pointed at. Raises NotAnAnswer, NoSuchQuestion.
    """
    known = questions.answer_at(tx, group.id, said.message)
    if known and number in (None, known.question):
        return numbered(tx, known.question), replace(said, question=known.question)
    if number is None:
        waiting = questions.open_of(tx, actor.id, group.id)
        if len(waiting) != 1:
            raise NotAnAnswer
        number = waiting[0].id
    question = numbered(tx, number)
    if question.group != group.id:
        raise NoSuchQuestion
    if said.message <= question.message:
        raise NotAnAnswer
    return question, replace(said, question=number)


def chosen(tx: Tx, number: int, message: int) -> tuple[Question, Answer]:
    """The answer behind a button. Raises NotAnAnswer when it is no more."""
    question = numbered(tx, number)
    answer = questions.answer_at(tx, question.group, message)
    if answer is None or answer.question != number:
        raise NotAnAnswer
    return question, answer


def accept(
    tx: Tx, question: Question, answer: Answer, actor: Member, occasion: Occasion, *, moderating: bool
) -> Accepted:
    """Accept an answer and pay for it. Raises NotYourQuestion, AlreadyAccepted, NotForYourself."""
    require_asker(question, actor, moderating=moderating)
    if acceptances.standing(tx, question.id) is not None:
        raise AlreadyAccepted(question.id)
    if actor.id == answer.member != question.asker:
        raise NotForYourself
    where = _there(tx, question, answer, occasion)
    asker, answerer = members.get(tx, question.asker), members.get(tx, answer.member)
    why = _shares(tx, question, asker, answerer, where)
    n = acceptances.next_number(tx, question.id)
    given = _pay(tx, answerer, "answer_accepted", why.answerer, question.id, n, where, actor)
    solved = _pay(tx, asker, "question_solved", why.asker, question.id, n, where, actor)
    new = Acceptance(
        question.id, n, answer.message, answer.topic, answerer.id, asker.id, where.now,
        given.entry or None, solved.entry or None, why.answerer,
    )  # fmt: skip
    acceptances.add(tx, new, actor.id)
    notes.withdraw(tx, reminder(question.id))
    if given.entry:
        helped(tx, answerer.id, help_of(question.id, answerer.id), where)
    on_behalf(tx, question, actor, "question.accept", occasion.now)
    _remember(tx, question, answer, where.now)
    cap = occasion.programme.questions.accepted_from_one_asker_day
    title = snippet(question.text, TITLE_SHOWN)
    return Accepted(
        question.id, title, answerer.name, asker.name, given.points, solved.points, why.answerer, why.asker, cap
    )


def unaccept(
    tx: Tx, number: int, actor: Member, occasion: Occasion, *, moderating: bool
) -> tuple[Reopened, Acceptance]:
    """Take an acceptance back with both payments.

    Raises NotYourQuestion, NothingAccepted, TooLateToTakeBack, and PointsSpent unless a moderator does it: otherwise
    an asker could have one question paid again and again.
    """
    question = numbered(tx, number)
    require_asker(question, actor, moderating=moderating)
    taken = acceptances.standing(tx, number)
    if taken is None:
        raise NothingAccepted(number)
    require_in_time(taken, occasion.programme.questions.unaccept_hours, occasion.now)
    points, asker_points = _reverse(tx, taken, occasion, actor, forced=moderating)
    on_behalf(tx, question, actor, "question.unaccept", occasion.now)
    reopen(tx, taken, actor, occasion)
    name, asker = members.get(tx, taken.answerer).name, members.get(tx, taken.asker).name
    return Reopened(number, name, asker, points, asker_points), taken


def reopen(tx: Tx, taken: Acceptance, actor: Member, occasion: Occasion) -> tuple[Also, ...]:
    """The acceptance stands no longer: the question is open, its answer is found no more and earns no shield."""
    acceptances.take_back(tx, taken, actor.id, occasion.now)
    knowledge.remove(tx, taken.question)
    questions.set_state(tx, taken.question, QuestionState.OPEN)
    return unhelped(tx, members.get(tx, taken.answerer), help_of(taken.question, taken.answerer), occasion)


def accept_again(tx: Tx, taken: Acceptance, occasion: Occasion) -> None:
    """The acceptance stands after all. Raises AlreadyAccepted when another one does by now."""
    if acceptances.standing(tx, taken.question) is not None:
        raise AlreadyAccepted(taken.question)
    acceptances.stand_again(tx, taken)
    question = numbered(tx, taken.question)
    known = questions.answer_at(tx, question.group, taken.message)
    answer = known or Answer(question.id, taken.message, taken.topic, taken.answerer, "", taken.at)
    _remember(tx, question, answer, occasion.now)
    if taken.answer_entry:
        helped(tx, taken.answerer, help_of(taken.question, taken.answerer), occasion)


def help_of(question: int, answerer: int) -> str:
    """The help that an accepted answer is, for shields."""
    return f"accepted:{question}:{answerer}"


def about(tx: Tx, group: Group, message: int) -> Question | None:
    """The question that a message has to do with: an answer to it, itself, or one of ours about it."""
    answer = questions.answer_at(tx, group.id, message)
    return numbered(tx, answer.question) if answer else question_meant(tx, group, message)


def why(done: Accepted) -> Withheld:
    """What the answerer is told when nothing was paid."""
    assert done.withheld is not None
    return Withheld(done.number, done.withheld, done.cap, asking=False)


def pay_withheld(tx: Tx, member: Member, occasion: Occasion) -> int:
    """Pay what waited for the member's agreement to the covenant; how many points that was."""
    points = 0
    for waiting in acceptances.waiting_for_covenant(tx, member.id):
        question = numbered(tx, waiting.question)
        where = replace(occasion, group=question.group, message=waiting.message)
        payment = _pay(tx, member, "answer_accepted", None, waiting.question, waiting.n, where, None)
        acceptances.paid(tx, replace(waiting, answer_entry=payment.entry or None, withheld=None))
        points += payment.points
    return points


def _candidate(tx: Tx, chat_id: int, answer: Answer) -> Candidate:
    name = members.get(tx, answer.member).name
    return Candidate(
        answer.message, name, snippet(answer.text or "", TEXT_SHOWN), message_link(chat_id, answer.message)
    )


def _there(tx: Tx, question: Question, answer: Answer, occasion: Occasion) -> Occasion:
    """The occasion at the answer's place and on the asker's day, wherever the button was pressed, and by whom."""
    zone = members.get(tx, question.asker).timezone
    return replace(occasion, group=question.group, timezone=zone, message=answer.message)


def _shares(tx: Tx, question: Question, asker: Member, answerer: Member, occasion: Occasion) -> Shares:
    paid_today = acceptances.paid_on(tx, asker.id, occasion)
    return shares(asker, answerer, question.registrar, paid_today, occasion.programme, occasion.now)


def _pay(
    tx: Tx, member: Member, rule: str, why: Unpaid | None, number: int, n: int, occasion: Occasion, actor: Member | None
) -> Payment:
    if why is None:
        return paying.give(tx, member, rule, f"{number}.{n}", occasion, actor=actor)
    cap = occasion.programme.questions.accepted_from_one_asker_day
    detail = {"number": number, "why": why.value, "cap": cap, "asking": rule == "question_solved"}
    frees_at = occasion.next_day_at if why is Unpaid.ASKER_CAP else None
    outcomes.note(tx, member.id, occasion, rule, "acceptance/withheld", frees_at, detail)
    return NOTHING


def _remember(tx: Tx, question: Question, answer: Answer, now: int) -> None:
    """The question is solved, and its answer can be found."""
    questions.set_state(tx, question.id, QuestionState.SOLVED)
    questions.add_answer(tx, question.group, answer)
    knowledge.add(tx, question.id, question.group, answer.message, question.text, answer.text or "", now)


def _reverse(tx: Tx, taken: Acceptance, occasion: Occasion, actor: Member, *, forced: bool) -> tuple[int, int]:
    """Take back what the answerer and the asker were paid, as one; how much of each.

    What staff have taken back before stays as it is, and the acceptance goes all the same.
    """
    lost, first = [0, 0], None
    for at, paid in enumerate((taken.answer_entry, taken.asker_entry)):
        if paid is None or not lineage.stands(tx, paid):
            continue
        entry, reason = lineage.last(tx, paid), f"Q{taken.question}"
        try:
            done = reversals.take_back(tx, entry, occasion, actor, reason, forced=forced, along_with=first)
        except NotEnoughPoints:
            raise PointsSpent(taken.question) from None
        lost[at], first = done.entry.amount, entry
    return lost[0], lost[1]
