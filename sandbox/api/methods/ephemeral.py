"""Changing and taking away messages that only one person sees."""

from __future__ import annotations

from sandbox.api.methods.album import item_caption, media_of
from sandbox.api.methods.call import Call, method
from sandbox.api.methods.outgoing import caption_of, keyboard, text_of, write
from sandbox.api.methods.places import shared
from sandbox.world.events import Event
from sandbox.world.messages import Message
from sandbox.world.refusals import bad_request


@method(
    "editEphemeralMessageText",
    "editEphemeralMessageCaption",
    "editEphemeralMessageMedia",
    "editEphemeralMessageReplyMarkup",
)
def edit_ephemeral_message(call: Call) -> object:
    """Other words, file or buttons, for the same one person."""
    message = _own(call, "message to edit not found")
    part = call.method.removeprefix("editEphemeralMessage").lower()
    if part == "text":
        write(call.world, message, text_of(call.params))
    elif part == "caption":
        write(call.world, message, caption_of(call.params))
    elif part == "media":
        item = call.params.mapping("media")
        message.media = media_of(call, item)
        write(call.world, message, item_caption(item))
    message.buttons = keyboard(call.params)
    message.edited = int(call.world.clock.now())
    call.world.emit(Event("edited", message.chat, message, only_for=message.ephemeral_for))
    return True


@method("deleteEphemeralMessage")
def delete_ephemeral_message(call: Call) -> object:
    """Take it away."""
    message = _own(call, "message to delete not found")
    message.deleted = True
    if message.ephemeral_for is not None:
        del message.chat.ephemeral[message.ephemeral_for.id, message.ephemeral_id]
    data: dict[str, object] = {"ids": [-message.ephemeral_id]}
    call.world.emit(Event("deleted", message.chat, message, only_for=message.ephemeral_for, data=data))
    return True


def _own(call: Call, missing: str) -> Message:
    chat = shared(call)
    key = (call.params.number("receiver_user_id"), call.params.number("ephemeral_message_id"))
    message = chat.ephemeral.get(key)
    if message is None:
        raise bad_request(missing)
    return message
