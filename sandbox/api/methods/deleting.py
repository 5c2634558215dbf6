"""Taking messages away."""

from __future__ import annotations

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.places import chat_of, inside, message_of
from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from sandbox.world.refusals import bad_request
from sandbox.world.speaking import erase

DELETABLE_S = 48 * 3600
MOST_AT_ONCE = 100


@method("deleteMessage")
def delete_message(call: Call) -> object:
    """One message."""
    chat = chat_of(call)
    message = message_of(call, chat, "message to delete not found")
    if not _deletable(call, chat, message):
        raise bad_request("message can't be deleted")
    erase(call.world, message)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> object:
    """Up to a hundred; those that can't be found are passed over."""
    chat = chat_of(call)
    ids = call.params.numbers("message_ids")
    if not 1 <= len(ids) <= MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified" if ids else "message identifiers are not specified")
    for message_id in ids:
        message = chat.messages.get(message_id)
        if message is not None and _deletable(call, chat, message):
            erase(call.world, message)
    return True


def _deletable(call: Call, chat: Chat, message: Message) -> bool:
    young = call.world.clock.now() - message.date < DELETABLE_S
    if chat.person is not None:
        return young
    standing = inside(call.world, chat)
    if standing.may("can_delete_messages"):
        return "supergroup_chat_created" not in message.service
    if chat.kind == "channel" and not standing.may("can_post_messages"):
        return False
    return message.by_bot and young
