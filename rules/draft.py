"""Drafts: what staff are writing by form; it is published once, however many previews of it stand open."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.reading.form_fields import Vocabulary
from rules.reading.form_headings import heading_of
from rules.reading.forms import MOST_LINES
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
    RESOURCE = "resource"
    PREFERENCE = "preference"


class Draft(Struct, frozen=True):
    """A draft of `member`; `became` is the number of what was made of it."""

    id: int
    member: int
    kind: DraftKind
    became: int | None


def corrects(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the first line begins with the name of a field and a colon: then it corrects what a preview shows."""
    return _field_of(text.lstrip().partition("\n")[0], vocabulary) is not None


def fields_in(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The fields of a form by whose names lines of the text begin: the more, the likelier it is that form."""
    found = (_field_of(line, vocabulary) for line in text.splitlines()[:MOST_LINES])
    return frozenset(name for name in found if name)


def _field_of(line: str, vocabulary: Vocabulary) -> str | None:
    found = heading_of(line, vocabulary)
    return found.field if found and not found.weak else None


@dataclass(eq=False)
class FormUnclear(Refusal):
    """`said` fits several forms that are open, those of these `prompts`: a reply says which is meant."""

    said: str
    prompts: tuple[str, ...]


@dataclass(eq=False)
class PreviewOvertaken(Refusal):
    """The button stands below a preview of what was corrected since; the newer one stands further down."""


@dataclass(eq=False)
class AlreadyPublished(Refusal):
    """Another preview of the same draft was published before, as the `kind` of that number."""

    kind: str
    number: int
