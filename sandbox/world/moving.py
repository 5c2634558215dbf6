"""Comings and goings: joining, leaving, promotion, bans, blocking the bot, migration of a group."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sandbox.world.chats import Chat
from sandbox.world.events import Event
from sandbox.world.invitations import Invitation, JoinRequest
from sandbox.world.members import CHANNEL_RIGHTS, GROUP_RIGHTS, Membership
from sandbox.world.messages import Message, Wire
from sandbox.world.posting import post
from sandbox.world.refusals import Impossible

if TYPE_CHECKING:
    from sandbox.world.people import Person
    from sandbox.world.world import World

WRITABLE_AFTER_REQUEST_S = 300


def change(world: World, chat: Chat, membership: Membership, by: Person, *, via: Wire | None = None) -> None:
    """Put a standing into effect and tell those who may know: the bot, and whoever watches."""
    person = membership.person
    old = chat.members.get(person.id) or Membership(person, "left", in_channel=chat.kind == "channel")
    chat.members[person.id] = membership
    membership.in_channel = chat.kind == "channel"
    if person.is_ours:
        chat.known_to_bot = chat.known_to_bot or membership.present
    body: Wire = {
        "chat": chat.wire(),
        "from": by.wire(),
        "date": int(world.clock.now()),
        "old_chat_member": old.wire(),
        "new_chat_member": membership.wire(),
    }
    if person.is_ours:
        world.updates.add("my_chat_member", body | (via or {}))
    elif _bot_is_admin(world, chat):
        world.updates.add("chat_member", body | (via or {}))
    told: Wire = {"status": membership.status, "tag": membership.tag}
    world.emit(Event("member", chat, person=person, data=told))


def changed(membership: Membership, **fields: object) -> Membership:
    """The same standing with some fields changed."""
    return dataclasses.replace(membership, **fields)  # type: ignore[arg-type]  # fields of a dataclass, by name


def join(person: Person, chat: Chat, invitation: Invitation | None = None, *, requested: bool = False) -> None:
    """Somebody enters."""
    standing = chat.current(person.id, person.world.clock.now())
    if standing is not None and standing.present:
        raise Impossible("already_in", name=person.name, chat=chat.title)
    if standing is not None and standing.status == "kicked":
        raise Impossible("banned", name=person.name, chat=chat.title)
    if invitation is not None and not invitation.usable(person.world.clock.now()):
        raise Impossible("link_over")
    if not requested and (chat.join_by_request or (invitation is not None and invitation.by_request)):
        request_to_join(person, chat, invitation)
        return
    if invitation is not None:
        invitation.used += 1
    enter(person.world, chat, person, by=person, invitation=invitation, requested=requested)


def enter(
    world: World,
    chat: Chat,
    person: Person,
    *,
    by: Person,
    invitation: Invitation | None = None,
    requested: bool = False,
) -> None:
    """Become a member, with the service line that groups show."""
    via: Wire = {} if invitation is None else {"invite_link": invitation.wire()}
    if requested:
        via["via_join_request"] = True
    change(world, chat, _entered(world, chat, person), by, via=via)
    if chat.kind != "channel":
        service(world, chat, by, {"new_chat_members": [person.wire()]})


def bring(person: Person, other: Person, chat: Chat) -> None:
    """Somebody adds somebody else."""
    standing = chat.current(person.id, person.world.clock.now())
    if standing is None or not standing.present or not standing.permitted("can_invite_users", chat.permissions):
        raise Impossible("may_not_add", name=person.name, chat=chat.title)
    if chat.present(other.id):
        raise Impossible("already_in", name=other.name, chat=chat.title)
    enter(person.world, chat, other, by=person)


def _entered(world: World, chat: Chat, person: Person) -> Membership:
    """Who comes back is restricted as before, until it is over."""
    before, now = chat.current(person.id, world.clock.now()), world.clock.now()
    if before is not None and before.status == "restricted":
        return changed(before, restricted_present=True, joined_at=now)
    return Membership(person, tag=before.tag if before is not None else "", joined_at=now)


def leave(person: Person, chat: Chat) -> None:
    """Somebody goes."""
    standing = chat.member(person.id)
    if standing is None or not standing.present:
        raise Impossible("not_in", name=person.name, chat=chat.title)
    remove(person.world, chat, person, by=person)


def remove(world: World, chat: Chat, person: Person, *, by: Person, banned_until: int | None = None) -> None:
    """Somebody goes or is put out; a ban has an end, 0 for never."""
    standing = chat.member(person.id)
    was_there = standing is not None and standing.present
    old = standing or Membership(person)
    if was_there and chat.kind != "channel" and person.is_ours:
        service(world, chat, by, {"left_chat_member": person.wire()})
    if banned_until is None and old.status == "restricted" and by is person:
        gone = changed(old, restricted_present=False)
    elif banned_until is None:
        gone = Membership(person, "left", tag=old.tag)
    else:
        gone = Membership(person, "kicked", until=banned_until, tag=old.tag)
    change(world, chat, gone, by)
    if was_there and chat.kind != "channel" and not person.is_ours:
        service(world, chat, by, {"left_chat_member": person.wire()})


def request_to_join(person: Person, chat: Chat, invitation: Invitation | None = None) -> None:
    """Somebody knocks; the bot hears it when it may invite."""
    world = person.world
    if chat.present(person.id) or person.id in chat.join_requests:
        raise Impossible("already_asked", name=person.name, chat=chat.title)
    request = chat.join_requests[person.id] = JoinRequest(person, world.clock.now(), invitation)
    if invitation is not None:
        invitation.pending += 1
    bot = chat.member(world.bot.id)
    if bot is None or not bot.may("can_invite_users"):
        return
    person.writable_until = world.clock.now() + WRITABLE_AFTER_REQUEST_S
    body: Wire = {
        "chat": chat.wire(),
        "from": person.wire(),
        "user_chat_id": person.id,
        "date": int(request.at),
    }
    if person.bio:
        body["bio"] = person.bio
    if invitation is not None:
        body["invite_link"] = invitation.wire()
    world.updates.add("chat_join_request", body)


def settle_request(world: World, chat: Chat, person: Person, *, approved: bool, by: Person) -> bool:
    """Let somebody in or not; False when they never asked."""
    request = chat.join_requests.pop(person.id, None)
    if request is None:
        return False
    person.writable_until = min(person.writable_until, world.clock.now())
    if request.invitation is not None:
        request.invitation.pending -= 1
        request.invitation.used += approved
    if approved:
        enter(world, chat, person, by=by, invitation=request.invitation, requested=True)
    return True


def promote(world: World, chat: Chat, person: Person, rights: frozenset[str] | None, by: Person) -> None:
    """Make an administrator, with all rights but promoting others unless told which."""
    every = every_right(chat)
    given = every - {"can_promote_members"} if rights is None else rights & every
    old = chat.member(person.id) or Membership(person)
    joined = old.joined_at or world.clock.now()
    new = Membership(person, "administrator", given | {"can_manage_chat"}, joined_at=joined, promoted_by_bot=by.is_ours)
    change(world, chat, new, by)


def every_right(chat: Chat) -> frozenset[str]:
    """What an administrator of such a chat can be given."""
    return CHANNEL_RIGHTS if chat.kind == "channel" else GROUP_RIGHTS


def demote(world: World, chat: Chat, person: Person, by: Person) -> None:
    """An administrator becomes a member again."""
    old = chat.member(person.id)
    change(world, chat, Membership(person, joined_at=old.joined_at if old else 0.0), by)


def retag(person: Person, chat: Chat, tag: str) -> None:
    """A member changes their own tag, where that is permitted."""
    standing = chat.current(person.id, person.world.clock.now())
    if standing is None or standing.is_admin or not standing.permitted("can_edit_tag", chat.permissions):
        raise Impossible("may_not", name=person.name, chat=chat.title)
    change(person.world, chat, changed(standing, tag=tag), person)


def block(person: Person) -> None:
    """The bot is blocked and hears so."""
    if not person.blocked_bot:
        _block_changed(person, blocked=True)


def unblock(person: Person) -> None:
    """The bot may write again and hears so."""
    if person.blocked_bot:
        _block_changed(person, blocked=False)


def _block_changed(person: Person, *, blocked: bool) -> None:
    world = person.world
    person.blocked_bot = blocked
    member, kicked = Membership(world.bot), Membership(world.bot, "kicked")
    body: Wire = {
        "chat": world.private(person).wire(),
        "from": person.wire(),
        "date": int(world.clock.now()),
        "old_chat_member": (member if blocked else kicked).wire(),
        "new_chat_member": (kicked if blocked else member).wire(),
    }
    world.updates.add("my_chat_member", body)


def migrate(world: World, group: Chat, by: Person) -> Chat:
    """A basic group becomes a supergroup: a new chat, and a service line in both."""
    if group.kind != "group" or group.migrated_to is not None:
        raise Impossible("moved")
    new = world.new_chat("supergroup", group.title)
    new.members = group.members
    new.permissions, new.known_to_bot = group.permissions, group.known_to_bot
    service(world, group, by, {"migrate_to_chat_id": new.id})
    group.migrated_to = new
    group.members = {person_id: Membership(standing.person, "left") for person_id, standing in new.members.items()}
    service(world, new, world.anonymous_admin(new), {"migrate_from_chat_id": group.id})
    return new


def service(world: World, chat: Chat, by: Person, fields: Wire) -> Message:
    """A grey line in a chat."""
    message = Message(chat=chat, date=int(world.clock.now()), sender=by, sender_chat=by.as_chat, service=fields)
    if chat.kind == "channel":
        message.sender, message.sender_chat = None, chat
    return post(world, message)


def _bot_is_admin(world: World, chat: Chat) -> bool:
    bot = chat.member(world.bot.id)
    return bot is not None and bot.is_admin
