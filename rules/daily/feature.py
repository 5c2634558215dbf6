"""Featuring: staff single out what a member said or showed in a group, and say what is new about it."""

from dataclasses import dataclass

from msgspec import Struct

from rules.files import File
from rules.lengths import within
from rules.refusals import Refusal

REASON_MOST = 300
TEXT_MOST = 1_000
PER_PAGE = 5


class Said(Struct, frozen=True):
    """What is featured of a message: its number in the group, its words and its files."""

    message: int
    text: str
    files: tuple[File, ...] = ()


class Feature(Struct, frozen=True):
    """A featured message: of whom, where, with which words, for which reason, and what it paid. `share` is its number as one."""

    id: int
    member: int
    group: int
    message: int
    share: int | None
    text: str
    reason: str
    by: int
    at: int
    points: int = 0
    entry: int | None = None
    taken_back_at: int | None = None


class FeaturedPost(Struct, frozen=True):
    """A featured message as it is told of elsewhere: its own words, empty for a picture alone, and for which reason it was
    featured, by whom. `shared` tells that it was an everyday share; `link` leads to it, `post` to where a channel shows it.
    """

    number: int
    words: str
    reason: str
    by: str
    shared: bool
    link: str | None
    post: str | None = None


@dataclass(eq=False)
class FeatureReasonNeeded(Refusal):
    """What is new about it has to be said, in `most` characters, or why it is not any more: that its author alone reads."""

    most: int
    taking_back: bool = False


@dataclass(eq=False)
class NobodyFeatured(Refusal):
    """No member wrote the message: a bot, a channel, an anonymous admin, or somebody whom it was forwarded from."""


@dataclass(eq=False)
class AlreadyFeatured(Refusal):
    """It is featured, and stays so."""

    name: str


@dataclass(eq=False)
class FeaturedBefore(Refusal):
    """The same content is featured already, or was shown by somebody else before; `mine`: it was by the same author."""

    name: str
    mine: bool


@dataclass(eq=False)
class FeaturedMeanwhile(Refusal):
    """What was taken back can't come again: the same content, of `name`, was featured and paid meanwhile."""

    name: str


@dataclass(eq=False)
class NotFeatured(Refusal):
    """The message is not featured, or not any more."""


def require_feature_reason(words: str, *, taking_back: bool = False) -> str:
    """The reason as it is kept. Raises FeatureReasonNeeded, WordsTooLong."""
    reason = within(" ".join(words.split()), REASON_MOST)
    if not reason:
        raise FeatureReasonNeeded(REASON_MOST, taking_back)
    return reason
