"""Changing what the bot has said."""

from __future__ import annotations

from sandbox.api.methods.album import item_caption, media_of
from sandbox.api.methods.call import Call, method
from sandbox.api.methods.outgoing import Keyboard, caption_of, keyboard, text_of, write
from sandbox.api.methods.places import chat_of, message_of, spend, writable
from sandbox.text.entities import Entity
from sandbox.world.events import Event
from sandbox.world.messages import Message
from sandbox.world.refusals import bad_request
from sandbox.world.wire import message_wire

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


@method("editMessageText")
def edit_text(call: Call) -> object:
    """Other words."""
    message = _own(call)
    content = text_of(call.params)
    if message.media is not None or message.poll is not None:
        raise bad_request("there is no text in the message to edit")
    return _apply(call, message, content=content)


@method("editMessageCaption")
def edit_caption(call: Call) -> object:
    """Another caption."""
    message = _own(call)
    if message.media is None:
        raise bad_request("there is no caption in the message to edit")
    return _apply(call, message, content=caption_of(call.params))


@method("editMessageMedia")
def edit_media(call: Call) -> object:
    """Another file."""
    message = _own(call)
    item = call.params.mapping("media")
    if message.media is None and not message.text:
        raise bad_request("message can't be edited")
    media, content = media_of(call, item), item_caption(item)
    changed = message.media is None or media.file.file_id != message.media.file.file_id
    if changed:
        spend(call, message.chat)
        message.media = media
    return _apply(call, message, content=content, changed=changed, counted=changed)


@method("editMessageReplyMarkup")
def edit_markup(call: Call) -> object:
    """Other buttons."""
    return _apply(call, _own(call))


def _own(call: Call) -> Message:
    if not call.params.has("chat_id"):
        raise bad_request("chat_id is empty" if not call.params.has("inline_message_id") else "MESSAGE_ID_INVALID")
    chat = chat_of(call)
    writable(call)
    message = message_of(call, chat, "message to edit not found")
    if not message.by_bot or message.service or message.origin is not None:
        raise bad_request("message can't be edited")
    return message


def _apply(
    call: Call,
    message: Message,
    *,
    content: tuple[str, list[Entity]] | None = None,
    changed: bool = False,
    counted: bool = False,
) -> object:
    buttons = keyboard(call.params)
    words = content is not None and content != (message.text, message.entities)
    if not (words or changed or _wires(buttons) != _wires(message.buttons)):
        raise bad_request(SAME)
    if not counted:
        spend(call, message.chat)
    if content is not None:
        write(call.world, message, content)
        message.edited = int(call.world.clock.now())
    message.buttons = buttons
    call.world.emit(Event("edited", message.chat, message))
    return message_wire(message)


def _wires(buttons: Keyboard) -> list[list[dict[str, object]]]:
    return [[button.wire for button in row] for row in buttons]
