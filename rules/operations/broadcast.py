"""Broadcasts: what staff announce to community groups, now or later, once."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.markup import Marked, html, parts, plain, units
from rules.refusals import Refusal

TEXT_LIMIT = 8_000
PAGE_MOST = 4_000
LATE_S = 12 * 3600
FARTHEST_S = 60 * 86_400


class BroadcastState(StrEnum):
    """From the draft on, each step is taken once. An uncertain one may have been sent by another hand."""

    DRAFT = "draft"
    PLANNED = "planned"
    SENT = "sent"
    CANCELLED = "cancelled"
    MISSED = "missed"
    UNCERTAIN = "uncertain"


class Contents(Struct, frozen=True):
    """What is announced: words as they look, and files by kind and Telegram's id.

    Of an `album` more files may be on their way. Pictures may be `covered`, and the words stand `above` them.
    """

    words: Marked
    files: tuple[tuple[str, str], ...] = ()
    album: str | None = None
    covered: bool = False
    above: bool = False


class Broadcast(Struct, frozen=True):
    """An announcement by `author`; `due_at` (UTC seconds) is when it is planned for."""

    id: int
    author: int
    contents: Contents
    state: BroadcastState
    due_at: int | None

    @property
    def text(self) -> str:
        """The words without their looks."""
        return plain(self.contents.words)


class Page(Struct, frozen=True):
    """One message of an announcement, as Telegram's HTML; the `first` has the heading."""

    html: str
    first: bool


@dataclass(eq=False)
class BroadcastTooLong(Refusal):
    """`length` characters are more than `most`."""

    length: int
    most: int


@dataclass(eq=False)
class BroadcastGone(Refusal):
    """It has been sent or cancelled already."""

    over = True


def require_length(words: Marked) -> None:
    """Raises BroadcastTooLong."""
    length = units(words.text)
    if length > TEXT_LIMIT:
        raise BroadcastTooLong(length, TEXT_LIMIT)


def pages(words: Marked) -> tuple[Page, ...]:
    """The messages it takes to say all of it."""
    return tuple(Page(html(part), n == 0) for n, part in enumerate(parts(words, PAGE_MOST)))
