"""What happens in a world, for those who watch it (the page, the season player, tests)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sandbox.world.chats import Chat
    from sandbox.world.messages import Message
    from sandbox.world.people import Person

EventType = Literal["message", "edited", "deleted", "reactions", "member", "typing", "clock", "season", "topics"]


@dataclass(slots=True, frozen=True)
class Event:
    """One thing that happened; `only_for` names the one person who may see it, if it is not for all of the chat."""

    type: EventType
    chat: Chat | None = None
    message: Message | None = None
    person: Person | None = None
    only_for: Person | None = None
    data: dict[str, object] = field(default_factory=dict)
