"""What a member sends as a work or its draft: read from a message, kept in a button until it is pressed. No feature."""

from dataclasses import asdict, replace
from typing import Any

from actions.works import submission
from handlers.call import Call, Message
from messages.vocabulary import tagged
from rules.files import File
from rules.people import PLAYING
from rules.works.submission import Work, without_tag
from storage.engine.tx import Tx


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


def packed(call: Call, challenge: int, work: Work) -> dict[str, Any]:
    """A work for a challenge, as a button keeps it."""
    return {"challenge": challenge, "work": asdict(work), "said_at": call.occasion.now}


def unpacked(tx: Tx, kept: dict[str, Any]) -> Work:
    """The work that a button keeps, with all pieces of its album, and the words under them."""
    kept_work = Work(**{**kept, "files": tuple(File(**file) for file in kept["files"])})
    work = submission.with_album(tx, kept_work)
    return replace(work, text=words_in(submission.words_of(tx, work)) or work.text)
