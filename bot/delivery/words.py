"""What delivery has to have put into words while it sends."""

from collections.abc import Callable

from msgspec import Struct

from messages.renderer import Speech
from storage.engine.tx import Tx
from storage.post.letters import Letter, Queued


class Crowded(Struct, frozen=True):
    """Several people (Telegram's ids) who are to be told the same, by what it is gathered, in one topic of one chat."""

    chat_id: int
    gather: str
    topic: int | None
    readers: tuple[int, ...]


class Knocked(Struct, frozen=True):
    """What became of a letter about coming into a group: the `link` that it has made, or `why` Telegram did not do it."""

    letter: Queued
    link: str
    why: str


class Words(Struct, frozen=True):
    """`speech` words what goes instead of a letter; `missed` makes the letters that tell staff what did not arrive,
    `crowd` the one that tells many at once, `door` those that follow from a letter about coming into a group, and `waits`
    those that tell staff of what matters and waits for its person (Telegram's id).

    They are asked in the transaction that notes it, with the time (UTC seconds).
    """

    speech: Speech
    missed: Callable[[Tx, int], list[Letter]]
    crowd: Callable[[Tx, Crowded, int], list[Letter]]
    door: Callable[[Tx, Knocked, int], list[Letter]]
    waits: Callable[[Tx, str, int, int], list[Letter]]
