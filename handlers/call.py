"""A call: somebody reached us. What came in, who sent it, where, and what it points at."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from rules.files import File
from rules.markup import Marked, Span, plain
from rules.occasion import Occasion
from rules.people import Group, Member, Role
from rules.poll import PollAnswer


class ChatKind(StrEnum):
    """The kind of chat."""

    PRIVATE = "private"
    GROUP = "group"
    CHANNEL = "channel"


class Sender(StrEnum):
    """What sent it. Only a PERSON can have an account, earn, or act as staff."""

    PERSON = "person"
    BOT = "bot"
    ANONYMOUS_ADMIN = "anonymous_admin"
    CHANNEL = "channel"
    LINKED_CHANNEL = "linked_channel"


class Person(Struct, frozen=True):
    """A Telegram account as an update names it."""

    telegram_id: int
    name: str
    username: str | None = None
    language: str | None = None
    is_bot: bool = False


class Media(Struct, frozen=True):
    """A file that came with a message, of `size` bytes. `file_unique_id` is the same whenever the same file is sent again.

    `content` is the text of a small text file that staff sent in private, fetched before the call; `before` the
    `file_unique_id` of what the same piece of an album showed before it was edited.
    """

    kind: str
    file_id: str
    file_unique_id: str
    name: str | None = None
    content: str | None = None
    before: str | None = None
    size: int = 0


class Mention(Struct, frozen=True):
    """Where a message names an account, as characters of its text: somebody without an @name as `person`, else `username`.

    The words of a mention are whatever its author's app shows; who is meant is what the mention carries.
    """

    start: int
    end: int
    person: Person | None = None
    username: str | None = None


class Origin(Struct, frozen=True):
    """From where a message was passed on: who wrote it, where Telegram says whom, and it was a person."""

    person: Person | None = None


class Message(Struct, frozen=True):
    """A message: `text` is its text or caption, `spans` how that looks. `author` is None for channels and anonymous admins.

    Every piece of an `album` has the `id` of its first one; those that come after it are `further`, and `together` are
    the words under all of them. `holds` is what it brings, as Telegram calls it: text, photo, voice, poll. `ephemeral` is
    the id of one that a single person sees; `origin` where it came from, if somebody passed it on. `pieces` are the
    messages into which an app has cut its words. Its picture is `covered` until somebody presses on it; its words stand
    `above` it.
    """

    id: int
    text: str = ""
    author: Person | None = None
    sender: Sender = Sender.PERSON
    topic: int | None = None
    media: Media | None = None
    album: str | None = None
    further: bool = False
    together: str | None = None
    links: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    spans: tuple[Span, ...] = ()
    holds: str = "text"
    forwarded: bool = False
    edited: bool = False
    at: int = 0
    ephemeral: int | None = None
    pieces: tuple[tuple[int, str], ...] = ()
    covered: bool = False
    above: bool = False
    origin: Origin | None = None

    @property
    def passed_on(self) -> bool:
        """Whether its author passed on what another has said."""
        if self.origin is None or self.author is None:
            return False
        return self.origin.person is None or self.origin.person.telegram_id != self.author.telegram_id

    @property
    def written_by(self) -> Person | None:
        """Whose words or picture it is, as far as Telegram says."""
        return self.origin.person if self.origin and self.passed_on else self.author

    @property
    def file(self) -> File | None:
        """The file that it shows."""
        media = self.media
        return File(media.kind, media.file_id, media.file_unique_id) if media else None

    @property
    def said(self) -> str:
        """Its words, with the links behind them; of an album those under all of its pieces that have come."""
        return plain(self.marked) if self.together is None else self.together

    @property
    def marked(self) -> Marked:
        """The words as they look."""
        return Marked(self.text, self.spans)


class Chat(Struct, frozen=True):
    """Where it happened; `group` is None in private and in chats that were not activated."""

    id: int
    kind: ChatKind
    title: str = ""
    group: Group | None = None
    username: str | None = None

    def known_as(self, group: Group | None) -> "Chat":
        """The same chat as that group of the community."""
        return Chat(self.id, self.kind, self.title, group, self.username)


class Arrival(Struct, frozen=True):
    """How somebody came into a group: by which invite link if by one, and by whose hand (Telegram's id), maybe their own.

    They came as an `admin`, or were brought by one who is `unnamed`.
    """

    link: str | None
    by: int
    admin: bool = False
    unnamed: bool = False


class Call(Struct, frozen=True):
    """Everything a handler may know.

    `words` is the text after the command or word, which stands in the message from `words_at` on (None: nowhere as one
    piece); `data` what the pressed button or the pending question carries; `shown` the id of the message whose button was
    pressed; `arrival` how the caller has just come into the group,
    `vote` what they have answered in a poll; `chance` is drawn anew for each call, as hex digits.
    """

    member: Member
    roles: frozenset[Role]
    chat: Chat
    occasion: Occasion
    message: Message | None = None
    reply_to: Message | None = None
    words: str = ""
    words_at: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    shown: int | None = None
    emoji: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    arrival: Arrival | None = None
    vote: PollAnswer | None = None
    chance: str = ""
    app_locale: str = ""

    @property
    def group(self) -> Group:
        """The activated group this happened in; the route says `where=Where.GROUP`."""
        assert self.chat.group is not None
        return self.chat.group

    @property
    def by_the_clock_here(self) -> Occasion:
        """The occasion by the clock that is shown where this was said: what people type is read as they would read it."""
        return self.occasion.seen_from(self.chat.group.clock if self.chat.group else self.member.timezone)
