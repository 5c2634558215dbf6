"""How a message enters a chat: its number, who sees it, what the bot is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.text.entities import sliced
from sandbox.world.events import Event
from sandbox.world.messages import Message, Origin
from sandbox.world.wire import message_wire

if TYPE_CHECKING:
    from sandbox.world.chats import Chat
    from sandbox.world.world import World


def post(world: World, message: Message) -> Message:
    """Number a message, keep it, show it, and tell the bot if the bot may see it."""
    chat = message.chat
    message.id = world.next_message_id(chat)
    _place(message)
    chat.keep(message)
    world.emit(Event("message", chat, message))
    if (not message.by_bot or _own_doing_told(message)) and bot_sees(world, message):
        world.updates.add("channel_post" if chat.kind == "channel" else "message", message_wire(message))
    if chat.kind == "channel" and chat.linked is not None and not message.service:
        _forward_to_discussion(world, message, chat.linked)
    return message


def tell_edited(world: World, message: Message) -> None:
    """Somebody changed a message."""
    world.emit(Event("edited", message.chat, message))
    if not message.by_bot and bot_sees(world, message):
        kind = "edited_channel_post" if message.chat.kind == "channel" else "edited_message"
        world.updates.add(kind, message_wire(message))


def _own_doing_told(message: Message) -> bool:
    """Of what it does itself a bot is told the grey line alone that says whom it put out."""
    return "left_chat_member" in (message.service or {})


def _place(message: Message) -> None:
    replied = message.reply_to
    if message.topic is None and replied is not None and replied.chat is message.chat:
        message.topic = replied.topic
    if message.topic is not None:
        message.thread = message.topic.id
    elif replied is not None and message.chat.kind == "supergroup" and not message.chat.forum:
        message.thread = replied.thread or replied.id
    if message.sender is not None and message.chat.person is None and message.sender_chat is None:
        membership = message.chat.member(message.sender.id)
        message.sender_tag = membership.tag if membership is not None else ""


def bot_sees(world: World, message: Message) -> bool:
    """Whether the bot gets this message: always in private, else by membership, rights and privacy mode."""
    if message.chat.person is not None:
        return not message.chat.person.blocked_bot
    if message.sender is not None and message.sender.is_bot and message.sender_chat is None and not message.service:
        return world.hears_bots
    membership = message.chat.member(world.bot.id)
    if membership is None or not membership.present:
        return False
    if membership.is_admin or not world.privacy_mode or message.service:
        return True
    return _meant_for_bot(world, message)


def _meant_for_bot(world: World, message: Message) -> bool:
    if message.reply_to is not None and message.reply_to.by_bot:
        return True
    at_bot = f"@{world.bot.username}".lower()
    for entity in message.entities:
        words = sliced(message.text, entity).lower()
        if entity.type == "bot_command" and ("@" not in words or words.endswith(at_bot)):
            return True
        if entity.type == "mention" and words == at_bot:
            return True
    return False


def _forward_to_discussion(world: World, message: Message, group: Chat) -> None:
    copy = Message(
        chat=group,
        date=message.date,
        sender=world.telegram,
        sender_chat=message.chat,
        text=message.text,
        entities=message.entities,
        mentioned=message.mentioned,
        media=message.media,
        poll=message.poll,
        album=message.album,
        origin=Origin(message.date, chat=message.chat, message_id=message.id),
        automatic_forward=True,
    )
    post(world, copy)
