"""Open-ended topics: a question that stays pinned in a group, with the ideas of its members below it."""

from dataclasses import dataclass

from msgspec import Struct

from rules.lengths import within
from rules.refusals import Refusal

TITLE_MOST = 120
OPEN_MOST = 5
SHOWN = 8
PER_PAGE = 8
THANKED_MOST = 10


class Topic(Struct, frozen=True):
    """A topic of a group, since it was opened until it is closed (UTC seconds)."""

    id: int
    group: int
    title: str
    opened_at: int
    closed_at: int | None = None


@dataclass(eq=False)
class TopicUnknown(Refusal):
    """There is no such topic, or it is closed."""


@dataclass(eq=False)
class TooManyTopics(Refusal):
    """As many topics are open in the group as it may have."""

    most: int


def require_title(words: str) -> str:
    """The words of a topic as they are kept, in one line. Raises WordsTooLong."""
    return within(" ".join(words.split()), TITLE_MOST)
