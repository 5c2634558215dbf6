"""Accepting an answer by word, command or button, and taking that back."""

from actions.daily import acceptance as acceptances
from actions.daily import acceptance_undone, rewording
from actions.daily import question as questions
from actions.daily.acceptance import Accepted, Candidate, Candidates, Reopened
from handlers import moderating
from handlers.call import Call, Message, Sender
from handlers.daily import asked as shown
from handlers.effects import Button, Edit, Effect, Effects, Keyboard, Note, Post, React, Tell, Toast, Whisper
from handlers.given_back import noted
from handlers.notices import to_staff
from handlers.persons import met
from handlers.routes import Command, Observe, On, Press, Shelf, Where
from rules.daily.acceptance import NotAnAnswer, Unpaid
from rules.daily.question import Answer, NoSuchQuestion, Question
from rules.note import Matter
from rules.reading.numbers import reference
from storage.engine.tx import Tx

# The line of thanks goes after a while; the confirmation above keeps who solved it.
THANKED_S = 6 * 3600


def accept(call: Call, tx: Tx) -> Effects:
    """`采纳` as a reply to the answer; `/accept 12` where that did not reply to the question."""
    assert call.reply_to is not None
    number = reference(call.words)
    said = _pointed_at(call, call.reply_to, tx)
    question, answer = acceptances.meant(tx, call.group, said, number, call.member)
    return _told(call, _accepted(call, tx, question, answer), answer, question)


def choose(call: Call, tx: Tx) -> Effects:
    """The answers to choose from, for the presser alone."""
    question = questions.numbered(tx, call.data["question"])
    may = moderating.for_asker(call, tx, question)
    found = acceptances.candidates(tx, question.id, call.member, moderating=may)
    return Whisper("acceptance/candidates", found, buttons=_choices(found))


def chosen(call: Call, tx: Tx) -> Effects:
    """One of them was pressed: the list becomes the result, with a way back."""
    question, answer = acceptances.chosen(tx, call.data["question"], call.data["message"])
    done = _accepted(call, tx, question, answer)
    back = Button("acceptance/take_back", "acceptance.take_back", {"question": question.id})
    own = (Toast("acceptance/toast", done), Edit("acceptance/done", done, buttons=((back,),)))
    return [*own, *_told(call, done, answer, question)]


def unaccept(call: Call, tx: Tx) -> Effects:
    """By reply to anything about the question, or by its number."""
    number = reference(call.words)
    if number is None and call.reply_to and call.chat.group:
        found = acceptances.about(tx, call.chat.group, call.reply_to.id)
        number = found.id if found else None
    if number is None:
        raise NoSuchQuestion
    reopened, effects = _taken_back(call, tx, number)
    return [Whisper("acceptance/reopened", reopened), *effects]


def take_back(call: Call, tx: Tx) -> Effects:
    """The button under the result."""
    reopened, effects = _taken_back(call, tx, call.data["question"])
    return [Toast("acceptance/reopened", reopened), Edit("acceptance/reopened", reopened), *effects]


def edited(call: Call, tx: Tx) -> Effects:
    """An accepted answer that changes afterwards is shown to the staff each time; another one just reads differently."""
    assert call.message is not None
    note = rewording.edited(tx, call.group, call.message.id, call.message.said)
    return to_staff(tx, "acceptance/edited", note) if note else None


def _accepted(call: Call, tx: Tx, question: Question, answer: Answer) -> Accepted:
    may = moderating.for_asker(call, tx, question)
    return acceptances.accept(tx, question, answer, call.member, call.occasion, moderating=may)


def _told(call: Call, done: Accepted, answer: Answer, question: Question) -> list[Effect]:
    """A reaction on the answer, one warm line, and the confirmation changed in place."""
    group, keep = question.group, shown.thanks(question.id)
    effects: list[Effect] = [
        React("🏆", message=answer.message, group=group),
        Post(
            group,
            "acceptance/thanks",
            done,
            topic=answer.topic,
            reply_to=answer.message,
            keep=keep,
            fade_s=THANKED_S,
        ),
        Edit("question/solved", done, keep=shown.confirmation(question.id)),
    ]
    if done.withheld is Unpaid.COVENANT:
        agree = Button("covenant/agree", "covenant.agree", {"version": call.occasion.programme.brand.covenant_version})
        effects.append(Tell(answer.member, "acceptance/withheld", acceptances.why(done), buttons=((agree,),)))
    return effects


def _taken_back(call: Call, tx: Tx, number: int) -> tuple[Reopened, list[Effect]]:
    may = moderating.of_staff(call)
    reopened, taken, given = acceptance_undone.unaccept(tx, number, call.member, call.occasion, moderating=may)
    effects = shown.accepted_no_longer(tx, number)
    if reopened.points:
        about = f"unaccepted:{taken.question}:{taken.n}"
        effects.append(Note(taken.answerer, Matter.ACCOUNT, about, "acceptance/points_back", reopened))
    return reopened, [*effects, *noted(given)]


def _pointed_at(call: Call, message: Message, tx: Tx) -> Answer:
    """The message that is to be accepted, if a person wrote it here."""
    if message.author is None or message.sender is not Sender.PERSON or message.forwarded:
        raise NotAnAnswer
    author = met(call, message.author, tx)
    return Answer(0, message.id, message.topic, author.id, message.said, message.at)


def _choices(found: Candidates) -> Keyboard:
    def button(answer: Candidate) -> Button:
        data = {"question": found.number, "message": answer.message}
        return Button("acceptance/this", "acceptance.chosen", data, outcome=answer)

    return tuple((button(answer),) for answer in found.answers)


ROUTES = (
    Command(
        "accept",
        accept,
        shelf=Shelf.QUESTIONS,
        place=40,
        where=Where.GROUP,
        covenant=True,
        reply=True,
        stays="said to the one who answered",
    ),
    Command("unaccept", unaccept, shelf=Shelf.QUESTIONS, place=50, menu=False, fades=True),
    Press("acceptance.choose", choose),
    Press("acceptance.chosen", chosen, covenant=True),
    Press("acceptance.take_back", take_back),
    Observe(On.EDIT, "accepted", edited, turn=20),
)
