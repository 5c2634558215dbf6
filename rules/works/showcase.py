"""The showcase: what the channel shows of featured work, in words that staff may put right, or take out of it again."""

from dataclasses import dataclass

from rules.markup import units
from rules.refusals import Refusal

CAPTION_MOST = 800  # with title and author below what a picture can carry
REASON_MOST = 300


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A work as the channel shows it. `caption` are words written for the channel, in place of the work's and the praise."""

    id: int
    title: str
    member: int
    author: str
    reviewer: str
    text: str
    praise: tuple[str, ...]
    caption: str | None


@dataclass(frozen=True, slots=True)
class Showcase:
    """What was decided to be shown: of which version, since and until when (UTC seconds)."""

    submission: int
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
    """No post of that work is known: it is on its way, or it did not arrive."""


@dataclass(eq=False)
class OutOfChannel(Refusal):
    """It has been taken out of the channel."""


@dataclass(eq=False)
class InChannelAlready(Refusal):
    """It has not been taken out of the channel, or was put back."""


def require_caption(words: str) -> str:
    """The words as they go to the channel. Raises CaptionTooLong."""
    caption = words.strip()
    if (length := units(caption)) > CAPTION_MOST:
        raise CaptionTooLong(length, CAPTION_MOST)
    return caption


def name_of(submission: int, channel: int) -> str:
    """The name under which the post of a work in a channel (our id) is remembered."""
    return f"showcase:{submission}:{channel}"
