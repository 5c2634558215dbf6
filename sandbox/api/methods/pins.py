"""Pinned messages."""

from __future__ import annotations

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.places import chat_of, inside, message_of
from sandbox.world.chats import Chat
from sandbox.world.events import Event
from sandbox.world.messages import Message
from sandbox.world.moving import service
from sandbox.world.refusals import bad_request
from sandbox.world.wire import message_wire


@method("pinChatMessage")
def pin_chat_message(call: Call) -> object:
    """Hold a message up."""
    chat = _manageable(call)
    message = message_of(call, chat, "message to pin not found")
    if message.service:
        raise bad_request("message can't be pinned")
    if message in chat.pinned:
        chat.pinned.remove(message)
    chat.pinned.append(message)
    _mark(call, message, pinned=True)
    service(call.world, chat, call.world.bot, {"pinned_message": message_wire(message, deep=False)})
    return True


@method("unpinChatMessage")
def unpin_chat_message(call: Call) -> object:
    """Let one go: the one named, or the latest."""
    chat = _manageable(call)
    if call.params.has("message_id"):
        message = message_of(call, chat, "message to unpin not found")
    elif chat.pinned:
        message = chat.pinned[-1]
    else:
        raise bad_request("message to unpin not found")
    if message in chat.pinned:
        chat.pinned.remove(message)
        _mark(call, message, pinned=False)
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(call: Call) -> object:
    """Let all go."""
    chat = _manageable(call)
    for message in list(chat.pinned):
        chat.pinned.remove(message)
        _mark(call, message, pinned=False)
    return True


def _manageable(call: Call) -> Chat:
    chat = chat_of(call)
    if chat.person is None:
        standing = inside(call.world, chat)
        right = "can_edit_messages" if chat.kind == "channel" else "can_pin_messages"
        if not standing.may(right) and right not in chat.permissions:
            raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def _mark(call: Call, message: Message, *, pinned: bool) -> None:
    message.pinned = pinned
    call.world.emit(Event("edited", message.chat, message))
