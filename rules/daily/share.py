"""Everyday sharing: what is a share, of which kind, and when one counts."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from rules.files import File
from rules.occasion import Occasion
from rules.periods import ONE_DAY, first_day, week_of
from rules.programme.sharing import Sharing
from rules.reading.hashtags import without
from rules.reading.typed import even
from rules.refusals import Refusal

TOGETHER_S = 60
WORDS = "words:"
TELLING = 10  # words of fewer characters may be anybody's
_COMMAND = re.compile(r"\A\s*/share(?:@\w+)?\s*", re.IGNORECASE)
_TAGGED = re.compile(r"(?<!\S)#\w+(?=\s|$)")
WEEK_DAYS = 7


class ShareKind(StrEnum):
    """What a share is made of; each is worth points of its own."""

    WORDS = "words"
    PICTURE = "picture"
    VIDEO = "video"

    @property
    def rule(self) -> str:
        """The rule that pays it."""
        return f"share_{self.value}"


FILES = {"photo": ShareKind.PICTURE, "video": ShareKind.VIDEO, "animation": ShareKind.VIDEO}
ORDER = tuple(ShareKind)


class Shown(Struct, frozen=True):
    """What somebody shares: the group message (of our group), its words without hashtag or command, and its files."""

    group: int
    message: int
    text: str
    files: tuple[File, ...] = ()
    album: str | None = None


class Share(Struct, frozen=True):
    """A share that counted, and what it paid; `further` is what a video that came later in the same album made of it."""

    id: int
    member: int
    group: int
    message: int
    kind: ShareKind
    at: int
    day: date
    points: int = 0
    entry: int | None = None
    further_kind: ShareKind | None = None
    further_points: int = 0
    further_entry: int | None = None
    taken_back_at: int | None = None

    @property
    def entries(self) -> tuple[int, ...]:
        """The ledger's entries that paid it."""
        return tuple(entry for entry in (self.entry, self.further_entry) if entry is not None)


@dataclass(eq=False)
class TooLittleToShare(Refusal):
    """Neither a picture nor a video, and fewer than `least` characters."""

    rule: ClassVar[str] = "share_words"

    least: int


@dataclass(eq=False)
class SharedBefore(Refusal):
    """The picture, the video or the very words counted before: of the member's own (`mine`), or of somebody else."""

    rule: ClassVar[str] = "share_words"

    mine: bool


@dataclass(eq=False)
class ForwardedShare(Refusal):
    """Forwarded: what is shared has to come from its author."""

    rule: ClassVar[str] = "share_words"


@dataclass(eq=False)
class NotYourShare(Refusal):
    """The message was written by somebody else."""

    rule: ClassVar[str] = "share_words"


@dataclass(eq=False)
class SharedThatDay(Refusal):
    """As many shares as a day counts have counted; `over_day` (ISO) is that day where it was over when we came to it."""

    rule: ClassVar[str] = "share_words"

    most: int
    over_day: str | None = None

    def frees_at(self, occasion: Occasion) -> int | None:
        """The next local day, where one counts at all."""
        return occasion.next_day_at if self.most else None


@dataclass(eq=False)
class SharedThatWeek(Refusal):
    """As many shares as a week counts have counted; the next one begins in `days`."""

    rule: ClassVar[str] = "share_words"

    most: int
    days: int

    def frees_at(self, occasion: Occasion) -> int | None:
        """The first day of the next week, where one counts at all."""
        return occasion.next_day_at + (self.days - 1) * 86_400 if self.most else None


def shared_text(text: str, tags: Sequence[str]) -> str:
    """The words of a share without the command or the hashtags, some of `tags`, that shared it."""
    return without(_COMMAND.sub("", text, count=1), tags)


def kind_of(shown: Shown, sharing: Sharing) -> ShareKind:
    """What it is worth: by the best of its files, else by its words. Raises TooLittleToShare."""
    kinds = [FILES[file.kind] for file in shown.files if file.kind in FILES]
    if kinds:
        return max(kinds, key=ORDER.index)
    if sum(not char.isspace() for char in shown.text) < sharing.words_least:
        raise TooLittleToShare(sharing.words_least)
    return ShareKind.WORDS


def marks(shown: Shown, kind: ShareKind) -> tuple[str, ...]:
    """By what the same share is known again: its files, or where there are none its words."""
    if kind is ShareKind.WORDS:
        return (words_mark(shown.text),)
    return tuple(dict.fromkeys(file.unique for file in shown.files if file.kind in FILES))


def words_mark(text: str) -> str:
    """By what the same words are known again, however they are spaced, pointed, tagged or adorned."""
    said = even(text).casefold()
    plain = _letters(_TAGGED.sub(" ", said)) or _letters(said) or "".join(said.split())
    return f"{WORDS}{hashlib.sha256(plain.encode()).hexdigest()}"


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def require_room(days: Sequence[date], occasion: Occasion) -> None:
    """Raise SharedThatDay or SharedThatWeek when those `days` of the same week, each a share, leave no room for one more."""
    sharing, day = occasion.programme.sharing, occasion.day
    if days.count(day) >= sharing.per_day:
        over = occasion.over_day
        raise SharedThatDay(sharing.per_day, over.isoformat() if over else None)
    if len(days) >= sharing.per_week:
        raise SharedThatWeek(sharing.per_week, (next_week(day) - day).days)


def full(days: Sequence[date], day: date, sharing: Sharing) -> bool:
    """Whether those `days` of the week of `day`, each a share, leave no room for one more on it."""
    return days.count(day) >= sharing.per_day or len(days) >= sharing.per_week


def next_week(day: date) -> date:
    """The first day of the week after that of `day`."""
    return first_day(week_of(day)) + WEEK_DAYS * ONE_DAY
