"""Finding what has been answered before."""

from msgspec import Struct

from actions.daily import sought
from actions.daily.knowledge import FoundPage, NotFound, answered, find
from handlers.call import Call
from handlers.effects import Copy, Edit, Effects, Keyboard, Reply, Whisper
from handlers.pages import turning
from handlers.routes import Command, Observe, On, Press, Shelf
from messages.vocabulary import tagged
from rules.daily.question import number_in
from storage.engine.tx import Tx

# So much a button copies.
COPIED = 256


class ForTheGroup(Struct, frozen=True):
    """A question that is to be sent to the group; `copied` by a button below, or by hand where it is too long for one."""

    copied: bool


def search(call: Call, tx: Tx) -> Effects:
    """The first page, for the caller alone. What nobody finds is noted, so it is answered here: a refusal undoes all."""
    try:
        found = _found(call, tx, call.words, 1)
    except NotFound as nothing:
        if number_in(nothing.words) is None:
            sought.note(tx, nothing.words, call.occasion)
        return Whisper(nothing.template, nothing)
    return Whisper("knowledge/found", found, buttons=_turning(found))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    found = _found(call, tx, call.data["words"], call.data["page"])
    return Edit("knowledge/found", found, buttons=_turning(found))


def asked_in_private(call: Call, tx: Tx) -> Effects:
    """Words in private that are no command, and have been answered before: the answers, for who is in a group of ours."""
    message = call.message
    if message is None or message.forwarded or message.media or message.further:
        return None
    found = answered(tx, call.member, message.text, call.occasion)
    return Reply("knowledge/found", found, buttons=_turning(found)) if found else None


def for_the_group(call: Call, tx: Tx) -> Effects:
    """A question with the hashtag of one, in private: what has answered it before, else it is given along to be sent there."""
    words = call.words.strip()
    if not words:
        return Reply("help/asking")
    found = answered(tx, call.member, words, call.occasion)
    if found:
        return Reply("knowledge/found", found, buttons=_turning(found))
    english = call.member.locale == "en"
    written = f"#{next(tag for tag in tagged()['ask'] if tag.isascii() is english)} {words}"
    short = len(written) <= COPIED
    return Reply(
        "question/for_the_group", ForTheGroup(short), buttons=((Copy("question/copy", written),),) if short else ()
    )


def _found(call: Call, tx: Tx, words: str, number: int) -> FoundPage:
    return find(tx, call.member, words, number, call.occasion)


def _turning(found: FoundPage) -> Keyboard:
    return turning(found.page, "knowledge.page", {"words": found.words})


ROUTES = (
    Command("find", search, shelf=Shelf.QUESTIONS, place=30, fades=True),
    Press("knowledge.page", turned),
    Observe(On.PRIVATE_TALK, "asked_in_private", asked_in_private, turn=85),
)
