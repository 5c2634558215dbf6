"""What staff make of the answers to a brief: the prize for originality with its reason, and the case with what was unexpected."""

from actions.teams import originality
from handlers.call import Call
from handlers.effects import Ask, Effects, Post, Reply, Tell
from handlers.routes import MODERATORS, Given, Press, Prompted
from handlers.teams.prized import all_answers, gone, praised
from rules.people import Part, Purpose
from storage import groups
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
    told = Tell(done.member, "cocreation/told_prize", done, buttons=((all_answers(done.cocreation),),))
    return [Reply("cocreation/prize_given", done), told, *praised(tx, done)]


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
    told = Tell(done.member, "cocreation/told_back", done, buttons=((all_answers(done.cocreation),),))
    return [Reply("cocreation/prize_back", done), told, *gone(tx, done.id)]


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
                group.id,
                "cocreation/case",
                done,
                buttons=((all_answers(done.cocreation),),),
                purpose=Purpose.CHALLENGES.value,
            )
            for group in groups.active(tx, Part.COMMUNITY)
        ]
    )
    return [Reply("cocreation/case_made", done), *told]


ROUTES = (
    Press("originality.prize", ask_reason, who=MODERATORS),
    Prompted("originality.reason", awarded, Given.AHEAD, who=MODERATORS, plain=True, even_empty=True),
    Press("originality.ask_back", ask_back, who=MODERATORS),
    Prompted("originality.back", taken_back, Given.AHEAD, who=MODERATORS, plain=True, even_empty=True),
    Press("originality.case", ask_unexpected, who=MODERATORS),
    Prompted("originality.unexpected", made_case, Given.AHEAD, who=MODERATORS, plain=True, even_empty=True),
)
