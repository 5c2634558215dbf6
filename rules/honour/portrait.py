"""Portraits in the hall of honour: somebody's own profile photo, where they agreed to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.refusals import Refusal

SIDE_PX = 160
MOST_BYTES = 64 * 1024
_JPEG = b"\xff\xd8\xff"


class Fetched(StrEnum):
    """What became of fetching a photo: kept, there is none to be seen, or it is none that can be shown."""

    KEPT = "kept"
    NONE = "none"
    UNUSABLE = "unusable"


class PhotoSize(Struct, frozen=True):
    """One size in which a photo can be fetched: under that id, so many pixels at its shorter side."""

    file: str
    side_px: int


class Wanted(Struct, frozen=True):
    """A member has agreed at that time (UTC seconds), and their photo has not been fetched yet."""

    member: int
    telegram_id: int
    agreed_at: int


@dataclass(eq=False)
class NotInTheHall(Refusal):
    """The member is not in the hall of honour, or not any more."""


def sufficient(sizes: Iterable[PhotoSize]) -> PhotoSize | None:
    """The smallest size that is large enough for the page, else the largest; None where there is none."""
    ordered = sorted(sizes, key=lambda size: size.side_px)
    enough = (size for size in ordered if size.side_px >= SIDE_PX)
    return next(enough, ordered[-1] if ordered else None)


def usable(photo: bytes) -> bool:
    """Whether it is a JPEG of a size that a page can hold."""
    return photo.startswith(_JPEG) and len(photo) <= MOST_BYTES
