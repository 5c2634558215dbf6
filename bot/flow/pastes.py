"""Pastes are put together: an app cuts what is too long for one message into several, sent at the same moment.

A long message waits a moment for what may follow it; what follows is handled with it, as one. In a group, where
people talk, only what may be for the bot is put together: a hashtag or a command stands in one of its parts, or it
replies to something, as an answer does. Apps let each part reply to the same, or the first alone.
"""

from collections.abc import Sequence
from typing import Any

from rules.markup import units
from rules.values import replace
from storage.packing import packed, unpacked
from storage.post.inbox import WaitingUpdate

FULL = 4096
# Apps cut where a paragraph or a word ends, in the second half of what a message can hold.
CUT = FULL // 2
AT_ONCE_S = 2
SAME_MINUTE_S = 60
HELD_S = 3
MOST = 8
# What replies, and has so few characters, is a word for itself.
A_WORD = 8
KINDS = ("private", "group", "supergroup")
SIGNS = ("#", "＃")
SIGNED = "author_signature"
NOT_THEIRS = ("forward_origin", "via_bot")
Json = dict[str, Any]


def whole(waiting: Sequence[WaitingUpdate], now: int, *, more: bool) -> list[WaitingUpdate]:
    """What can be handled now: pastes in one piece, without those whose end may still be on its way.

    There may be `more` behind this batch.
    """
    if not any(_may_be_cut(update) for update in waiting):
        return list(waiting)
    found: list[WaitingUpdate] = []
    latest: dict[int, int] = {}
    for update in waiting:
        before = latest.get(update.sender)
        joined = _joined(found[before], update) if before is not None and update.sender else None
        if joined is not None and before is not None:
            found[before] = joined
        else:
            latest[update.sender] = len(found)
            found.append(update)
    open_ends = {at for at in latest.values() if _open(found[at], now, last=more and at > 0)}
    return [update for at, update in enumerate(found) if at not in open_ends]


def _open(update: WaitingUpdate, now: int, *, last: bool) -> bool:
    """Whether its end may still come: it came just now, or is the `last` of its author's in this batch."""
    return _may_be_cut(update) and (last or now - update.received_at < HELD_S)


def _may_be_cut(update: WaitingUpdate) -> bool:
    """Whether it is a message of words, so long that an app may have cut it."""
    message = _words(update) if len(update.body) > CUT else None
    return message is not None and units(_last(message)) >= CUT


def _joined(before: WaitingUpdate, update: WaitingUpdate) -> WaitingUpdate | None:
    """The two as one; None where the second does not go on with the first, or has no shape."""
    try:
        return _together(before, update)
    except (AttributeError, KeyError, TypeError):
        return None


def _together(before: WaitingUpdate, update: WaitingUpdate) -> WaitingUpdate | None:
    if not _may_be_cut(before) or len(before.also) >= MOST:
        return None
    first, second = _words(before), _words(update)
    if first is None or second is None or not _goes_on(first, second):
        return None
    body = {"update_id": before.update_id, "message": _one(first, second)}
    received_at = max(before.received_at, update.received_at)
    return replace(before, body=packed(body), also=(*before.also, *update.ids), received_at=received_at)


def _words(update: WaitingUpdate) -> Json | None:
    """The message of words that it is, in private or in a group."""
    try:
        said = unpacked(update.body)
    except ValueError:
        return None
    message = said.get("message") if isinstance(said, dict) else None
    if not isinstance(message, dict) or not isinstance(message.get("text"), str):
        return None
    chat = message.get("chat")
    return message if isinstance(chat, dict) and chat.get("type") in KINDS else None


def _goes_on(first: Json, second: Json) -> bool:
    """Said at once behind a long one, or within the minute behind a full one in private; both are their own words.

    A command begins something new, and in a group a hashtag does as well.
    """
    if _topic(first) != _topic(second) or any(first.get(who) != second.get(who) for who in ("sender_chat", SIGNED)):
        return False
    if first["chat"].get("id") != second["chat"].get("id") or any(
        key in one for one in (first, second) for key in NOT_THEIRS
    ):
        return False
    if _replied(second) not in (None, _replied(first)) or _begins(second):
        return False
    private = first["chat"]["type"] == "private"
    if not private and (second["text"].lstrip().startswith(SIGNS) or not _for_us(first, second)):
        return False
    within = SAME_MINUTE_S if private and units(_last(first)) >= FULL else AT_ONCE_S
    later_s: int = second.get("date", 0) - first.get("part_date", first.get("date", 0))
    return 0 <= later_s <= within


def _for_us(first: Json, second: Json) -> bool:
    """Whether it may be for the bot: a part calls it, or the whole replies to something."""
    if _calls(first) or _calls(second):
        return True
    replied = _replied(first)
    return replied is not None and (replied == _replied(second) or len(second["text"]) > A_WORD)


def _topic(message: Json) -> int | None:
    """The topic that it stands in; where there are none, a thread is what a reply begins."""
    return message.get("message_thread_id") if message.get("is_topic_message") else None


def between(text: str) -> str:
    """What stands between a part and the next: nothing where the app had to cut, else the line that it swallowed."""
    return "" if units(text) >= FULL else "\n"


def _replied(message: Json) -> int | None:
    """The message that it answers, if any; in a topic each message answers the one that opened the topic."""
    reply = message.get("reply_to_message")
    return None if reply is None or "forum_topic_created" in reply else reply["message_id"]


def _begins(message: Json) -> bool:
    """Whether a command stands at its start."""
    return any(part.get("type") == "bot_command" and part.get("offset") == 0 for part in message.get("entities", []))


def _calls(message: Json) -> bool:
    """Whether it is for the bot: by a hashtag or a command."""
    return any(sign in message["text"] for sign in SIGNS) or _begins(message)


def _last(message: Json) -> str:
    """The last part that has come."""
    text: str = message["text"]
    return text[message.get("part_at", 0) :]


def _one(first: Json, second: Json) -> Json:
    """Their words in one message, a line apart where they were cut at a place that an app chose.

    In a group its pieces are told: each of them can be edited or replied to.
    """
    before = first["text"] + between(_last(first))
    shift = units(before)
    moved = [{**part, "offset": part["offset"] + shift} for part in second.get("entities", [])]
    return {
        **first,
        "text": before + second["text"],
        "entities": [*first.get("entities", []), *moved],
        "part_at": len(before),
        "part_date": second.get("date", 0),
        "pieces": [] if first["chat"]["type"] == "private" else [*_pieces(first), *_pieces(second)],
    }


def _pieces(message: Json) -> list[tuple[int, str]]:
    return message.get("pieces") or [(message["message_id"], message["text"])]
