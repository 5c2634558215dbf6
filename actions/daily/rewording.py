"""An answer that reads otherwise after it was accepted: what is found is what it says now, and moderators are told."""

from msgspec import Struct

from rules.links import message_link
from rules.people import Group
from rules.snippets import snippet
from storage import members
from storage.daily import acceptances, knowledge, questions
from storage.engine.tx import Tx

EDIT_SHOWN = 300


class Edited(Struct, frozen=True):
    """The accepted answer to question `number` was edited by `name` and reads `text` now."""

    number: int
    name: str
    text: str
    link: str | None


def edited(tx: Tx, group: Group, message: int, text: str) -> Edited | None:
    """An answer reads otherwise now. If it had been accepted before: what moderators are told, each time: it is found so."""
    answer = questions.answer_at(tx, group.id, message)
    if answer is None or answer.text == text:
        return None
    questions.reword_answer(tx, group.id, message, text)
    accepted = acceptances.standing(tx, answer.question)
    if accepted is None or accepted.message != message:
        return None
    knowledge.reword(tx, answer.question, text)
    name = members.get(tx, answer.member).name
    return Edited(answer.question, name, snippet(text, EDIT_SHOWN), message_link(group.chat_id, message))
