"""Messages as the Bot API writes them."""

from __future__ import annotations

from sandbox.world.messages import Message, Origin, Wire


def message_wire(message: Message, *, deep: bool = True) -> Wire:
    """A Message; its reply is written too, one level deep."""
    body: Wire = {"message_id": message.id, "date": message.date, "chat": message.chat.wire()}
    if message.sender is not None:
        body["from"] = message.sender.wire()
    if message.sender_chat is not None:
        body["sender_chat"] = message.sender_chat.wire()
    if message.sender_tag:
        body["sender_tag"] = message.sender_tag
    _add_place(body, message)
    _add_content(body, message)
    if deep:
        _add_reply(body, message)
    if message.buttons:
        body["reply_markup"] = {"inline_keyboard": [[button.wire for button in row] for row in message.buttons]}
    return body


def _add_place(body: Wire, message: Message) -> None:
    if message.thread:
        body["message_thread_id"] = message.thread
    if message.topic is not None:
        body["is_topic_message"] = True
    if message.edited:
        body["edit_date"] = message.edited
    if message.album:
        body["media_group_id"] = message.album
    if message.origin is not None:
        body["forward_origin"] = origin_wire(message.origin)
    if message.automatic_forward:
        body["is_automatic_forward"] = True
    if message.protected:
        body["has_protected_content"] = True
    if message.ephemeral_for is not None:
        body["receiver_user"] = message.ephemeral_for.wire()
        body["ephemeral_message_id"] = message.ephemeral_id


def _add_content(body: Wire, message: Message) -> None:
    if message.media is not None:
        body.update(message.media.wire())
        _add_text(body, message, "caption", "caption_entities")
    elif message.text:
        _add_text(body, message, "text", "entities")
    if message.poll is not None:
        body["poll"] = message.poll.wire()
    body.update(message.service)


def _add_text(body: Wire, message: Message, text_key: str, entities_key: str) -> None:
    if message.text:
        body[text_key] = message.text
    if message.entities:
        people = message.mentioned
        body[entities_key] = [entity.wire(people) for entity in message.entities]


def _add_reply(body: Wire, message: Message) -> None:
    replied = message.reply_to
    if replied is not None and not replied.deleted:
        body["reply_to_message"] = message_wire(replied, deep=False)
    elif replied is None and message.topic is not None and not message.service:
        opening = message.chat.messages.get(message.topic.id)
        if opening is not None:
            body["reply_to_message"] = message_wire(opening, deep=False)


def origin_wire(origin: Origin) -> Wire:
    """A MessageOrigin."""
    if origin.chat is not None and origin.chat.kind == "channel":
        where: Wire = {"type": "channel", "chat": origin.chat.wire(), "message_id": origin.message_id}
    elif origin.chat is not None:
        where = {"type": "chat", "sender_chat": origin.chat.wire()}
    elif origin.person is not None and not origin.person.hides_forwards:
        where = {"type": "user", "sender_user": origin.person.wire()}
    else:
        name = origin.person.name if origin.person else ""
        where = {"type": "hidden_user", "sender_user_name": name}
    return where | {"date": origin.date}
