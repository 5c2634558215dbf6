"""What people say: words, files, albums, edits, forwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.text.recognition import recognized
from sandbox.world.events import Event
from sandbox.world.files import Media, MediaKind
from sandbox.world.messages import Message, Origin
from sandbox.world.posting import post, tell_edited
from sandbox.world.refusals import Impossible
from sandbox.world.samples import sample

if TYPE_CHECKING:
    from sandbox.text.entities import Entity
    from sandbox.world.chats import Chat, Topic
    from sandbox.world.people import Person
    from sandbox.world.world import World

NAMES: dict[MediaKind, str] = {
    "photo": "photo.jpg",
    "video": "video.mp4",
    "document": "file.txt",
    "sticker": "sticker.webp",
    "voice": "voice.ogg",
}
PERMISSION_FOR: dict[str, str] = {
    "photo": "can_send_photos",
    "video": "can_send_videos",
    "document": "can_send_documents",
    "sticker": "can_send_other_messages",
    "voice": "can_send_voice_notes",
}


def say(
    person: Person,
    chat: Chat,
    text: str,
    *,
    reply_to: Message | None = None,
    topic: Topic | None = None,
    entities: list[Entity] | None = None,
) -> Message:
    """A person writes."""
    text = text.strip()
    if not text or len(text) > 4096:
        raise Impossible("length")
    _open(person, chat)
    message = _written(person, chat, reply_to, topic)
    message.text = text
    message.entities = recognized(text) if entities is None else entities
    message.mentioned = person.world.written_people(message.entities)
    return post(person.world, message)


def send(
    person: Person,
    chat: Chat,
    media: Media,
    *,
    caption: str,
    reply_to: Message | None,
    topic: Topic | None,
    album: str = "",
    entities: list[Entity] | None = None,
) -> Message:
    """A person sends a file."""
    _open(person, chat, PERMISSION_FOR[media.kind])
    message = _written(person, chat, reply_to, topic)
    message.media, message.text, message.album = media, caption, album
    message.entities = recognized(caption) if entities is None else entities
    return post(person.world, message)


def album(
    person: Person,
    chat: Chat,
    photos: list[str | bytes],
    *,
    caption: str,
    reply_to: Message | None,
    topic: Topic | None,
    under: int,
) -> list[Message]:
    """Several photos under one media group id; the caption stands under that one of them."""
    group = person.world.next_album()
    pictures = [media_of(person.world, {"photo": photo}, f"photo-{n}.jpg") for n, photo in enumerate(photos)]
    return [
        send(person, chat, media, caption=caption if n == under else "", reply_to=reply_to, topic=topic, album=group)
        for n, media in enumerate(pictures)
    ]


def media_of(world: World, kinds: dict[str, str | bytes | None] | dict[str, str | bytes], name: str) -> Media:
    """The one thing to send, out of bytes or the name of a sample."""
    given = [(kind, content) for kind, content in kinds.items() if content is not None]
    if len(given) != 1:
        raise Impossible("one_thing")
    kind, content = given[0]
    if kind not in NAMES:
        raise Impossible("one_thing")
    data = sample(content) if isinstance(content, str) else content
    return Media(kind, world.files.store(data, name or NAMES[kind], kind))


def edit(person: Person, message: Message, text: str) -> Message:
    """A person changes their own words."""
    if message.sender is not person or message.deleted or message.origin is not None:
        raise Impossible("not_yours")
    message.text = text.strip()
    message.entities = recognized(message.text)
    message.edited = int(person.world.clock.now())
    tell_edited(person.world, message)
    return message


def delete(person: Person, message: Message) -> None:
    """A person takes a message back, or an administrator removes it."""
    membership = message.chat.member(person.id)
    allowed = message.chat.person is not None or (membership is not None and membership.may("can_delete_messages"))
    if message.sender is not person and not allowed:
        raise Impossible("not_yours")
    erase(person.world, message)


def erase(world: World, message: Message) -> None:
    """A message is gone for everybody."""
    message.deleted = True
    message.chat.messages.pop(message.id, None)
    if message in message.chat.pinned:
        message.chat.pinned.remove(message)
    world.emit(Event("deleted", message.chat, message, data={"ids": [message.id]}))


def forward(person: Person, message: Message, chat: Chat, *, topic: Topic | None) -> Message:
    """A person forwards a message."""
    _open(person, chat)
    if message.protected:
        raise Impossible("protected")
    copy = _written(person, chat, None, topic)
    copy.origin, copy.buttons = origin_of(message), message.forwarded_buttons()
    carry(message, copy)
    return post(person.world, copy)


def origin_of(message: Message) -> Origin:
    """Where a forward of this message says it comes from."""
    if message.origin is not None:
        return message.origin
    return Origin(message.date, message.sender, message.sender_chat, message.id)


def carry(source: Message, copy: Message) -> None:
    """What a forward or copy takes along."""
    copy.text, copy.entities, copy.mentioned = source.text, source.entities, source.mentioned
    copy.media, copy.poll = source.media, source.poll
    copy.album = ""
    copy.service = {}


def _written(person: Person, chat: Chat, reply_to: Message | None, topic: Topic | None) -> Message:
    if reply_to is not None and (reply_to.deleted or reply_to.chat is not chat):
        raise Impossible("no_message")
    if topic is not None and topic.closed:
        raise Impossible("topic_closed")
    message = Message(chat=chat, date=int(person.world.clock.now()), sender=person, reply_to=reply_to, topic=topic)
    if person.as_chat is not None:
        message.sender_chat = person.as_chat
    if chat.kind == "channel":
        message.sender, message.sender_chat = None, chat
    return message


def _open(person: Person, chat: Chat, permission: str = "can_send_messages") -> None:
    if chat.migrated_to is not None:
        raise Impossible("moved")
    if chat.person is not None:
        if chat.person is not person:
            raise Impossible("not_in", name=person.name, chat=chat.title)
        if person.blocked_bot:
            person.unblock_bot()
        person.started = True
        return
    if person.as_chat is not None:
        return
    membership = chat.current(person.id, person.world.clock.now())
    if membership is None or not membership.present:
        raise Impossible("not_in", name=person.name, chat=chat.title)
    if chat.kind == "channel" and not membership.may("can_post_messages"):
        raise Impossible("channel", chat=chat.title)
    if not membership.permitted(permission, chat.permissions):
        raise Impossible("may_not", name=person.name, chat=chat.title)
