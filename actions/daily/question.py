"""Asking, answering by reply, and closing a question that is no longer needed."""

from msgspec import Struct

from actions.daily import knowledge
from actions.daily.knowledge import Found
from rules.daily.question import (
    AlreadyAsked,
    Answer,
    NoSuchQuestion,
    NotYourQuestion,
    Question,
    QuestionNotOpen,
    QuestionState,
    TooManyOpen,
    require_question,
)
from rules.links import message_link
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import PLAYING, Group, Member
from rules.programme.programme import Programme
from rules.snippets import snippet
from rules.values import replace
from storage import audits, groups, members, notes
from storage.daily import questions
from storage.engine.tx import Tx
from storage.post import outbox

TEXT_SHOWN = 120
# Under these names, with the question's number, our messages about it are remembered.
CONFIRMATION, THANKS = "question", "accepted"
HOUR_S = 3600


class QuestionPlace(Struct, frozen=True):
    """Where a question stands: our group, Telegram's message and topic."""

    group: int
    message: int
    topic: int | None


class Asked(Struct, frozen=True):
    """Question `number` of `name` is registered; `alike` are solved ones that it resembles."""

    number: int
    name: str
    text: str
    link: str | None
    alike: tuple[Found, ...]


class Closed(Struct, frozen=True):
    """Question `number` is no longer needed."""

    number: int
    name: str


class OpenLine(Struct, frozen=True):
    """An open question in a list: waiting for `hours`, answered by `answers` replies."""

    number: int
    text: str
    link: str | None
    hours: int
    answers: int


class StillOpen(Struct, frozen=True):
    """The hashtag was taken out of an open question by an edit: it waits for answers as before, with its new words or `kept`."""

    number: int
    kept: bool


class OpenPage(Struct, frozen=True):
    """A page of open questions."""

    lines: tuple[OpenLine, ...]
    page: Page


def ask(tx: Tx, asker: Member, registrar: Member, text: str, place: QuestionPlace, occasion: Occasion) -> Asked:
    """Register a question. Raises EmptyQuestion, QuestionTooLong, AlreadyAsked, TooManyOpen."""
    section = occasion.programme.questions
    require_question(text, section)
    if known := questions.at(tx, place.group, place.message):
        raise AlreadyAsked(known.id)
    waiting = len(questions.open_of(tx, asker.id))
    if waiting >= section.open_per_asker:
        raise TooManyOpen(waiting)
    alike = knowledge.resembling(tx, asker, text, occasion)
    new = questions.add(tx, place.group, place.message, place.topic, asker.id, registrar.id, text, occasion.now)
    on_behalf(tx, new, registrar, "question.register", occasion.now)
    return replace(shown(tx, new), alike=alike)


def shown(tx: Tx, question: Question) -> Asked:
    """A question as its confirmation tells it."""
    link = message_link(groups.get(tx, question.group).chat_id, question.message)
    name = members.get(tx, question.asker).name
    return Asked(question.id, name, snippet(question.text, TEXT_SHOWN), link, ())


def numbered(tx: Tx, number: int | None) -> Question:
    """The question of that number. Raises NoSuchQuestion."""
    found = questions.get(tx, number) if number is not None else None
    if found is None:
        raise NoSuchQuestion
    return found


def meant(tx: Tx, group: Group, message: int) -> Question | None:
    """The question that a message of the group is about: itself, our confirmation of it, or our thanks for its answer."""
    if found := questions.at(tx, group.id, message):
        return found
    kind, _, number = (outbox.named(tx, group.chat_id, message) or "").partition(":")
    return questions.get(tx, int(number)) if kind in (CONFIRMATION, THANKS) else None


def require_asker(question: Question, actor: Member, *, moderating: bool) -> None:
    """Raise NotYourQuestion unless `actor` is the asker or a moderator."""
    if actor.id != question.asker and not moderating:
        raise NotYourQuestion(question.id)


def reminder(number: int) -> str:
    """What the note that reminds its asker is about; moot once the question is solved or closed."""
    return f"question:{number}"


def on_behalf(tx: Tx, question: Question, actor: Member, act: str, now: int) -> None:
    """Write down what a moderator does with somebody else's question."""
    if actor.id != question.asker:
        audits.record(tx, now, actor.id, act, question.asker, f"Q{question.id}", question=question.id)


def answered(tx: Tx, question: Question, member: Member, message: int, topic: int | None, text: str, now: int) -> None:
    """Remember a reply of somebody else's to a question."""
    if member.id != question.asker:
        questions.add_answer(tx, question.group, Answer(question.id, message, topic, member.id, text, now))


def reword(tx: Tx, group: Group, message: int, text: str, programme: Programme) -> Question | None:
    """The asker has edited an open question, which it is; what was solved stays as it was solved."""
    question = questions.at(tx, group.id, message)
    if question is None or question.state is not QuestionState.OPEN:
        return None
    if text:
        questions.reword(tx, question.id, text[: programme.questions.text_limit])
    return question


def complete(tx: Tx, group: Group, message: int, asked: str, said: str, programme: Programme) -> None:
    """More of an album's words have come: what it asks, or what it answers, is all of them."""
    reword(tx, group, message, asked, programme)
    questions.reword_answer(tx, group.id, message, said)


def is_one(tx: Tx, group: Group, message: int) -> bool:
    """Whether that message of the group is a question already."""
    return questions.at(tx, group.id, message) is not None


def close(tx: Tx, number: int, actor: Member, now: int, *, moderating: bool, found: int | None = None) -> Closed:
    """The question is no longer needed, or its answer was `found` in another; nobody is paid.

    Raises NotYourQuestion, QuestionNotOpen.
    """
    question = numbered(tx, number)
    require_asker(question, actor, moderating=moderating)
    if question.state is not QuestionState.OPEN:
        raise QuestionNotOpen(number)
    questions.set_state(tx, number, QuestionState.CLOSED)
    if found is not None:
        questions.found(tx, number, found, now)
    notes.withdraw(tx, reminder(number))
    on_behalf(tx, question, actor, "question.close", now)
    return Closed(number, members.get(tx, question.asker).name)


def insist(tx: Tx, number: int, actor: Member, *, moderating: bool) -> Asked:
    """What was found is not the same: the question stays open. Raises NotYourQuestion, QuestionNotOpen."""
    question = numbered(tx, number)
    require_asker(question, actor, moderating=moderating)
    if question.state is not QuestionState.OPEN:
        raise QuestionNotOpen(number)
    return shown(tx, question)


def open_page(tx: Tx, reader: Member, group: Group | None, number: int, now: int, programme: Programme) -> OpenPage:
    """Page `number` of the open questions of a group that plays; elsewhere of all groups where the reader is."""
    size = programme.questions.per_page
    where = group.id if group and group.part in PLAYING else None
    page = page_of(number, questions.count_open(tx, where, reader.id), size)
    found = questions.open_in(tx, where, reader.id, size, page.before)
    return OpenPage(tuple(line_of(item, now) for item in found), page)


def line_of(item: questions.Open, now: int) -> OpenLine:
    """A line of the list of open questions."""
    question = item.question
    link = message_link(item.chat_id, question.message)
    hours = max(now - question.asked_at, 0) // HOUR_S
    return OpenLine(question.id, snippet(question.text, TEXT_SHOWN), link, hours, item.answers)
