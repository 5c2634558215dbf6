"""Forum topics."""

from __future__ import annotations

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.places import administered
from sandbox.world.chats import Chat, Topic
from sandbox.world.events import Event
from sandbox.world.moving import service
from sandbox.world.refusals import bad_request
from sandbox.world.speaking import erase

COLOURS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)


@method("createForumTopic")
def create_forum_topic(call: Call) -> object:
    """A new topic."""
    chat = _forum(call)
    colour = call.params.number("icon_color", COLOURS[0])
    if colour not in COLOURS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    topic = call.world.topic(chat, call.params.text("name"), by=call.world.bot)
    topic.icon_color = colour
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color}


@method("editForumTopic")
def edit_forum_topic(call: Call) -> object:
    """Another name."""
    chat = _forum(call)
    topic = _topic(call, chat)
    if call.params.text("name") in ("", topic.name):
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.name = call.params.text("name")
    service(call.world, chat, call.world.bot, {"forum_topic_edited": {"name": topic.name}})
    call.world.emit(Event("topics", chat))
    return True


@method("closeForumTopic", "reopenForumTopic")
def close_forum_topic(call: Call) -> object:
    """No more words there, or again."""
    chat = _forum(call)
    topic = _topic(call, chat)
    closing = call.method.startswith("close")
    if topic.closed == closing:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closing
    service(call.world, chat, call.world.bot, {f"forum_topic_{'closed' if closing else 'reopened'}": {}})
    return True


@method("deleteForumTopic")
def delete_forum_topic(call: Call) -> object:
    """The topic and all its messages."""
    chat = _forum(call, "can_delete_messages")
    topic = _topic(call, chat)
    for message in [m for m in chat.messages.values() if m.topic is topic]:
        erase(call.world, message)
    del chat.topics[topic.id]
    call.world.emit(Event("topics", chat))
    return True


def _forum(call: Call, right: str = "can_manage_topics") -> Chat:
    chat = administered(call, right, "not enough rights to create a topic")
    if not chat.forum:
        raise bad_request("the chat is not a forum")
    return chat


def _topic(call: Call, chat: Chat) -> Topic:
    topic = chat.topics.get(call.params.number("message_thread_id"))
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic
