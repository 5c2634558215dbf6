"""From Telegram's update to our own words: who sent what, where. Knows Telegram's peculiar senders."""

from dataclasses import dataclass
from enum import StrEnum

from telegram import Chat as TelegramChat
from telegram import ChatMemberUpdated, MaybeInaccessibleMessage, MessageEntity, ReactionTypeEmoji, Update, User
from telegram import Message as TelegramMessage
from telegram.constants import ChatMemberStatus

from bot.attachments import CONTENT
from handlers.call import Chat, Kind, Media, Message, Person, Sender

ANONYMOUS_ADMIN = 1087968824
CHANNEL_BOT = 136817688
TELEGRAM = 777000
PRESENT = {
    ChatMemberStatus.OWNER,
    ChatMemberStatus.ADMINISTRATOR,
    ChatMemberStatus.MEMBER,
    ChatMemberStatus.RESTRICTED,
}


class What(StrEnum):
    """What kind of thing came in."""

    MESSAGE = "message"
    EDITED = "edited"
    PRESS = "press"
    REACTION = "reaction"
    CAME = "came"
    LEFT = "left"
    BOT_STATUS = "bot_status"
    MIGRATED = "migrated"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update, read. `query` and `token` belong to a press; `emoji` are the reactions that were added.

    `present` and `was_present` tell of somebody's, or the bot's, being in the chat; `tags` are the hashtags, each with
    the words after it.
    """

    what: What
    chat: Chat
    sender: Sender = Sender.PERSON
    person: Person | None = None
    message: Message | None = None
    reply_to: Message | None = None
    query: str | None = None
    token: str | None = None
    emoji: tuple[str, ...] = ()
    new_chat_id: int | None = None
    present: bool | None = None
    was_present: bool = False
    command: str | None = None
    command_words: str = ""
    tags: tuple[tuple[str, str], ...] = ()


NOTHING = Incoming(What.OTHER, Chat(0, Kind.PRIVATE))


def read(update: Update, bot_username: str) -> Incoming:
    """What `update` says; NOTHING for what the bot has no use for."""
    if update.message:
        return _message(update.message, What.MESSAGE, bot_username)
    if update.edited_message:
        return _message(update.edited_message, What.EDITED, bot_username)
    if update.callback_query:
        return _press(update)
    if update.message_reaction:
        return _reaction(update)
    if update.chat_member:
        return _member(update.chat_member)
    if update.my_chat_member:
        changed = update.my_chat_member
        return Incoming(
            What.BOT_STATUS,
            _chat(changed.chat),
            person=_person(changed.from_user),
            present=changed.new_chat_member.status in PRESENT,
            was_present=changed.old_chat_member.status in PRESENT,
        )
    return NOTHING


def _chat(chat: TelegramChat) -> Chat:
    kinds = {"private": Kind.PRIVATE, "channel": Kind.CHANNEL}
    return Chat(chat.id, kinds.get(chat.type, Kind.GROUP), chat.title or "")


def _person(user: User) -> Person:
    return Person(user.id, user.full_name, user.username, user.language_code, user.is_bot)


def _sender(message: TelegramMessage) -> Sender:
    if message.is_automatic_forward or (message.from_user and message.from_user.id == TELEGRAM):
        return Sender.LINKED_CHANNEL
    if message.sender_chat:
        return Sender.ANONYMOUS_ADMIN if message.sender_chat.id == message.chat.id else Sender.CHANNEL
    if message.from_user is None or message.from_user.id == CHANNEL_BOT:
        return Sender.CHANNEL
    if message.from_user.id == ANONYMOUS_ADMIN:
        return Sender.ANONYMOUS_ADMIN
    return Sender.BOT if message.from_user.is_bot else Sender.PERSON


def _media(message: TelegramMessage) -> Media | None:
    if message.photo:
        largest = message.photo[-1]
        return Media("photo", largest.file_id, largest.file_unique_id)
    for kind in ("video", "animation", "document"):
        file = getattr(message, kind)
        if file:
            content = file.api_kwargs.get(CONTENT)
            return Media(kind, file.file_id, file.file_unique_id, getattr(file, "file_name", None), content)
    return None


def _ours(message: TelegramMessage) -> Message:
    sender = _sender(message)
    entities = list(message.entities or message.caption_entities or ())
    text = message.text or message.caption or ""
    parts = [(entity, _cut(text, entity)) for entity in entities]
    return Message(
        id=message.message_id,
        text=text,
        author=_person(message.from_user) if message.from_user and sender in (Sender.PERSON, Sender.BOT) else None,
        sender=sender,
        topic=message.message_thread_id if message.is_topic_message else None,
        media=_media(message),
        album=message.media_group_id,
        links=tuple(e.url or cut for e, cut in parts if e.type in (MessageEntity.URL, MessageEntity.TEXT_LINK)),
        mentions=tuple(cut[1:] for e, cut in parts if e.type == MessageEntity.MENTION),
        mentioned=tuple(_person(e.user) for e, _ in parts if e.type == MessageEntity.TEXT_MENTION and e.user),
        forwarded=message.forward_origin is not None or message.via_bot is not None,
        edited=message.edit_date is not None,
        at=int(message.date.timestamp()),
    )


def _cut(text: str, entity: MessageEntity) -> str:
    units = text.encode("utf-16-le")
    return units[entity.offset * 2 : (entity.offset + entity.length) * 2].decode("utf-16-le")


def _after(text: str, entity: MessageEntity) -> str:
    units = text.encode("utf-16-le")
    return units[(entity.offset + entity.length) * 2 :].decode("utf-16-le").strip()


def _message(message: TelegramMessage, what: What, bot_username: str) -> Incoming:
    if message.migrate_to_chat_id:
        return Incoming(What.MIGRATED, _chat(message.chat), new_chat_id=message.migrate_to_chat_id)
    if message.migrate_from_chat_id:
        old = Chat(message.migrate_from_chat_id, Kind.GROUP)
        return Incoming(What.MIGRATED, old, new_chat_id=message.chat.id)
    ours = _ours(message)
    command, command_words = _command(message, bot_username)
    replied = message.reply_to_message
    if replied and replied.forum_topic_created:
        replied = None
    return Incoming(
        what if not _service(message) else What.OTHER,
        _chat(message.chat),
        ours.sender,
        ours.author,
        ours,
        _ours(replied) if replied else None,
        command=command,
        command_words=command_words,
        tags=_tags(message),
    )


def _service(message: TelegramMessage) -> bool:
    return not (message.text or message.caption or message.effective_attachment)


def _command(message: TelegramMessage, bot_username: str) -> tuple[str | None, str]:
    text = message.text or message.caption or ""
    for entity in message.entities or message.caption_entities or ():
        if entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0:
            name, _, addressed = _cut(text, entity)[1:].partition("@")
            if addressed and addressed.lower() != bot_username.lower():
                return None, ""
            return name.lower(), _after(text, entity)
    return None, ""


def _tags(message: TelegramMessage) -> tuple[tuple[str, str], ...]:
    """Every hashtag, and the words that follow it."""
    text = message.text or message.caption or ""
    entities = message.entities or message.caption_entities or ()
    return tuple((_cut(text, e)[1:], _after(text, e)) for e in entities if e.type == MessageEntity.HASHTAG)


def _press(update: Update) -> Incoming:
    query = update.callback_query
    assert query is not None
    shown = query.message
    chat = _chat(shown.chat) if shown else Chat(query.from_user.id, Kind.PRIVATE)
    ours = shown if isinstance(shown, TelegramMessage) else None
    topic = ours.message_thread_id if ours and ours.is_topic_message else None
    media = _media(ours) if ours else None
    return Incoming(
        What.PRESS,
        chat,
        person=_person(query.from_user),
        message=Message(shown.message_id, topic=topic, media=media, ephemeral=_ephemeral(shown)) if shown else None,
        query=query.id,
        token=query.data,
    )


def _ephemeral(shown: MaybeInaccessibleMessage) -> int | None:
    """The id of a message that only one person sees; newer than the library, so still among the unknown fields."""
    found = shown.api_kwargs.get("ephemeral_message_id")
    return int(found) if found else None


def _reaction(update: Update) -> Incoming:
    reaction = update.message_reaction
    assert reaction is not None
    if reaction.user is None:
        return NOTHING
    before = {r.emoji for r in reaction.old_reaction if isinstance(r, ReactionTypeEmoji)}
    added = tuple(r.emoji for r in reaction.new_reaction if isinstance(r, ReactionTypeEmoji) and r.emoji not in before)
    sender = Sender.BOT if reaction.user.is_bot else Sender.PERSON
    return Incoming(
        What.REACTION,
        _chat(reaction.chat),
        sender,
        _person(reaction.user),
        Message(reaction.message_id),
        emoji=added,
    )


def _member(changed: ChatMemberUpdated) -> Incoming:
    person = _person(changed.new_chat_member.user)
    was, now = (
        _present(m.status, getattr(m, "is_member", True)) for m in (changed.old_chat_member, changed.new_chat_member)
    )
    if was == now:
        return NOTHING
    sender = Sender.BOT if person.is_bot else Sender.PERSON
    return Incoming(What.CAME if now else What.LEFT, _chat(changed.chat), sender, person, present=now)


def _present(status: str, is_member: bool) -> bool:
    return status in PRESENT and is_member
