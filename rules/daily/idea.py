"""Ideas: what members contribute to a topic, or find by themselves, with words, a picture or a video."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from msgspec import Struct

from rules.daily.share import FILES, Shown, words_mark
from rules.reading.hashtags import without
from rules.refusals import Refusal

RULE = "idea"
TEXT_MOST = 1_000
_COMMAND = re.compile(r"\A\s*/discover(?:@\w+)?\s*", re.IGNORECASE)


class Idea(Struct, frozen=True):
    """An idea of a member's in a group (of ours), for a topic or for none, and what it paid."""

    id: int
    topic: int | None
    member: int
    group: int
    message: int
    text: str
    day: date
    points: int = 0
    entry: int | None = None
    taken_back_at: int | None = None
    struck_at: int | None = None
    struck_for: str = ""

    @property
    def listed(self) -> bool:
        """Whether it stands in lists."""
        return self.taken_back_at is None and self.struck_at is None


@dataclass(eq=False)
class NoIdeaThere(Refusal):
    """The message is no idea, or none that stands in a list."""


@dataclass(eq=False)
class StrikeReasonNeeded(Refusal):
    """No idea is struck out without a reason, which its author reads."""


@dataclass(eq=False)
class IdeaTooShort(Refusal):
    """Neither a picture nor a video, and fewer than `least` characters."""

    rule: ClassVar[str] = RULE

    least: int


@dataclass(eq=False)
class IdeaKnown(Refusal):
    """The picture, the video or the very words were there before: from the member (`mine`), or from somebody else."""

    rule: ClassVar[str] = RULE

    mine: bool


@dataclass(eq=False)
class NotYourIdea(Refusal):
    """The message was written by somebody else."""

    rule: ClassVar[str] = RULE


@dataclass(eq=False)
class ForwardedIdea(Refusal):
    """Forwarded: an idea has to come from its author."""

    rule: ClassVar[str] = RULE


def idea_text(text: str, tags: Sequence[str]) -> str:
    """The words of an idea without the command or the hashtags, some of `tags`, that made it one."""
    return without(_COMMAND.sub("", text, count=1), tags)


def enough(shown: Shown, least: int) -> bool:
    """Whether it shows something, or says at least so much."""
    shows = any(file.kind in FILES for file in shown.files)
    return shows or sum(not char.isspace() for char in shown.text) >= least


def marks(shown: Shown) -> tuple[str, ...]:
    """By what the same idea is known again: its files, or where there are none its words."""
    files = tuple(dict.fromkeys(file.unique for file in shown.files if file.kind in FILES))
    return files or (words_mark(shown.text),)
