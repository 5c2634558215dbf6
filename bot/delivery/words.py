"""What delivery has to have put into words while it sends."""

from collections.abc import Callable
from dataclasses import dataclass

from messages.renderer import Speech
from storage.engine.tx import Tx
from storage.post.letters import Letter


@dataclass(frozen=True, slots=True)
class Crowded:
    """Several people (Telegram's ids) who are to be told the same, by a `template`, in one topic of one chat."""

    chat_id: int
    template: str
    topic: int | None
    readers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """`speech` words what goes instead of a letter; `missed` makes the letters that tell staff what did not arrive, and
    `crowd` the one that tells many at once.

    Both are asked in the transaction that notes it, with the time (UTC seconds).
    """

    speech: Speech
    missed: Callable[[Tx, int], list[Letter]]
    crowd: Callable[[Tx, Crowded, int], list[Letter]]
