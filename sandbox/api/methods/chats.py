"""Asking about chats and changing how they look."""

from __future__ import annotations

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.places import administered, shared
from sandbox.world.chats import Chat
from sandbox.world.members import PERMISSIONS
from sandbox.world.messages import Wire
from sandbox.world.moving import service
from sandbox.world.reacting import reaction_wire
from sandbox.world.refusals import bad_request
from sandbox.world.wire import message_wire

GIFTS = ["unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"]


@method("getChat")
def get_chat(call: Call) -> object:
    """A ChatFullInfo."""
    chat = shared(call)
    body: Wire = dict(chat.wire())
    body |= {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(GIFTS, False)}
    if chat.person is not None:
        return body | ({"bio": chat.person.bio} if chat.person.bio else {})
    return body | _group_fields(chat)


def _group_fields(chat: Chat) -> Wire:
    body: Wire = {"permissions": {permission: permission in chat.permissions for permission in PERMISSIONS}}
    optional: Wire = {
        "description": chat.description,
        "join_by_request": chat.join_by_request,
        "linked_chat_id": chat.linked.id if chat.linked else 0,
    }
    body |= {key: value for key, value in optional.items() if value}
    primary = next((i.link for i in chat.invitations.values() if i.primary and not i.revoked), "")
    if primary:
        body["invite_link"] = primary
    if chat.pinned:
        body["pinned_message"] = message_wire(chat.pinned[-1], deep=False)
    if chat.reactions_allowed is not None:
        body["available_reactions"] = [reaction_wire(emoji)[0] for emoji in sorted(chat.reactions_allowed)]
    return body


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> object:
    """How many are there, the bot included."""
    chat = shared(call)
    return 2 if chat.person is not None else sum(member.present for member in chat.members.values())


@method("setChatTitle")
def set_chat_title(call: Call) -> object:
    """Another title, with the line that says so."""
    chat = administered(call, "can_change_info", "not enough rights to change chat title")
    chat.title = call.params.text("title")
    chat.changed()
    service(call.world, chat, call.world.bot, {"new_chat_title": chat.title})
    return True


@method("setChatDescription")
def set_chat_description(call: Call) -> object:
    """Another description."""
    chat = administered(call, "can_change_info", "not enough rights to set chat description")
    if chat.description == call.params.text("description"):
        raise bad_request("chat description is not modified")
    chat.description = call.params.text("description")
    return True


@method("setChatPermissions")
def set_chat_permissions(call: Call) -> object:
    """What members may do."""
    chat = administered(call, "can_restrict_members", "not enough rights to change chat permissions")
    given = call.params.mapping("permissions")
    chat.permissions = frozenset(name for name, allowed in given.items() if allowed is True)
    return True
