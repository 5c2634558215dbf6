"""What delivery has to have put into words while it sends."""

from collections.abc import Callable
from dataclasses import dataclass

from messages.renderer import Speech
from storage.engine.tx import Tx
from storage.post.letters import Letter, Queued


@dataclass(frozen=True, slots=True)
class Crowded:
    """Several people (Telegram's ids) who are to be told the same, by a `template`, in one topic of one chat."""

    chat_id: int
    template: str
    topic: int | None
    readers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Knocked:
    """What became of a letter about coming into a group: the `link` that it has made, or `why` Telegram did not do it."""

    letter: Queued
    link: str
    why: str


@dataclass(frozen=True, slots=True)
class Words:
    """`speech` words what goes instead of a letter; `missed` makes the letters that tell staff what did not arrive,
    `crowd` the one that tells many at once, and `door` those that follow from a letter about coming into a group.

    They are asked in the transaction that notes it, with the time (UTC seconds).
    """

    speech: Speech
    missed: Callable[[Tx, int], list[Letter]]
    crowd: Callable[[Tx, Crowded, int], list[Letter]]
    door: Callable[[Tx, Knocked, int], list[Letter]]
