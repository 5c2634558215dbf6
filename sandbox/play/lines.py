"""The grey service lines of a chat: what happened, and to whom; the page has the words."""

from __future__ import annotations

from sandbox.world.messages import Message, Wire


def service_line(message: Message) -> Wire | None:
    """What a service message tells; None for ordinary messages."""
    fields = message.service
    if not fields:
        return None
    name = message.sender.name if message.sender is not None else message.chat.title
    for key, kind in KINDS.items():
        if key in fields:
            return {"kind": kind, "name": name, "who": _names(fields[key]), "what": _what(fields[key])}
    return {"kind": "other", "name": name, "who": [], "what": ""}


KINDS = {
    "new_chat_members": "joined",
    "left_chat_member": "left",
    "pinned_message": "pinned",
    "forum_topic_created": "topic",
    "forum_topic_edited": "renamed_topic",
    "forum_topic_closed": "closed_topic",
    "forum_topic_reopened": "reopened_topic",
    "new_chat_title": "title",
    "migrate_to_chat_id": "migrated",
    "migrate_from_chat_id": "migrated",
}


def _names(value: object) -> list[str]:
    people = value if isinstance(value, list) else [value]
    return [str(person["first_name"]) for person in people if isinstance(person, dict) and "first_name" in person]


def _what(value: object) -> str:
    if not isinstance(value, dict):
        return str(value)
    return _snippet(value)


def _snippet(wire: Wire) -> str:
    return str(wire.get("name") or wire.get("text") or wire.get("caption") or "…")[:40]
