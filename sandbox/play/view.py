"""People, chats and messages as the page shows them to one person."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox.play.lines import service_line
from sandbox.play.markup import as_html
from sandbox.world.chats import Chat
from sandbox.world.files import seconds_of
from sandbox.world.messages import Button, Message, Wire
from sandbox.world.people import Person
from sandbox.world.polls import Poll
from sandbox.world.world import World

MEDIA_SHOWN = {"animation": "video", "audio": "document"}


def visible(chat: Chat, viewer: Person) -> bool:
    """Whether somebody can look into a chat."""
    return chat.present(viewer.id)


def shown_id(message: Message) -> int:
    """The id by which the page knows it: ephemeral ones are below zero."""
    return -message.ephemeral_id if message.ephemeral_for is not None else message.id


def find_message(chat: Chat, viewer: Person, shown: int) -> Message | None:
    """The message behind an id of the page."""
    return chat.messages.get(shown) if shown > 0 else chat.ephemeral.get((viewer.id, -shown))


def person_view(person: Person) -> Wire:
    """Somebody to choose or talk to."""
    return {
        "id": person.id,
        "name": person.name,
        "username": person.username,
        "role": person.role,
        "bio": person.bio,
        "language": person.language_code,
        "avatar_hue": person.avatar_hue,
        "is_bot": person.is_bot,
        "started": person.started,
        "blocked_bot": person.blocked_bot,
    }


def chat_view(world: World, chat: Chat) -> Wire:
    """A chat of the list."""
    members = [chat.person.id, world.bot.id] if chat.person is not None else present_ids(chat)
    return {
        "id": chat.id,
        "title": world.bot.name if chat.person is not None else chat.title,
        "kind": chat.kind,
        "part": chat.part or None,
        "language": chat.language or None,
        "about": chat.description or None,
        "username": chat.username,
        "forum": chat.forum,
        "topics": topics_view(chat),
        "members": members,
        "tags": {str(member.person.id): member.tag for member in chat.members.values() if member.tag},
        "pinned": shown_id(chat.pinned[-1]) if chat.pinned else None,
    }


def present_ids(chat: Chat) -> list[int]:
    """Who is in a group or channel."""
    return [person_id for person_id, member in chat.members.items() if member.present]


def topics_view(chat: Chat) -> list[Wire]:
    """The topics of a forum."""
    return [{"id": t.id, "name": t.name, "emoji": t.emoji, "closed": t.closed} for t in chat.topics.values()]


def history(chat: Chat, viewer: Person, topic: int | None, before: int | None, limit: int) -> list[Message]:
    """The latest messages that somebody sees there, oldest first; topic 0 is General."""
    found: list[Message] = []
    for message in _backwards(chat, viewer):
        in_topic = topic is None or (message.topic.id if message.topic is not None else 0) == topic
        if in_topic and (before is None or _place(message)[0] < before):
            found.append(message)
            if len(found) == limit:
                break
    return found[::-1]


def _backwards(chat: Chat, viewer: Person) -> Iterator[Message]:
    whispers = [message for (person_id, _), message in chat.ephemeral.items() if person_id == viewer.id]
    for message in reversed(chat.messages.values()):
        while whispers and _place(whispers[-1]) > _place(message):
            yield whispers.pop()
        yield message
    yield from reversed(whispers)


def _place(message: Message) -> tuple[int, int]:
    """Where it stands among the messages of its chat; ephemeral ones come after the message they were sent behind."""
    return (message.after, message.ephemeral_id) if message.ephemeral_for is not None else (message.id, 0)


def message_view(world: World, message: Message) -> Wire:
    """A message in full."""
    return {
        "id": shown_id(message),
        "chat": message.chat.id,
        "place": list(_place(message)),
        "topic": message.topic.id if message.topic is not None else None,
        "from": _sender(message),
        "date": message.date,
        "edited": message.edited or None,
        "text": message.text,
        "html": as_html(message.text, message.entities),
        "reply_to": _reply(message),
        "media": _media(message),
        "album": message.album or None,
        "poll": _poll(message.poll) if message.poll is not None else None,
        "buttons": [[_button(world, button) for button in row] for row in message.buttons],
        "reactions": reactions_view(message),
        "forwarded_from": _forwarded_from(message),
        "ephemeral": message.ephemeral_for is not None,
        "service": service_line(message),
        "pinned": message.pinned,
    }


def reactions_view(message: Message) -> list[Wire]:
    """Reactions counted by emoji, in the order of the first of each."""
    by: dict[str, list[int]] = {}
    for person_id, emoji in message.reactions.items():
        by.setdefault(emoji, []).append(person_id)
    return [{"emoji": emoji, "count": len(people), "by": people} for emoji, people in by.items()]


def _sender(message: Message) -> Wire | None:
    if message.sender_chat is not None:
        chat = message.sender_chat
        return {"id": chat.id, "name": chat.title, "tag": "", "role": "channel", "is_bot": False}
    person = message.sender
    if person is None:
        return None
    return {
        "id": person.id,
        "name": person.name,
        "tag": message.sender_tag,
        "role": person.role,
        "is_bot": person.is_bot,
        "avatar_hue": person.avatar_hue,
    }


def _reply(message: Message) -> Wire | None:
    replied = message.reply_to
    if replied is None:
        return None
    name = replied.sender.name if replied.sender is not None else replied.chat.title
    return {"id": shown_id(replied), "name": name, "snippet": _snippet(replied), "deleted": replied.deleted}


def _snippet(message: Message) -> str:
    if message.deleted:
        return ""
    return message.text[:80] or (message.media.file.name if message.media is not None else "")


def _media(message: Message) -> Wire | None:
    media = message.media
    if media is None:
        return None
    return {
        "kind": MEDIA_SHOWN.get(media.kind, media.kind),
        "file_id": media.file.file_id,
        "name": media.file.name,
        "width": media.file.width,
        "height": media.file.height,
        "size": len(media.file.data),
        "duration": seconds_of(media.file.data) if media.kind == "voice" else None,
        "spoiler": media.spoiler,
    }


def _poll(poll: Poll) -> Wire:
    counts = [[person for person, chosen in poll.votes.items() if i in chosen] for i in range(len(poll.options))]
    options = [
        {"text": text, "count": len(voters), "by": [] if poll.anonymous else voters}
        for text, voters in zip(poll.options, counts, strict=True)
    ]
    return {"question": poll.question, "options": options, "closed": poll.closed, "several": poll.several}


def _button(world: World, button: Button) -> Wire:
    body: Wire = {"text": button.text, "kind": "callback"}
    if button.url:
        deep = f"t.me/{world.bot.username}?start=".lower()
        body |= {"kind": "deep_link" if deep in button.url.lower() else "url", "url": button.url}
    elif button.copies:
        body |= {"kind": "copy", "copy": button.copies}
    return body | ({"style": button.style} if button.style else {})


def _forwarded_from(message: Message) -> str | None:
    origin = message.origin
    if origin is None:
        return None
    return origin.chat.title if origin.chat is not None else (origin.person.name if origin.person else "")
