"""Chats: private ones, groups, supergroups with topics, channels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from sandbox.world.members import USUAL_PERMISSIONS, Membership

if TYPE_CHECKING:
    from sandbox.world.invitations import Invitation, JoinRequest
    from sandbox.world.messages import Message
    from sandbox.world.people import Person

Kind = Literal["private", "group", "supergroup", "channel"]
MOST_MESSAGES_KEPT = 200_000


@dataclass(slots=True, eq=False)
class Topic:
    """A forum topic; its id is that of the service message which opened it."""

    id: int
    name: str
    emoji: str = ""
    icon_color: int = 0x6FB9F0
    closed: bool = False


@dataclass(slots=True, eq=False)
class Chat:
    """One conversation and everything said in it."""

    id: int
    kind: Kind
    title: str = ""
    username: str = ""
    forum: bool = False
    person: Person | None = None
    members: dict[int, Membership] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    ephemeral: dict[tuple[int, int], Message] = field(default_factory=dict)
    permissions: frozenset[str] = USUAL_PERMISSIONS
    reactions_allowed: frozenset[str] | None = None
    description: str = ""
    part: str = ""
    language: str = ""
    join_by_request: bool = False
    linked: Chat | None = None
    migrated_to: Chat | None = None
    invitations: dict[str, Invitation] = field(default_factory=dict)
    join_requests: dict[int, JoinRequest] = field(default_factory=dict)
    pinned: list[Message] = field(default_factory=list)
    known_to_bot: bool = False
    last_message_id: int = 0
    _wire: dict[str, object] | None = None

    def member(self, person_id: int) -> Membership | None:
        """Somebody's standing, if they ever had one."""
        return self.members.get(person_id)

    def current(self, person_id: int, now: float) -> Membership | None:
        """Somebody's standing; a ban or restriction that has run out is over."""
        standing = self.members.get(person_id)
        if standing is not None and standing.until and standing.until <= now:
            standing.lapse()
        return standing

    def present(self, person_id: int) -> bool:
        """Whether somebody is in the chat now."""
        if self.person is not None:
            return self.person.id == person_id
        membership = self.members.get(person_id)
        return membership is not None and membership.present

    def topic(self, topic_id: int | None) -> Topic | None:
        """A topic by its id; General (none or 1) is no row."""
        return None if topic_id in (None, 1) else self.topics.get(topic_id or 0)

    def keep(self, message: Message) -> None:
        """Remember a message; the oldest are forgotten beyond a bound."""
        self.messages[message.id] = message
        if len(self.messages) > MOST_MESSAGES_KEPT:
            del self.messages[next(iter(self.messages))]

    def wire(self) -> dict[str, object]:
        """A Chat, as the Bot API writes it (the same object each time: do not change it)."""
        if self._wire is None:
            self._wire = self._written()
        return self._wire

    def changed(self) -> None:
        """Title, name or kind changed: write it anew."""
        self._wire = None

    def _written(self) -> dict[str, object]:
        body: dict[str, object] = {"id": self.id, "type": self.kind}
        if self.person is not None:
            return body | self.person.names()
        body["title"] = self.title
        if self.username:
            body["username"] = self.username
        if self.forum:
            body["is_forum"] = True
        return body
