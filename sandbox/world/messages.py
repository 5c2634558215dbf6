"""Messages as the sandbox remembers them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sandbox.text.entities import Entity

if TYPE_CHECKING:
    from sandbox.world.chats import Chat, Topic
    from sandbox.world.files import Media
    from sandbox.world.people import Person
    from sandbox.world.polls import Poll

Wire = dict[str, object]


@dataclass(slots=True, frozen=True)
class Button:
    """One inline button."""

    text: str
    wire: Wire

    @property
    def data(self) -> str:
        """What a press tells the bot; empty for buttons of another kind."""
        return str(self.wire.get("callback_data", ""))

    @property
    def url(self) -> str:
        """Where it leads; empty for buttons of another kind."""
        return str(self.wire.get("url", ""))

    @property
    def copies(self) -> str:
        """The text it copies; empty for buttons of another kind."""
        copied = self.wire.get("copy_text")
        return str(copied["text"]) if isinstance(copied, dict) else ""

    @property
    def style(self) -> str:
        """danger, success, primary or nothing."""
        return str(self.wire.get("style", ""))


@dataclass(slots=True, frozen=True)
class Origin:
    """Where a forwarded message came from."""

    date: int
    person: Person | None = None
    chat: Chat | None = None
    message_id: int = 0


@dataclass(slots=True, eq=False)
class Message:
    """Anything that appears in a chat: words, pictures, service lines."""

    chat: Chat
    date: int
    sender: Person | None = None
    sender_chat: Chat | None = None
    id: int = 0
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    media: Media | None = None
    poll: Poll | None = None
    topic: Topic | None = None
    thread: int = 0
    reply_to: Message | None = None
    buttons: tuple[tuple[Button, ...], ...] = ()
    reactions: dict[int, str] = field(default_factory=dict)
    edited: int = 0
    deleted: bool = False
    album: str = ""
    origin: Origin | None = None
    automatic_forward: bool = False
    service: Wire = field(default_factory=dict)
    pinned: bool = False
    ephemeral_for: Person | None = None
    ephemeral_id: int = 0
    protected: bool = False
    sender_tag: str = ""
    by_us: bool = False
    after: int = 0
    mentioned: dict[int, Wire] = field(default_factory=dict)

    @property
    def by_bot(self) -> bool:
        """Whether the bot under test wrote it, also as a channel."""
        return self.by_us or (self.sender is not None and self.sender.is_ours)

    def forwarded_buttons(self) -> tuple[tuple[Button, ...], ...]:
        """What a forward keeps of the keyboard: all of it where every button is a link, else nothing."""
        links_alone = all(button.url for row in self.buttons for button in row)
        return self.buttons if links_alone else ()

    def button(self, where: str | tuple[int, int]) -> Button:
        """A button by its label, or by row and column."""
        if isinstance(where, tuple):
            return self.buttons[where[0]][where[1]]
        for row in self.buttons:
            for button in row:
                if button.text == where:
                    return button
        raise LookupError(where, [[button.text for button in row] for row in self.buttons])
