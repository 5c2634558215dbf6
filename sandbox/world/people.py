"""People of the sandbox and what they can do, as with a Telegram app in their hands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sandbox.world import moving, pressing, reacting, speaking

if TYPE_CHECKING:
    from sandbox.text.entities import Entity
    from sandbox.world.chats import Chat, Topic
    from sandbox.world.invitations import Invitation
    from sandbox.world.messages import Message
    from sandbox.world.world import World

Sendable = str | bytes
ANONYMOUS_ADMIN = 1087968824
CHANNEL_BOT = 136817688
TELEGRAM = 777000


@dataclass(slots=True, eq=False)
class Person:
    """Somebody with an account, a bot included."""

    world: World = field(repr=False)
    id: int
    name: str
    username: str = ""
    language_code: str = ""
    is_bot: bool = False
    last_name: str = ""
    role: str = "koc"
    bio: str = ""
    avatar_hue: int = 0
    has_photo: bool = False
    started: bool = False
    blocked_bot: bool = False
    deactivated: bool = False
    hides_forwards: bool = False
    as_chat: Chat | None = None
    is_ours: bool = False
    writable_until: float = 0.0
    _wire: dict[str, object] | None = field(default=None, repr=False)

    def wire(self) -> dict[str, object]:
        """A User, as the Bot API writes it (the same object each time: do not change it)."""
        if self._wire is None:
            body: dict[str, object] = {"id": self.id, "is_bot": self.is_bot} | self.names()
            self._wire = body | ({"language_code": self.language_code} if self.language_code else {})
        return self._wire

    def names(self) -> dict[str, object]:
        """The names that a User and a private Chat share."""
        names: dict[str, object] = {"first_name": self.name}
        if self.last_name:
            names["last_name"] = self.last_name
        return names | ({"username": self.username} if self.username else {})

    def rename(self, name: str, username: str | None = None) -> None:
        """Take another name; the next update tells it."""
        self.name = name
        self.username = self.username if username is None else username
        self._wire = None
        self.world.private(self).changed()

    def start(self, payload: str = "") -> Message:
        """Open the private chat with the bot by its start button or a deep link."""
        return speaking.say(self, self.world.private(self), f"/start {payload}".strip())

    def say(
        self,
        chat: Chat,
        text: str,
        *,
        reply_to: Message | None = None,
        topic: Topic | None = None,
        entities: list[Entity] | None = None,
    ) -> Message:
        """Write a message; entities are found as Telegram finds them."""
        return speaking.say(self, chat, text, reply_to=reply_to, topic=topic, entities=entities)

    def send(
        self,
        chat: Chat,
        *,
        photo: Sendable | None = None,
        video: Sendable | None = None,
        document: Sendable | None = None,
        sticker: Sendable | None = None,
        voice: Sendable | None = None,
        name: str = "",
        caption: str = "",
        reply_to: Message | None = None,
        topic: Topic | None = None,
    ) -> Message:
        """Send a file: bytes, or the name of a sample."""
        kinds = {"photo": photo, "video": video, "document": document, "sticker": sticker, "voice": voice}
        media = speaking.media_of(self.world, kinds, name)
        return speaking.send(self, chat, media, caption=caption, reply_to=reply_to, topic=topic)

    def album(
        self,
        chat: Chat,
        photos: list[Sendable],
        *,
        caption: str = "",
        reply_to: Message | None = None,
        topic: Topic | None = None,
        under: int = 0,
    ) -> list[Message]:
        """Send several photos as one album; the caption stands under the first, or under another one."""
        return speaking.album(self, chat, photos, caption=caption, reply_to=reply_to, topic=topic, under=under)

    def edit(self, message: Message, text: str) -> Message:
        """Change one's own words."""
        return speaking.edit(self, message, text)

    def delete(self, message: Message) -> None:
        """Take back a message (no update tells the bot)."""
        speaking.delete(self, message)

    def forward(self, message: Message, chat: Chat, *, topic: Topic | None = None) -> Message:
        """Forward a message to another chat."""
        return speaking.forward(self, message, chat, topic=topic)

    def react(self, message: Message, emoji: str | None) -> None:
        """Set one's reaction, or take it away."""
        reacting.react(self, message, emoji)

    def press(self, message: Message, where: str | tuple[int, int]) -> str:
        """Press an inline button by label or (row, column); gives the callback query's id."""
        return pressing.press(self, message, where)

    def vote(self, message: Message, *options: int) -> None:
        """Answer a poll."""
        pressing.vote(self, message, options)

    def join(self, chat: Chat, invitation: Invitation | None = None) -> None:
        """Enter a group or channel."""
        moving.join(self, chat, invitation)

    def bring(self, other: Person, chat: Chat) -> None:
        """Add somebody else by hand, where that is permitted."""
        moving.bring(self, other, chat)

    def leave(self, chat: Chat) -> None:
        """Go."""
        moving.leave(self, chat)

    def request_to_join(self, chat: Chat, invitation: Invitation | None = None) -> None:
        """Ask to be let in."""
        moving.request_to_join(self, chat, invitation)

    def retag(self, chat: Chat, tag: str) -> None:
        """Change one's own tag."""
        moving.retag(self, chat, tag)

    def block_bot(self) -> None:
        """Block the bot: it can no longer write."""
        moving.block(self)

    def unblock_bot(self) -> None:
        """Let the bot write again."""
        moving.unblock(self)
