"""What is handed on after an event: words, links and files, for those who came."""

from dataclasses import dataclass

from msgspec import Struct

from rules.refusals import Refusal

MOST = 10
WORDS_LIMIT = 1_000


class EventMaterial(Struct, frozen=True):
    """One piece: words, which may be a link, or a file by its kind and id, or both; it may be one of an `album`."""

    words: str
    kind: str | None = None
    file_id: str | None = None
    album: str | None = None


@dataclass(eq=False)
class EnoughMaterial(Refusal):
    """There are as many pieces as there can be."""

    most: int


@dataclass(eq=False)
class NoMaterial(Refusal):
    """Nothing has been handed on yet."""

    title: str
