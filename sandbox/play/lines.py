"""The grey service lines of a chat, in words."""

from __future__ import annotations

from sandbox.world.messages import Message, Wire


def service_line(message: Message) -> str | None:
    """What a service message says; None for ordinary messages."""
    fields = message.service
    if not fields:
        return None
    name = message.sender.name if message.sender is not None else message.chat.title
    for key, line in LINES.items():
        if key in fields:
            return line.format(name=name, who=_names(fields[key]), what=_what(fields[key]))
    return name


LINES = {
    "new_chat_members": "{who} 加入了群组",
    "left_chat_member": "{who} 离开了群组",
    "pinned_message": "{name} 置顶了「{what}」",
    "forum_topic_created": "话题「{what}」已创建",
    "forum_topic_edited": "话题改名为「{what}」",
    "forum_topic_closed": "话题已关闭",
    "forum_topic_reopened": "话题已重新开启",
    "new_chat_title": "{name} 把群名改为「{what}」",
    "migrate_to_chat_id": "群组已升级为超级群组",
    "migrate_from_chat_id": "群组已升级为超级群组",
}


def _names(value: object) -> str:
    people = value if isinstance(value, list) else [value]
    return "、".join(str(person.get("first_name", "")) for person in people if isinstance(person, dict))


def _what(value: object) -> str:
    if not isinstance(value, dict):
        return str(value)
    return _snippet(value)


def _snippet(wire: Wire) -> str:
    return str(wire.get("name") or wire.get("text") or wire.get("caption") or "…")[:40]
