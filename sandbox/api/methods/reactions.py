"""setMessageReaction: one of the standard emoji, one per bot and message."""

from __future__ import annotations

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.places import chat_of, inside, message_of
from sandbox.world.reacting import STANDARD, allowed, put
from sandbox.world.refusals import bad_request


@method("setMessageReaction")
def set_message_reaction(call: Call) -> object:
    """Set the bot's reaction, or take it away with an empty list."""
    chat = chat_of(call)
    if chat.person is None:
        standing = inside(call.world, chat)
        if not standing.permitted("can_react_to_messages", chat.permissions):
            raise bad_request("not enough rights to react to messages in the chat")
    message = message_of(call, chat, "message to react not found")
    reactions = call.params.objects("reaction")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = _emoji(reactions[0]) if reactions else None
    if message.service or (emoji is not None and not allowed(message, emoji)):
        raise bad_request("REACTION_INVALID")
    put(call.world, call.world.bot, message, emoji)
    return True


def _emoji(reaction: dict[str, object]) -> str:
    emoji = str(reaction.get("emoji", "")).replace("\ufe0f", "")
    if reaction.get("type") != "emoji" or emoji not in STANDARD:
        raise bad_request("REACTION_INVALID")
    return emoji
