"""What a member sends as a work or its draft: read from a message, kept in a button until it is pressed. No feature."""

from dataclasses import asdict, replace
from functools import reduce
from typing import Any

from actions.works import submission
from handlers.call import Call, Message
from messages.vocabulary import meant, tagged
from rules.files import File
from rules.people import PLAYING
from rules.typed import bare
from rules.works.submission import Work, joined, without_tag
from storage.engine.tx import Tx
from storage.post import dialogues
from storage.post.dialogues import Pending

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
    parts = {**call.data.get("parts", {}), str(message.id): asdict(work_of(call, tx, message))}
    return replace(call, data={**call.data, "parts": parts})


def together(call: Call, tx: Tx) -> Work:
    """All that was sent, as one work."""
    return reduce(joined, (unpacked(tx, part) for part in call.data["parts"].values()))


def waits(call: Call, challenge: int, work: Work) -> dict[str, Any]:
    """The question stays open below its preview, with what was sent so far."""
    return {**packed(call, challenge, work), "parts": call.data.get("parts", {}), "goes_on": True}


def edited_in(call: Call, tx: Tx, prompt: str) -> Pending | None:
    """The question of that name whose preview shows the message that was edited."""
    message = call.message
    open_ = dialogues.waiting(tx, call.member.id, call.occasion.now) if message else []
    return next((one for one in open_ if one.prompt == prompt and str(message.id) in one.data.get("parts", {})), None)  # type: ignore[union-attr]


def agreed(call: Call) -> bool:
    """Whether the message only says that what stands in the preview is right."""
    said = bare(call.message.text) if call.message and call.message.media is None else ""
    return meant("welcome", "answer", said) == "yes" or meant("submission", "hand_in", said) == "yes"


def packed(call: Call, challenge: int, work: Work, said_at: int | None = None) -> dict[str, Any]:
    """A work for a challenge, as a button keeps it: as of now, or as of when it was sent (UTC seconds)."""
    return {"challenge": challenge, "work": asdict(work), "said_at": call.occasion.now if said_at is None else said_at}


def unpacked(tx: Tx, kept: dict[str, Any]) -> Work:
    """The work that a button keeps, with all pieces of its album, and the words under them."""
    kept_work = Work(**{**kept, "files": tuple(File(**file) for file in kept["files"])})
    work = submission.with_album(tx, kept_work)
    return replace(work, text=words_in(submission.words_of(tx, work)) or work.text)
