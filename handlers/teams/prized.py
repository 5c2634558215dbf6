"""How a prize for originality stands in the groups. Shared by what gives it and what takes it back."""

from actions.teams.cocreation import AnswerSeen, honoured
from handlers.effects import Delete, Effect, Link, Post
from rules.people import Part, Purpose
from storage import groups, homes, members
from storage.engine.tx import Tx


def gone(tx: Tx, answer: int) -> list[Effect]:
    """The groups don't read of its prize any more."""
    return [Delete(keep=_praise(answer, group.id)) for group in groups.active(tx, Part.COMMUNITY)]


def again(tx: Tx, answer: int) -> list[Effect]:
    """It has the prize after all, and they read of it again."""
    return praised(tx, honoured(tx, answer))


def praised(tx: Tx, done: AnswerSeen) -> list[Effect]:
    """Why it has the prize, where its author is at home."""
    home = homes.told_in(tx, members.get(tx, done.member), None)
    if home is None:
        return []
    row, keep = ((all_answers(done.cocreation),),), _praise(done.id, home.id)
    return [Post(home.id, "cocreation/prized", done, buttons=row, purpose=Purpose.CHALLENGES.value, keep=keep)]


def _praise(answer: int, group: int) -> str:
    return f"prize:{answer}:{group}"


def all_answers(number: int) -> Link:
    """The way to all answers to the brief of that number."""
    return Link("cocreation/answers", start=f"cocreation-{number}")
