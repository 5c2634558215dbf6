"""Letters on their way: how they are joined, addressed, and what follows them. Pure."""

import json
from collections import deque
from typing import Any

from telegram import InputFile

from messages.renderer import Speech
from messages.stored import recalled
from storage.post.outbox import Letter, Queued

GATHERED = 50
TEXT_LIMIT = 4096
REPEATABLE = {
    "setMessageReaction",
    "answerCallbackQuery",
    "editMessageText",
    "editMessageCaption",
    "editEphemeralMessageText",
    "deleteMessage",
    "setMyCommands",
}
TOAST = "answerCallbackQuery"
UNCOUNTED = {"setMessageReaction", TOAST, "setMyCommands", "deleteMessage"}


def next_of(lane: deque[Queued]) -> list[Queued]:
    """Take the next letter of a lane, with those behind it that may be joined to it in one message."""
    letters = [lane.popleft()]
    size = len(letters[0].body)
    while letters[0].gather and lane and lane[0].gather == letters[0].gather and len(letters) < GATHERED:
        size += len(lane[0].body)
        if size > TEXT_LIMIT:
            break
        letters.append(lane.popleft())
    return letters


def gathered(bodies: list[dict[str, Any]]) -> dict[str, Any]:
    """One body for several that may be joined: the header, then a line each."""
    first = bodies[0]
    header = first.pop("header", None)
    if len(bodies) == 1:
        return first
    lines = [header, *(body["text"] for body in bodies)] if header else [body["text"] for body in bodies]
    joined = {**first, "text": "\n".join(lines)}
    joined.pop("reply_parameters", None)
    return joined


def as_it_is(letter: Queued) -> bytes:
    """The stored parameters with the chat they go to put before them, without reading them."""
    chat = f'{{"chat_id":{letter.lane},' if letter.lane else "{"
    return (chat + letter.body[1:]).encode()


def addressed(letter: Queued, body: dict[str, Any]) -> dict[str, Any]:
    """The parameters of the call: the chat it goes to, and a file where the body holds its content."""
    if letter.lane:
        body["chat_id"] = letter.lane
    document = body.get("document")
    if isinstance(document, dict):
        body["document"] = InputFile(document["content"].encode(), filename=document["name"])
    return body


def fallback(letter: Queued, speech: Speech) -> list[Letter]:
    """The letter that goes when this one can't; words that were not put yet are put now."""
    if letter.fallback is None:
        return []
    other = recalled(letter.fallback)
    method = other.get("method", "sendMessage")
    body = other.get("body") or json.dumps(worded(other, speech), ensure_ascii=False)
    return [Letter(other["lane"], method, body, gather=other.get("gather"), fade_s=other.get("fade_s"))]


def worded(other: dict[str, Any], speech: Speech) -> dict[str, Any]:
    """The parameters of a message that was kept as its template and what it speaks about."""
    locale = other["locale"]
    header = speech.render(locale, other["gather"]) if other["gather"] else None
    text = speech.render(locale, other["template"], other["about"])
    said = {**other["where"], "text": text, "header": header, "parse_mode": "HTML"}
    return {key: value for key, value in said.items() if value is not None}


def afterwards(letter: Queued, message: int | None, *, pin: bool) -> list[Letter]:
    """What follows a sent message: its deletion after a while, or its pin."""
    if message is None:
        return []
    extra = []
    if letter.fade_s:
        fade = json.dumps({"message_id": message})
        extra.append(Letter(letter.lane, "deleteMessage", fade, delay_s=letter.fade_s))
    if pin:
        body = json.dumps({"message_id": message, "disable_notification": True})
        extra.append(Letter(letter.lane, "pinChatMessage", body))
    return extra


def exposed(letter: Queued, message: int | None, speech: Speech) -> list[Letter]:
    """An older server has shown a whisper to everyone: delete it at once, and whisper elsewhere."""
    gone = [Letter(letter.lane, "deleteMessage", json.dumps({"message_id": message}))] if message else []
    return gone + fallback(letter, speech)
