"""Reactions of people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sandbox.world.events import Event
from sandbox.world.refusals import Impossible

if TYPE_CHECKING:
    from sandbox.world.messages import Message, Wire
    from sandbox.world.people import Person
    from sandbox.world.world import World

EMOJI = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 "
    "🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
STANDARD = frozenset(EMOJI.split())


def react(person: Person, message: Message, emoji: str | None) -> None:
    """Set or take away one's reaction; the bot hears of it if it may."""
    chat = message.chat
    if message.deleted or not chat.present(person.id):
        raise Impossible("no_message")
    membership = chat.current(person.id, person.world.clock.now())
    if membership is not None and not membership.permitted("can_react_to_messages", chat.permissions):
        raise Impossible("may_not", name=person.name, chat=chat.title)
    if emoji is not None and not allowed(message, emoji):
        raise Impossible("no_reaction", emoji=emoji)
    old = message.reactions.get(person.id)
    if old == emoji:
        return
    put(person.world, person, message, emoji)
    if chat.kind == "channel" and _bot_hears(person.world, message):
        person.world.updates.add("message_reaction_count", _counted(person.world, message))
    elif _bot_hears(person.world, message):
        person.world.updates.add("message_reaction", _changed(person, message, old, emoji))


def put(world: World, person: Person, message: Message, emoji: str | None) -> None:
    """Change what stands under the message."""
    if emoji is None:
        message.reactions.pop(person.id, None)
    else:
        message.reactions[person.id] = emoji
    world.emit(Event("reactions", message.chat, message))


def allowed(message: Message, emoji: str) -> bool:
    """Whether the emoji may be used as a reaction in that chat."""
    among = message.chat.reactions_allowed
    return emoji in STANDARD and (among is None or emoji in among)


def _bot_hears(world: World, message: Message) -> bool:
    if message.chat.person is not None:
        return not message.chat.person.blocked_bot
    membership = message.chat.member(world.bot.id)
    return membership is not None and membership.is_admin


def _changed(person: Person, message: Message, old: str | None, new: str | None) -> Wire:
    who: Wire = {"user": person.wire()} if person.as_chat is None else {"actor_chat": person.as_chat.wire()}
    return {
        "chat": message.chat.wire(),
        "message_id": message.id,
        "date": int(person.world.clock.now()),
        "old_reaction": reaction_wire(old),
        "new_reaction": reaction_wire(new),
    } | who


def _counted(world: World, message: Message) -> Wire:
    counts = Counter(message.reactions.values())
    return {
        "chat": message.chat.wire(),
        "message_id": message.id,
        "date": int(world.clock.now()),
        "reactions": [{"type": reaction_wire(emoji)[0], "total_count": count} for emoji, count in counts.items()],
    }


def reaction_wire(emoji: str | None) -> list[Wire]:
    """A list of ReactionType."""
    return [] if emoji is None else [{"type": "emoji", "emoji": emoji}]
