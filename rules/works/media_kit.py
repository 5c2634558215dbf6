"""A challenge's media kit: the words and the tag that a post is to carry, and files; what of it a hand-in lacks."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from rules.files import File
from rules.reading.hashtags import bears
from rules.reading.typed import typed
from rules.refusals import Refusal

FILES_MOST = 10
COPIED_MOST = 256  # what a button of Telegram's can copy


class KitCheck(StrEnum):
    """What of the kit is looked for in what is handed in."""

    TAG = "tag"
    WORDING = "wording"
    BOTH = "both"


class MediaKit(Struct, frozen=True):
    """What those who take part in a challenge are given: official words, a hashtag without its mark, and files.

    `by_button`: a button can copy the words; longer ones are tapped.
    """

    challenge: int
    title: str
    wording: str
    tag: str
    check: KitCheck | None
    files: tuple[File, ...]
    by_button: bool


@dataclass(eq=False)
class KitIncomplete(Refusal):
    """What is handed in lacks the challenge's `tag`, or these `lines` of its official words."""

    rule: ClassVar[str] = "submission"

    challenge: int
    tag: str
    lines: tuple[str, ...]


@dataclass(eq=False)
class KitFull(Refusal):
    """There are as many files as there can be."""

    most: int


@dataclass(eq=False)
class NoKit(Refusal):
    """The challenge gives nothing out."""

    title: str


@dataclass(eq=False)
class JoinForKit(Refusal):
    """The kit is for those who take part in the challenge."""

    challenge: int
    title: str


def fits_button(words: str) -> bool:
    """Whether a button can copy the words, which Telegram counts as it does all text."""
    return 0 < len(words.encode("utf-16-le")) // 2 <= COPIED_MOST


def undeclared(check: str, tag: str, wording: str) -> tuple[str, ...]:
    """The fields of a form without which there is nothing to look for."""
    needed = {"tag": tag, "wording": wording}
    return tuple(name for name, value in needed.items() if check in (name, KitCheck.BOTH) and not value)


def require_kit(text: str, challenge: int, tag: str, wording: str, check: KitCheck) -> None:
    """Raise KitIncomplete, with all that is missing, unless the text carries what is looked for."""
    no_tag = check is not KitCheck.WORDING and not bears(text, tag)
    lines = () if check is KitCheck.TAG else lines_missing(text, wording)
    if no_tag or lines:
        raise KitIncomplete(challenge, tag if no_tag else "", lines)


def lines_missing(text: str, wording: str) -> tuple[str, ...]:
    """The lines of the official words that the text does not hold; spaces, signs, width and case count for nothing."""
    said = _letters(text)
    return tuple(line.strip() for line in wording.splitlines() if _letters(line) not in said)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, typed(text)))
