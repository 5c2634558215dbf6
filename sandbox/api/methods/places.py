"""Finding the chat that a call means, and whether the bot may be there."""

from __future__ import annotations

from sandbox.api.methods.call import Call
from sandbox.world.chats import Chat, Topic
from sandbox.world.members import Membership
from sandbox.world.messages import Message
from sandbox.world.people import Person
from sandbox.world.refusals import bad_request, forbidden, too_many
from sandbox.world.world import World

KIND_NAMES = {"group": "group", "supergroup": "supergroup", "channel": "channel"}


def chat_of(call: Call, name: str = "chat_id") -> Chat:
    """The chat a parameter names; refused when the bot has never met it."""
    return find_chat(call.world, call.params.place(name))


def find_chat(world: World, place: int | str) -> Chat:
    """A chat by id or @username, as far as the bot can know it."""
    chat = world.chats.get(place) if isinstance(place, int) else world.by_username(place.removeprefix("@"))
    if chat is None and isinstance(place, int) and place in world.people:
        chat = world.private(world.people[place])
    if chat is None or not _known(world, chat):
        raise bad_request("chat not found")
    return chat


def _known(world: World, chat: Chat) -> bool:
    person = chat.person
    if person is None:
        return chat.known_to_bot
    if person.started or person.is_ours or person.writable_until:
        return True
    return any(c.known_to_bot and person.id in c.members for c in world.chats.values())


def writable(call: Call, permission: str = "can_send_messages") -> Chat:
    """The chat to write to; refused as Telegram refuses strangers, blocked, kicked and migrated."""
    chat = chat_of(call)
    if chat.person is not None:
        _writable_person(call.world, chat.person)
        return chat
    standing = inside(call.world, chat)
    if chat.kind == "channel":
        if not standing.may("can_post_messages"):
            raise bad_request("need administrator rights in the channel chat")
    elif not standing.permitted(permission, chat.permissions):
        what = permission.removeprefix("can_send_").replace("_", " ").replace("messages", "text messages")
        raise bad_request(f"not enough rights to send {what} to the chat")
    return chat


def _writable_person(world: World, person: Person) -> None:
    if person.is_ours or person.is_bot:
        raise forbidden("bot can't send messages to bots")
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked_bot:
        raise forbidden("bot was blocked by the user")
    if not person.started and person.writable_until <= world.clock.now():
        raise forbidden("bot can't initiate conversation with a user")


def _not_migrated(chat: Chat) -> None:
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to.id)


def inside(world: World, chat: Chat) -> Membership:
    """The bot's standing in a chat that it is in."""
    _not_migrated(chat)
    standing = chat.member(world.bot.id)
    kind = KIND_NAMES.get(chat.kind, chat.kind)
    if standing is None or standing.status == "left":
        raise forbidden(f"bot is not a member of the {kind} chat")
    if not standing.present:
        raise forbidden(f"bot was kicked from the {kind} chat")
    return standing


def shared(call: Call, name: str = "chat_id") -> Chat:
    """A group or channel that the bot is in, to ask or change something there."""
    chat = chat_of(call, name)
    if chat.person is None:
        inside(call.world, chat)
    return chat


def administered(call: Call, right: str, refusal: str) -> Chat:
    """A group or channel where the bot has this right."""
    chat = chat_of(call)
    if chat.person is not None:
        raise bad_request("method is available only for groups, supergroups and channels")
    if not inside(call.world, chat).may(right):
        raise bad_request(refusal)
    return chat


def person_of(call: Call, name: str = "user_id") -> Person:
    """The person whom a parameter names."""
    person = call.world.people.get(call.params.number(name))
    if person is None:
        raise bad_request("user not found" if call.params.number(name) > 0 else "invalid user_id specified")
    return person


def topic_of(call: Call, chat: Chat) -> tuple[Topic | None, int]:
    """The topic and thread to write in; a thread that does not exist is refused."""
    thread = call.params.number("message_thread_id")
    if not thread or (thread == 1 and chat.forum):
        return None, 0
    topic = chat.topics.get(thread)
    if topic is None:
        if chat.kind == "supergroup" and not chat.forum and thread in chat.messages:
            return None, thread
        raise bad_request("message thread not found")
    standing = chat.member(call.world.bot.id)
    if topic.closed and not (standing is not None and standing.may("can_manage_topics")):
        raise bad_request("TOPIC_CLOSED")
    return topic, topic.id


def message_of(call: Call, chat: Chat, missing: str, name: str = "message_id") -> Message:
    """A message of the chat by its id."""
    message = chat.messages.get(call.params.number(name))
    if message is None:
        raise bad_request(missing)
    return message


def spend(call: Call, chat: Chat, messages: int = 1) -> None:
    """Count a sending against Telegram's limits; refused with the seconds to wait."""
    limits = call.world.limits
    if limits.enforced:
        wait = limits.retry_after_s(chat.id, group=chat.person is None, messages=messages)
        if wait:
            raise too_many(wait)
