"""What goes without the part that Telegram refuses: outside of a topic that is gone or closed, or without a file. Pure."""

from collections.abc import Iterator, Sequence

from bot.delivery.letters import fallback
from messages.renderer import Speech
from rules.letters import Kind
from rules.values import replace
from storage.post.bodies import SendMediaGroup, SendMessage, file, of, parameters, pieces, words
from storage.post.body import Body
from storage.post.letters import Letter, Queued

NO_TOPIC = ("message thread not found", "topic_closed", "topic_deleted")
NO_FILE = (
    "wrong file identifier",
    "wrong remote file identifier",
    "wrong file_id",
    "file is temporarily unavailable",
    "file_reference",
)
TOPIC = "message_thread_id"


def lesser(letters: Sequence[Queued], why: str, speech: Speech) -> list[Letter]:
    """What goes instead of these letters, which are one call; nothing where nothing of them would make sense."""
    said = why.lower()
    if any(known in said for known in NO_TOPIC):
        return [_again(letter, outside, speech) for letter in letters if (outside := _outside(letter)) is not None]
    if any(known in said for known in NO_FILE):
        return [other for letter in letters for other in _without(letter, speech, alone=len(letters) == 1)]
    return []


def _outside(letter: Queued) -> Body | None:
    """It stands where everybody in the group looks; an answer belongs to whoever asked in the topic, or nowhere."""
    given = parameters(letter.said)
    if not (letter.standing.missed or letter.standing.harmless) or given.pop(TOPIC, None) is None:
        return None
    return of(letter.method, given)


def _without(letter: Queued, speech: Speech, *, alone: bool) -> Iterator[Letter]:
    """Of several files each goes by itself, for one of them may be the only one that is refused. One alone leaves its words,
    but for an announcement, whose file is what it announces: staff decide about that.
    """
    said = letter.said
    shown = pieces(said)
    if shown and not alone:
        yield replace(_again(letter, said, speech), gather=None)
    elif isinstance(said, SendMediaGroup):
        for nth, piece in enumerate(shown):
            one = file(piece["type"], piece["media"], piece.get("caption"), None, said.message_thread_id)
            yield replace(_again(letter, one, speech), keep=None if nth else letter.keep)
    elif shown and words(said) and letter.kind != Kind.ANNOUNCEMENT:
        given = parameters(said)
        yield _again(
            letter,
            SendMessage(words(said), reply_markup=given.get("reply_markup"), message_thread_id=given.get(TOPIC)),
            speech,
        )


def _again(letter: Queued, body: Body, speech: Speech) -> Letter:
    """Everything else that is known of the letter stays."""
    further = fallback(letter, speech)
    return Letter(
        letter.lane,
        body,
        letter.gather,
        letter.keep,
        letter.fade_s,
        fallback=further[0] if further else None,
        lasts_s=None if letter.expires_at is None else letter.expires_at - letter.not_before,
        header=letter.header,
        pin=letter.pin,
        seen_by=letter.seen_by,
        file=letter.file,
        kind=Kind(letter.kind),
        caller=letter.caller,
    )
