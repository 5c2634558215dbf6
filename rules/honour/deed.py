"""Deeds of somebody who is honoured: what they did in the year before, each with where it can be seen."""

from enum import StrEnum

from msgspec import Struct

DEED_S = 366 * 86_400
WORDS_SHOWN = 60
EACH_SHOWN, ANSWERS_LINKED = 2, 3


class DeedKind(StrEnum):
    """What was done, in the order in which it is told."""

    IDEA = "idea"
    DISCOVERY = "discovery"
    SHARE = "share"
    WORK = "work"
    ANSWERS = "answers"


class Trace(Struct, frozen=True):
    """What is left of a deed: its `number` as one of its kind, and the message of the group in which it stands."""

    kind: DeedKind
    number: int
    words: str
    version: str = ""
    group: int | None = None
    message: int | None = None


class Deed(Struct, frozen=True):
    """A deed as it is told: its words, or how `many` answers of theirs solved a question, and where it is seen.

    `version` is that in which an idea has shipped.
    """

    kind: DeedKind
    words: str
    version: str = ""
    many: int = 1
    links: tuple[str, ...] = ()
