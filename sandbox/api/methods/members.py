"""Members: asking about them, tags, restrictions, bans, promotions."""

from __future__ import annotations

import unicodedata

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.places import administered, inside, person_of, shared
from sandbox.world.chats import Chat
from sandbox.world.members import PERMISSIONS, USUAL_PERMISSIONS, Membership
from sandbox.world.moving import change, changed, every_right, remove
from sandbox.world.people import Person
from sandbox.world.refusals import bad_request

FOREVER_BELOW_S, FOREVER_ABOVE_S = 30, 366 * 24 * 3600
NO_RESTRICTING = "not enough rights to restrict/unrestrict chat member"


@method("getChatMember")
def get_chat_member(call: Call) -> object:
    """Somebody's standing."""
    chat = shared(call)
    person = person_of(call)
    if chat.person is not None:
        if person not in (chat.person, call.world.bot):
            raise bad_request("member not found")
        return Membership(person).wire()
    standing = chat.current(person.id, call.world.clock.now())
    if standing is None and person.is_bot and not person.is_ours:
        raise bad_request("member not found")
    return (standing or Membership(person, "left")).wire()


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> object:
    """Administrators; other bots are left out, as Telegram does."""
    chat = shared(call)
    if chat.person is not None:
        raise bad_request("there are no administrators in the private chat")
    admins = [standing for standing in chat.members.values() if standing.is_admin]
    return [admin.wire() for admin in admins if not admin.person.is_bot or admin.person.is_ours]


@method("setChatMemberTag")
def set_chat_member_tag(call: Call) -> object:
    """The title shown beside a regular member's name."""
    chat = administered(call, "can_manage_tags", "not enough rights to change member tag")
    standing = _present(call, chat)
    if standing.is_admin:
        raise bad_request("user is an administrator of the chat")
    tag = call.params.text("tag").strip()
    if any(unicodedata.category(char) in ("So", "Sk", "Cs", "Co", "Cn", "Cc") for char in tag):
        raise bad_request("CHAT_MEMBER_TAG_INVALID")
    if tag != standing.tag:
        change(call.world, chat, changed(standing, tag=tag), call.world.bot)
    return True


@method("restrictChatMember")
def restrict_chat_member(call: Call) -> object:
    """Take permissions from a member, for a while or for ever."""
    chat = administered(call, "can_restrict_members", NO_RESTRICTING)
    _supergroup(chat)
    person = _punishable(call, chat, "can't restrict self")
    standing = chat.member(person.id) or Membership(person, "left")
    permissions = frozenset(name for name, allowed in call.params.mapping("permissions").items() if allowed is True)
    if permissions >= USUAL_PERMISSIONS:
        new = changed(standing, status="member" if standing.present else "left", permissions=USUAL_PERMISSIONS, until=0)
    else:
        kept = permissions & set(PERMISSIONS)
        fields = {
            "status": "restricted",
            "permissions": kept,
            "until": _until(call),
            "restricted_present": standing.present,
        }
        new = changed(standing, **fields)
    change(call.world, chat, new, call.world.bot)
    return True


@method("banChatMember")
def ban_chat_member(call: Call) -> object:
    """Put somebody out."""
    chat = administered(call, "can_restrict_members", "not enough rights to restrict/unrestrict chat member")
    person = _punishable(call, chat, "can't restrict self")
    standing = chat.member(person.id)
    if standing is None or standing.status != "kicked":
        remove(call.world, chat, person, by=call.world.bot, banned_until=_until(call))
    return True


@method("unbanChatMember")
def unban_chat_member(call: Call) -> object:
    """Lift a ban; without only_if_banned it also puts a member out."""
    chat = administered(call, "can_restrict_members", NO_RESTRICTING)
    if chat.kind == "group":
        raise bad_request("method is available for supergroup and channel chats only")
    person = person_of(call)
    standing = chat.member(person.id)
    banned = standing is not None and standing.status == "kicked"
    if standing is None or (not banned and call.params.flag("only_if_banned")):
        return True
    if standing.is_admin:
        raise bad_request("user is an administrator of the chat")
    if banned:
        change(call.world, chat, Membership(person, "left", tag=standing.tag), call.world.bot)
    elif standing.present:
        remove(call.world, chat, person, by=call.world.bot)
    return True


@method("promoteChatMember")
def promote_chat_member(call: Call) -> object:
    """Give a member administrator's rights, never more than the bot has; none of them demotes."""
    chat = administered(call, "can_promote_members", "not enough rights")
    person = _punishable(call, chat, "can't promote self", admins=True)
    known = every_right(chat)
    wanted = frozenset(right for right in known if call.params.flag(right))
    own = inside(call.world, chat)
    if not all(own.may(right) for right in wanted):
        raise bad_request("RIGHT_FORBIDDEN")
    old = chat.member(person.id)
    if old is None or not old.present:
        raise bad_request("USER_NOT_PARTICIPANT")
    if old.is_admin and not old.promoted_by_bot:
        raise bad_request("CHAT_ADMIN_REQUIRED")
    anonymous = call.params.flag("is_anonymous")
    if wanted or anonymous:
        rights = wanted | {"can_manage_chat"}
        fields = {
            "status": "administrator",
            "rights": rights,
            "is_anonymous": anonymous,
            "promoted_by_bot": True,
            "tag": "",
        }
        new = changed(old, **fields)
    else:
        new = Membership(person, joined_at=old.joined_at)
    change(call.world, chat, new, call.world.bot)
    return True


@method("setChatAdministratorCustomTitle")
def set_custom_title(call: Call) -> object:
    """The title of an administrator whom the bot promoted."""
    chat = administered(call, "can_promote_members", "not enough rights")
    standing = _present(call, chat)
    if standing.status != "administrator":
        raise bad_request("user is not an administrator")
    if not standing.promoted_by_bot:
        raise bad_request("not enough rights to change custom title of the user")
    standing.custom_title = call.params.text("custom_title")
    return True


def _present(call: Call, chat: Chat) -> Membership:
    person = person_of(call)
    standing = chat.member(person.id)
    if standing is None or not standing.present:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return standing


def _supergroup(chat: Chat) -> None:
    if chat.kind != "supergroup":
        raise bad_request("method is available only for supergroups")


def _punishable(call: Call, chat: Chat, oneself: str, *, admins: bool = False) -> Person:
    person = person_of(call)
    standing = chat.member(person.id)
    if person.is_ours:
        raise bad_request(oneself)
    if standing is not None and standing.status == "creator":
        raise bad_request("can't remove chat owner")
    if standing is not None and standing.is_admin and not admins:
        raise bad_request("user is an administrator of the chat")
    return person


def _until(call: Call) -> int:
    until = call.params.number("until_date")
    left = until - call.world.clock.now()
    return until if FOREVER_BELOW_S <= left <= FOREVER_ABOVE_S else 0
