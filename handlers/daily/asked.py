"""How a question stands in the group: its confirmation with the asker's buttons, for all who change it."""

from msgspec import Struct

from actions.daily import acceptance_undone
from actions.daily import question as questions
from actions.daily.question import CONFIRMATION, THANKS, Asked, QuestionPlace
from handlers.effects import DAY_S, Button, Edit, Effect, Keyboard, Post, React
from rules.people import Purpose
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox

LASTS_S = 60 * DAY_S


class Numbered(Struct, frozen=True):
    """The number of a question, for a button."""

    number: int


def confirmation(number: int) -> str:
    """The name under which the confirmation is remembered."""
    return f"{CONFIRMATION}:{number}"


def template(asked: Asked) -> str:
    """The message for it: with what it resembles, if anything."""
    return "question/alike" if asked.alike else "question/asked"


def buttons(asked: Asked) -> Keyboard:
    """What the asker (or a moderator) may press; the actions look who it is."""
    if not asked.alike:
        return choices(asked.number, anyone=True)
    data = {"question": asked.number, "found": asked.alike[0].number}

    def button(label: str, action: str) -> Button:
        return Button(f"question/{label}", action, data, anyone=True, once=False, lasts_s=LASTS_S)

    return ((button("differs", "question.insist"), button("same", "question.close")),)


def choices(number: int, *, named: bool = False, anyone: bool = False) -> Keyboard:
    """Choose an answer or close; with its number on them (`named`) where several questions stand together."""
    numbered = Numbered(number) if named else None

    def button(label: str, action: str) -> Button:
        key = f"question/{label}_named" if named else f"question/{label}"
        return Button(key, action, {"question": number}, numbered, anyone=anyone, once=False, lasts_s=LASTS_S)

    return ((button("choose", "acceptance.choose"), button("close", "question.close")),)


def closing(number: int) -> Keyboard:
    """Close it, and nothing else."""
    return ((Button("question/close", "question.close", {"question": number}, once=False, lasts_s=LASTS_S),),)


def card(tx: Tx, asked: Asked, place: QuestionPlace) -> Post:
    """Our message about the question: below it, or where questions are answered if it was asked elsewhere.

    There it shows the question, and replies to it count.
    """
    keep, bound = confirmation(asked.number), groups.topic(tx, place.group, Purpose.QUESTIONS)
    if bound is None or bound == place.topic:
        words = template(asked)
        return Post(
            place.group, words, asked, buttons(asked), topic=place.topic, keep=keep, reply_to=place.message
        )  # fmt: skip
    return Post(place.group, "question/carried", asked, buttons(asked), topic=bound, keep=keep)


def reopened(tx: Tx, asked: Asked) -> Edit | Post:
    """Our message as it was when the question was new; where it is gone by now there is a new one."""
    keep = confirmation(asked.number)
    if outbox.kept(tx, keep) or outbox.awaits(tx, keep):
        return Edit(template(asked), asked, buttons=buttons(asked), keep=keep)
    question = questions.numbered(tx, asked.number)
    return card(tx, asked, QuestionPlace(question.group, question.message, question.topic))


def thanks(number: int) -> str:
    """The name under which the line that thanks for the answer is remembered."""
    return f"{THANKS}:{number}"


def accepted_no_longer(tx: Tx, number: int) -> list[Effect]:
    """The acceptance was taken back: the answer loses our reaction, the messages about the question say so."""
    done, last = acceptance_undone.told(tx, number)
    question = questions.numbered(tx, number)
    return [
        React("", message=last.message, group=question.group),
        Edit("acceptance/taken_back", done, keep=thanks(number)),
        reopened(tx, questions.shown(tx, question)),
    ]


def accepted_again(tx: Tx, number: int) -> list[Effect]:
    """Taking it back was a mistake: everything reads as before."""
    done, last = acceptance_undone.told(tx, number)
    return [
        React("🏆", message=last.message, group=questions.numbered(tx, number).group),
        Edit("acceptance/thanks", done, keep=thanks(number)),
        Edit("question/solved", done, keep=confirmation(number)),
    ]
