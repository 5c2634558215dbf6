"""What its author has put right before we came to it, as after a silence, is heard as it reads by now.

So it is where hearing it is final: with what the team calls, and with thanks to somebody who is named. Whatever follows
an edit by itself (a work, a question) is heard first as it was sent, at its own moment.
"""

from collections.abc import Callable, Iterable, Sequence

from rules.values import replace
from storage.packing import packed, unpacked
from storage.post.inbox import WaitingUpdate

Key = tuple[int, int]


def as_they_read(
    waiting: Sequence[WaitingUpdate], to_come: Iterable[WaitingUpdate], final: Callable[[WaitingUpdate], bool]
) -> list[WaitingUpdate]:
    """What waits, each message that is `final` with the last edit of it among all that is `to_come`."""
    edits: dict[Key, list[WaitingUpdate]] = {}
    for update in to_come:
        if (key := _key(update, "edited_message")) is not None:
            edits.setdefault(key, []).append(update)
    if not edits:
        return list(waiting)
    found: list[WaitingUpdate] = []
    heard: set[int] = set()
    for update in waiting:
        key = _key(update, "message")
        if key in edits and final(update):
            heard |= {edit.id for edit in edits[key]}
            found.append(_corrected(update, edits[key]))
        elif update.id not in heard:
            found.append(update)
    return found


def _corrected(update: WaitingUpdate, edits: Sequence[WaitingUpdate]) -> WaitingUpdate:
    message = {key: value for key, value in unpacked(edits[-1].body)["edited_message"].items() if key != "edit_date"}
    body = packed({"update_id": update.update_id, "message": message})
    return replace(update, body=body, also=(*update.also, *(edit.id for edit in edits)))


def _key(update: WaitingUpdate, kind: str) -> Key | None:
    """Chat and number of the message of words, of that `kind`, that it brings."""
    if update.resumed or f'"{kind}"' not in update.body:
        return None
    try:
        message = unpacked(update.body)[kind]
        chat, number, text = message["chat"]["id"], message["message_id"], message["text"]
    except (KeyError, TypeError, ValueError):
        return None
    shaped = isinstance(chat, int) and isinstance(number, int) and isinstance(text, str)
    return (chat, number) if shaped else None
