"""Contacting a human: a member's words to the staff group, and the answers that come back."""

from dataclasses import dataclass

from msgspec import Struct

from rules.refusals import Refusal

WORDS_MOST = 2_000


class Contact(Struct, frozen=True):
    """A conversation of `member` with the staff; `messages` were relayed so far. Their words are not kept.

    The last of them may have been the first picture of an `album`.
    """

    id: int
    member: int
    messages: int
    open: bool
    album: str | None = None


@dataclass(eq=False)
class NobodyToContact(Refusal):
    """There is no staff group that could be written to."""


@dataclass(eq=False)
class ContactOver(Refusal):
    """The conversation has been closed; the member may begin another."""


@dataclass(eq=False)
class ContactTooLong(Refusal):
    """`length` characters at once, where `most` are relayed."""

    length: int
    most: int


@dataclass(eq=False)
class ContactInWords(Refusal):
    """An answer to a member is relayed as words alone."""


def require_words(words: str) -> str:
    """The words that can be relayed. Raises ContactTooLong."""
    said = words.strip()
    if len(said) > WORDS_MOST:
        raise ContactTooLong(len(said), WORDS_MOST)
    return said
