"""Invite links and requests to join."""

from __future__ import annotations

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.places import administered, person_of
from sandbox.world.chats import Chat
from sandbox.world.invitations import Invitation
from sandbox.world.moving import settle_request
from sandbox.world.refusals import bad_request

NO_INVITING = "not enough rights to manage chat invite link"
MOST_MEMBERS = 99_999


@method("exportChatInviteLink")
def export_chat_invite_link(call: Call) -> object:
    """A new primary link; the old one is revoked."""
    chat = administered(call, "can_invite_users", NO_INVITING)
    for invitation in chat.invitations.values():
        invitation.revoked = invitation.revoked or invitation.primary
    new = _new(call, chat)
    new.primary = True
    return new.link


@method("createChatInviteLink")
def create_chat_invite_link(call: Call) -> object:
    """An additional link."""
    chat = administered(call, "can_invite_users", NO_INVITING)
    _checked(call)
    invitation = _new(call, chat)
    _fill(call, invitation)
    return invitation.wire()


@method("editChatInviteLink")
def edit_chat_invite_link(call: Call) -> object:
    """Other terms for a link that the bot made."""
    chat = administered(call, "can_invite_users", NO_INVITING)
    invitation = _own(call, chat)
    _checked(call)
    _fill(call, invitation)
    return invitation.wire()


@method("revokeChatInviteLink")
def revoke_chat_invite_link(call: Call) -> object:
    """It lets nobody in any more."""
    chat = administered(call, "can_invite_users", NO_INVITING)
    invitation = _own(call, chat)
    invitation.revoked = True
    return invitation.wire()


@method("approveChatJoinRequest", "declineChatJoinRequest")
def settle_join_request(call: Call) -> object:
    """Let somebody in, or not."""
    chat = administered(call, "can_invite_users", "not enough rights to manage chat join requests")
    person = person_of(call)
    if chat.present(person.id):
        raise bad_request("USER_ALREADY_PARTICIPANT")
    approved = call.method.startswith("approve")
    if not settle_request(call.world, chat, person, approved=approved, by=call.world.bot):
        raise bad_request("HIDE_REQUESTER_MISSING")
    return True


def _new(call: Call, chat: Chat) -> Invitation:
    invitation = Invitation(f"https://t.me/+{abs(chat.id):x}{call.world.next_number():06x}", call.world.bot)
    chat.invitations[invitation.link] = invitation
    return invitation


def _own(call: Call, chat: Chat) -> Invitation:
    invitation = chat.invitations.get(call.params.text("invite_link"))
    if invitation is None:
        raise bad_request("INVITE_HASH_EXPIRED")
    if not invitation.creator.is_ours:
        raise bad_request("CHAT_ADMIN_REQUIRED")
    if invitation.revoked:
        raise bad_request("INVITE_HASH_EXPIRED")
    return invitation


def _checked(call: Call) -> None:
    expires, limit = call.params.number("expire_date"), call.params.number("member_limit")
    if call.params.has("expire_date") and 0 < expires <= call.world.clock.now():
        raise bad_request("EXPIRE_DATE_INVALID")
    if call.params.has("member_limit") and not 0 <= limit <= MOST_MEMBERS:
        raise bad_request("USAGE_LIMIT_INVALID")
    if limit and call.params.flag("creates_join_request"):
        raise bad_request("member limit can't be specified for links requiring administrator approval")


def _fill(call: Call, invitation: Invitation) -> None:
    invitation.name = call.params.text("name")
    invitation.expires_at = call.params.number("expire_date")
    invitation.member_limit = call.params.number("member_limit")
    invitation.by_request = call.params.flag("creates_join_request")
