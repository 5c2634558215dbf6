"""Broadcasts: what staff announce to every community group, now or later, once."""

from dataclasses import dataclass
from enum import StrEnum

from rules.refusals import Refusal

TEXT_LIMIT = 3_000
LATE_S = 12 * 3600
FARTHEST_S = 60 * 86_400


class BroadcastState(StrEnum):
    """From the draft on, each step is taken once."""

    DRAFT = "draft"
    PLANNED = "planned"
    SENT = "sent"
    CANCELLED = "cancelled"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Broadcast:
    """An announcement by `author`; `due_at` (UTC seconds) is when it is planned for."""

    id: int
    author: int
    text: str
    state: BroadcastState
    due_at: int | None


@dataclass(eq=False)
class BroadcastTooLong(Refusal):
    """`length` characters are more than `most`."""

    length: int
    most: int


@dataclass(eq=False)
class BroadcastGone(Refusal):
    """It has been sent or cancelled already."""
