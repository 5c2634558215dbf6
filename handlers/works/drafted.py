"""What a member sends as a work or its draft: read from a message, kept in a button until it is pressed. No feature."""

from collections.abc import Callable
from functools import reduce
from typing import Any

from actions.works import submission
from handlers.call import Call, Message
from handlers.effects import Ask
from messages.vocabulary import tagged
from rules.files import File
from rules.people import PLAYING
from rules.values import replace, spread
from rules.works.submission import Work, joined, without_tag
from storage.engine.tx import Tx
from storage.post import dialogues
from storage.post.dialogues import GOES_ON

# What is said of a question below the preview of a work or a draft.
LEFT_ASIDE = "submission/left_aside"
# For how long whoever sees the preview of their work has it before them, and means it by what they send.
BEFORE_THEM_S = 1800


def words_in(text: str) -> str:
    """The words of a work, without what hands it in."""
    return without_tag(text, tagged()["submit"])


def work_of(call: Call, tx: Tx, message: Message) -> Work:
    """The work that a message is, an album with every piece that has come."""
    file = message.file
    public = call.chat.group is not None and call.chat.group.part in PLAYING
    group = call.group.id if public else None
    where = message.id if public else None
    work = Work(words_in(message.said), (file,) if file else (), group, where, message.album)
    return submission.with_album(tx, work)


def gathered(call: Call, tx: Tx, message: Message) -> Call:
    """The call with what has been sent for the question so far, and this message among it: in its place, if it was edited.

    Words and pictures come one after the other; each message is remembered by its number.
    """
    parts = {**call.data.get("parts", {}), str(message.id): spread(work_of(call, tx, message))}
    return replace(call, data={**call.data, "parts": parts})


def together(call: Call, tx: Tx) -> Work:
    """All that was sent, as one work."""
    return reduce(joined, (unpacked(tx, part) for part in call.data["parts"].values()))


def as_sent(call: Call, tx: Tx) -> Work:
    """The work that a preview keeps. Of several messages it is put together anew: pieces of an album may have come since."""
    return together(call, tx) if len(call.data.get("parts", ())) > 1 else unpacked(tx, call.data["work"])


def pieces(call: Call) -> tuple[str, ...]:
    """The albums among what was sent so far."""
    return tuple(part["album"] for part in call.data.get("parts", {}).values() if part["album"])


def in_album(call: Call) -> bool:
    """Whether pictures may still be on their way for what was sent so far."""
    return bool(pieces(call))


def waits(call: Call, challenge: int, work: Work) -> dict[str, Any]:
    """The question stays open below its preview, with what was sent so far."""
    return {**packed(call, challenge, work), GOES_ON: True}


def shown_anew(call: Call, tx: Tx, prompt: str, shown: Callable[[Call, Tx], Ask]) -> Ask | None:
    """A message was edited that stands in a preview of that `prompt`: it is shown anew, and the preview before does nothing."""
    if call.message is None:
        return None
    number, open_ = call.message.id, dialogues.waiting(tx, call.member.id, call.occasion.now)
    asked = next((one for one in open_ if one.prompt == prompt and one.shows(number)), None)
    if asked is None:
        return None
    changed = gathered(replace(call, data=asked.data), tx, call.message)
    return replace(shown(changed, tx), again=asked.id)


def packed(call: Call, challenge: int, work: Work, said_at: int | None = None) -> dict[str, Any]:
    """A work for a challenge, as a button keeps it: as of now, or as of when it was sent (UTC seconds); and in what it came."""
    then = call.occasion.now if said_at is None else said_at
    return {"challenge": challenge, "work": spread(work), "said_at": then, "parts": call.data.get("parts", {})}


def unpacked(tx: Tx, kept: dict[str, Any]) -> Work:
    """The work that a button keeps, with all pieces of its album, and the words under them."""
    kept_work = Work(**{**kept, "files": tuple(File(**file) for file in kept["files"])})
    work = submission.with_album(tx, kept_work)
    return replace(work, text=words_in(submission.words_of(tx, work)) or work.text)
