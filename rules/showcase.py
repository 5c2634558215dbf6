"""The showcase: what the channels show of featured works and discoveries, in words that staff may put right, or take out."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.files import File
from rules.markup import units
from rules.refusals import Refusal

CAPTION_MOST = 800  # with title and author below what a picture can carry
REASON_MOST = 300


class Exhibited(StrEnum):
    """What is shown: a work by the number of its submission, or a discovery by that of its feature."""

    WORK = "work"
    DISCOVERY = "discovery"


class Exhibit(Struct, frozen=True):
    """A work or a discovery as the channel shows it. `caption` are words written for the channel, in place of its own and
    the praise. `card` is the name of the message in the staff group that is about it.
    """

    kind: Exhibited
    id: int
    title: str
    member: int
    author: str
    reviewer: str
    text: str
    praise: tuple[str, ...]
    caption: str | None
    files: tuple[File, ...] = ()
    card: str = ""


class Showcase(Struct, frozen=True):
    """What was decided to be shown: of which version of a work, since and until when (UTC seconds)."""

    kind: Exhibited
    number: int
    version: int
    caption: str | None
    posted_at: int
    withdrawn_at: int | None

    @property
    def up(self) -> bool:
        """Whether it is meant to stand in the channel."""
        return self.withdrawn_at is None


@dataclass(eq=False)
class CaptionTooLong(Refusal):
    """`length` characters, more than the `most` a picture can carry below it; as Telegram counts."""

    length: int
    most: int


@dataclass(eq=False)
class NotInChannel(Refusal):
    """No post of it is known: it is on its way, or it did not arrive."""

    over = True


@dataclass(eq=False)
class OutOfChannel(Refusal):
    """It has been taken out of the channel."""

    over = True


@dataclass(eq=False)
class InChannelAlready(Refusal):
    """It has not been taken out of the channel, or was put back."""


def require_caption(words: str) -> str:
    """The words as they go to the channel. Raises CaptionTooLong."""
    caption = words.strip()
    if (length := units(caption)) > CAPTION_MOST:
        raise CaptionTooLong(length, CAPTION_MOST)
    return caption


def name_of(kind: Exhibited, number: int, channel: int) -> str:
    """The name under which the post of it in a channel (our id) is remembered."""
    return f"showcase:{kind.value}:{number}:{channel}"


def number_in(name: str, kind: Exhibited) -> int | None:
    """The number of what a channel shows under that name, if it is of that kind."""
    noun, _, rest = name.partition(":")
    of, _, number = rest.partition(":")
    mine = noun == "showcase" and of == kind.value
    return int(number.partition(":")[0]) if mine else None
