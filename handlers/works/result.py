"""`/result`: where a work lives outside, and with what figures; its author says so in private, staff anywhere of theirs."""

from msgspec import Struct

from actions import dialogue
from actions.works import result as actions
from actions.works.result import ResultNoted, ResultWork
from handlers.call import Call, ChatKind
from handlers.effects import Ask, Button, Effect, Effects, Note, Reply
from handlers.routes import Command, Given, Press, Prompted, Shelf, Start, Where
from handlers.works.result_card import to_desk
from messages.vocabulary import vocabulary
from rules.note import Matter
from rules.reading.numbers import named
from rules.works.result import WORDS_MOST, ResultUnclear
from rules.works.result_reading import read
from storage.engine.tx import Tx


class ResultChoice(Struct, frozen=True):
    """The caller's works that have passed, to choose from."""

    works: tuple[ResultWork, ...]


def result(call: Call, tx: Tx) -> Effects:
    """`/result 12 link figures` notes them; with the number alone what is known, with nothing one's own works."""
    found = named(call.words)
    if found is None:
        return _unnumbered(call, tx)
    number, said = found
    return _reported(call, tx, number, said) if said.strip() else _of(call, tx, number)


def ask(call: Call, tx: Tx) -> Effects:
    """The button under a work."""
    return _asked(call, tx, call.data["submission"])


def answered(call: Call, tx: Tx) -> Effects:
    """Link and figures, as asked for."""
    return _reported(call, tx, call.data["submission"], call.words)


def _unnumbered(call: Call, tx: Tx) -> Effects:
    """Of one work it is clear which is meant."""
    mine = actions.own(tx, call.member)
    if call.words.strip() and len(mine) == 1:
        return _reported(call, tx, mine[0].id, call.words)
    rows = [(Button("result/choose", "result.ask", {"submission": one.id}, outcome=one, once=False),) for one in mine]
    return Reply("result/choose", ResultChoice(mine), buttons=rows if call.chat.kind is ChatKind.PRIVATE else ())


def _of(call: Call, tx: Tx, number: int) -> Effects:
    if call.chat.kind is ChatKind.PRIVATE:
        return _asked(call, tx, number)
    return Reply("result/work", actions.work(tx, number, call.member, call.roles))


def _asked(call: Call, tx: Tx, number: int) -> Ask:
    found = actions.work(tx, number, call.member, call.roles)
    return Ask("result.report", "result/ask", found, data={"submission": number})


def _reported(call: Call, tx: Tx, number: int, said: str) -> list[Effect]:
    if len(said) > WORDS_MOST:
        raise ResultUnclear
    written = read(said, vocabulary("result", call.member.locale), call.occasion)
    dialogue.give_up(tx, call.member, "result.report", {"submission": number})
    done = actions.report(tx, number, written, call.member, call.roles, call.occasion)
    return [Reply("result/noted", done), *_further(call, tx, done)]


def _further(call: Call, tx: Tx, done: ResultNoted) -> list[Effect]:
    """What the author says is laid before the staff, what staff say is told to the author in the evening."""
    if not done.fresh:
        return []
    if done.waits:
        return to_desk(tx, done)
    if done.member == call.member.id:
        return []
    told = actions.checked(tx, done.report)
    return [Note(done.member, Matter.NEWS, f"result:{done.report}", "result/told", told)]


ROUTES = (
    Command("result", result, shelf=Shelf.CHALLENGES, place=35, where=Where.STAFF, covenant=True, fades=True),
    Start("result", result, covenant=True),
    Press("result.ask", ask, covenant=True),
    Prompted("result.report", answered, Given.OPEN, covenant=True),
)
