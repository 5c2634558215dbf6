"""Letters on their way: how they are joined and addressed, and what goes when one can't. Pure."""

from collections import deque
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from telegram import InputFile

from messages.renderer import Speech
from messages.stored import put_words
from rules.letters import Kind
from rules.values import replace
from storage.post.bodies import SendMessage, album, parameters, pieces, reply_to, written
from storage.post.letters import Letter, Queued, Unworded, taken_out

GATHERED = 50
PIECES = 10
TEXT_LIMIT = 4096
TOAST = "answerCallbackQuery"
TAG = "setChatMemberTag"
UNCOUNTED = {"setMessageReaction", TOAST, "setMyCommands", "deleteMessage", TAG}


class Holds(Protocol):
    """What holds a letter in memory."""

    @property
    def letter(self) -> Queued: ...


H = TypeVar("H", bound=Holds)


def next_of(queue: deque[H]) -> list[H]:
    """Take the next of a queue, with those behind it that may be joined to it in one message."""
    taken = [queue.popleft()]
    first, size = taken[0].letter, len(taken[0].letter.body)
    most = PIECES if first.gather and pieces(first.said) else GATHERED
    while queue and joinable(first, queue[0].letter) and len(taken) < most:
        size += len(queue[0].letter.body)
        if size > TEXT_LIMIT:
            break
        taken.append(queue.popleft())
    return taken


def joinable(first: Queued, other: Queued) -> bool:
    """Whether both are lines of one kind for everybody there."""
    return bool(first.gather) and first.gather == other.gather and not (first.seen_by or other.seen_by)


def call_of(letters: Sequence[Queued]) -> tuple[str, str]:
    """The method, and the parameters, of one call for letters that may be joined: lines of a message, pieces of an album."""
    first = letters[0]
    if len(letters) == 1 or not pieces(first.said):
        return first.method, gathered(letters)
    shown = album([letter.said for letter in letters])
    return shown.method, written(shown)


def gathered(letters: Sequence[Queued]) -> str:
    """The parameters of one call for letters that may be joined: the header, then a line each. One alone is as it was."""
    first = letters[0]
    if len(letters) == 1:
        return first.body
    said = [letter.said for letter in letters]
    lines = [body.text for body in said if isinstance(body, SendMessage)]
    assert isinstance(said[0], SendMessage), "only messages of words are joined"
    assert len(lines) == len(said), "only messages of words are joined"
    text = "\n".join([first.header, *lines] if first.header else lines)
    return written(replace(said[0], text=text, reply_parameters=None))


def addressed(letter: Queued, body: str) -> bytes:
    """The parameters, which are JSON, with the chat they go to and the one who is to see them put before them."""
    chat = f'"chat_id":{letter.lane}' if letter.lane else ""
    alone = f',"ephemeral_message_parameters":{{"receiver_user_id":{letter.seen_by}}}' if letter.seen_by else ""
    between = "," if chat and body != "{}" else ""
    return f"{{{chat}{alone}{between}{body[1:]}".encode()


def with_file(letter: Queued) -> dict[str, Any]:
    """The parameters of a call with a file made here."""
    assert letter.file is not None
    made = InputFile(letter.file.content.encode(), filename=letter.file.name)
    return {"chat_id": letter.lane, **parameters(letter.said), "document": made}


def fallback(letter: Queued, speech: Speech, *, gone: bool = False) -> list[Letter]:
    """The letter that goes when this one can't; words that were not put yet are put now.

    `gone`: what this one was about is not there any more.
    """
    if letter.fallback is None:
        return []
    other = taken_out(letter.fallback)
    return [worded(other, speech, gone=gone) if isinstance(other, Unworded) else other]


def where_gone(letter: Queued, speech: Speech) -> list[Letter]:
    """What is said of the letter's message having been away already, if anything is to be said of that."""
    other = taken_out(letter.fallback) if letter.fallback else None
    return [worded(other, speech, gone=True)] if isinstance(other, Unworded) and other.gone else []


def worded(other: Unworded, speech: Speech, *, gone: bool) -> Letter:
    """The letter of a message that was kept as its template and what it speaks about."""
    text, header = put_words(speech, other.gone if gone and other.gone else other.words)
    said = SendMessage(text, message_thread_id=other.topic, reply_parameters=reply_to(other.reply_to))
    return Letter(other.lane, said, other.gather, fade_s=other.fade_s, header=header, kind=Kind(other.kind))
