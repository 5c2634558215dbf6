"""What a question is looked up for, by whoever searches and whoever asks it in private."""

from msgspec import Struct

from actions.daily.knowledge import FoundPage, answered
from handlers.call import Call
from handlers.effects import Copy, Effects, Keyboard, Reply
from handlers.pages import turning
from messages.vocabulary import tagged
from storage.engine.tx import Tx

# So much a button copies.
COPIED = 256


class ForTheGroup(Struct, frozen=True):
    """A question that is to be sent to the group; `copied` by a button below, or by hand where it is too long for one."""

    copied: bool


def for_the_group(call: Call, tx: Tx) -> Effects:
    """A question with the hashtag of one, in private: what has answered it before, else it is given along to be sent there."""
    words = call.words.strip()
    if not words:
        return Reply("help/asking")
    found = answered(tx, call.member, words, call.occasion)
    if found:
        return Reply("knowledge/found", found, buttons=turning_pages(found))
    english = call.member.locale == "en"
    written = f"#{next(tag for tag in tagged()['ask'] if tag.isascii() is english)} {words}"
    short = len(written) <= COPIED
    return Reply(
        "question/for_the_group", ForTheGroup(short), buttons=((Copy("question/copy", written),),) if short else ()
    )


def turning_pages(found: FoundPage) -> Keyboard:
    """The way to its other pages."""
    return turning(found.page, "knowledge.page", {"words": found.words})
