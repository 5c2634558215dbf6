"""In which message a reviewer has put words to a feedback that is still composed: whoever edits it means what waits there."""

from enum import StrEnum

from rules.occasion import Occasion
from rules.people import Member
from rules.works.review import reworded
from storage.engine.tx import Tx
from storage.post import said
from storage.post.said import SaidIn


class Remarked(StrEnum):
    """What the words are put to: the review of a work, or a first look at a draft."""

    REVIEW = "review.remark"
    LOOK = "look.remark"


class Now(StrEnum):
    """Where the words are: still with the reviewer, with the author, or nowhere any more."""

    WAITING = "waiting"
    GONE = "gone"
    NOWHERE = "nowhere"


def note(
    tx: Tx, kind: Remarked, number: int, at: tuple[int, int], words: str, reviewer: Member, occasion: Occasion
) -> None:
    """The words for that number stand in the message `at` (chat and number)."""
    chat_id, message = at
    told = SaidIn(message, reviewer.id, kind.value, str(number), words.strip(), gone=False)
    said.put(tx, chat_id, told, occasion.handled_at)


def changed(tx: Tx, kind: Remarked, at: tuple[int, int], words: str, reviewer: Member) -> SaidIn | None:
    """What the message had put there, where it says something else now."""
    found = said.of(tx, *at)
    if found is None or (found.prompt, found.member) != (kind.value, reviewer.id):
        return None
    return found if words.strip() not in ("", found.words) else None


def where(composed: str | None, sent: str, before: SaidIn, now: str) -> tuple[Now, str]:
    """Where the words are, and all that is composed with the new ones in their place."""
    text = reworded(composed, before.words, now.strip()) if composed is not None else None
    if text is not None:
        return Now.WAITING, text
    return (Now.GONE, "") if reworded(sent, before.words, "") is not None else (Now.NOWHERE, "")
