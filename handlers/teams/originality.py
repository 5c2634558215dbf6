"""What staff make of the answers to a brief: the prize for originality with its reason, and the case with what was unexpected."""

from actions.teams import originality
from actions.teams.cocreation import AnswerSeen, honoured
from handlers.call import Call
from handlers.effects import Ask, Delete, Effect, Effects, Link, Post, Reply, Tell
from handlers.routes import MODERATORS, Given, Press, Prompted
from rules.people import Part, Purpose
from storage import groups, homes, members
from storage.engine.tx import Tx


def ask_reason(call: Call, tx: Tx) -> Effects:
    """Why this one?"""
    seen = originality.require_prize(tx, call.data["answer"], call.member, call.occasion)
    return Ask("originality.reason", "cocreation/ask_reason", seen, data={"answer": seen.id})


def awarded(call: Call, tx: Tx) -> Effects:
    """It has the prize: its author is told, and the groups read why."""
    number, words = call.data["answer"], call.words.strip()
    if not words:
        return ask_reason(call, tx)
    done = originality.award(tx, number, call.member, words, call.occasion)
    told = Tell(done.member, "cocreation/told_prize", done, buttons=((_all(done.cocreation),),))
    return [Reply("cocreation/prize_given", done), told, *_praised(tx, done)]


def ask_back(call: Call, tx: Tx) -> Effects:
    """Why is it taken back? Only of one that paid nothing: what paid is undone."""
    seen = originality.require_unpaid(tx, call.data["answer"], call.member, call.occasion)
    return Ask("originality.back", "cocreation/ask_back", seen, data={"answer": seen.id})


def taken_back(call: Call, tx: Tx) -> Effects:
    """Its author hears why, and the groups don't read of it any more."""
    number, words = call.data["answer"], call.words.strip()
    if not words:
        return ask_back(call, tx)
    done = originality.take_back(tx, number, call.member, words, call.occasion)
    told = Tell(done.member, "cocreation/told_back", done, buttons=((_all(done.cocreation),),))
    return [Reply("cocreation/prize_back", done), told, *gone(tx, done.id)]


def gone(tx: Tx, answer: int) -> list[Effect]:
    """The groups don't read of its prize any more."""
    return [Delete(keep=_praise(answer, group.id)) for group in groups.active(tx, Part.COMMUNITY)]


def again(tx: Tx, answer: int) -> list[Effect]:
    """It has the prize after all, and they read of it again."""
    return _praised(tx, honoured(tx, answer))


def _praised(tx: Tx, done: AnswerSeen) -> list[Effect]:
    home = homes.told_in(tx, members.get(tx, done.member), None)
    if home is None:
        return []
    row, keep = ((_all(done.cocreation),),), _praise(done.id, home.id)
    return [Post(home.id, "cocreation/prized", done, buttons=row, purpose=Purpose.CHALLENGES.value, keep=keep)]


def ask_unexpected(call: Call, tx: Tx) -> Effects:
    """What was unexpected about it?"""
    seen = originality.require_case(tx, call.data["answer"], call.member, call.occasion)
    return Ask("originality.unexpected", "cocreation/ask_unexpected", seen, data={"answer": seen.id})


def made_case(call: Call, tx: Tx) -> Effects:
    """It is a case, which everybody finds; said anew, no group hears of it again."""
    number, words = call.data["answer"], call.words.strip()
    if not words:
        return ask_unexpected(call, tx)
    again = originality.require_case(tx, number, call.member, call.occasion).case
    done = originality.make_case(tx, number, call.member, words, call.occasion)
    told = (
        []
        if again
        else [
            Post(
                group.id, "cocreation/case", done, buttons=((_all(done.cocreation),),), purpose=Purpose.CHALLENGES.value
            )
            for group in groups.active(tx, Part.COMMUNITY)
        ]
    )
    return [Reply("cocreation/case_made", done), *told]


def _praise(answer: int, group: int) -> str:
    return f"prize:{answer}:{group}"


def _all(number: int) -> Link:
    return Link("cocreation/answers", start=f"cocreation-{number}")


ROUTES = (
    Press("originality.prize", ask_reason, who=MODERATORS),
    Prompted("originality.reason", awarded, Given.AHEAD, who=MODERATORS, plain=True, even_empty=True),
    Press("originality.ask_back", ask_back, who=MODERATORS),
    Prompted("originality.back", taken_back, Given.AHEAD, who=MODERATORS, plain=True, even_empty=True),
    Press("originality.case", ask_unexpected, who=MODERATORS),
    Prompted("originality.unexpected", made_case, Given.AHEAD, who=MODERATORS, plain=True, even_empty=True),
)
