"""Drafts: what staff are writing by form; it is published once, however many previews of it stand open."""

from dataclasses import dataclass
from enum import StrEnum

from rules.refusals import Refusal


class DraftKind(StrEnum):
    """What the draft is to become."""

    CHALLENGE = "challenge"
    REWARD = "reward"
    EVENT = "event"
    BULLETIN = "bulletin"
    PROJECT = "project"
    COCREATION = "cocreation"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of `member`; `became` is the number of what was made of it."""

    id: int
    member: int
    kind: DraftKind
    became: int | None


@dataclass(eq=False)
class AlreadyPublished(Refusal):
    """Another preview of the same draft was published before, as the `kind` of that number."""

    kind: str
    number: int
