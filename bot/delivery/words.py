"""What delivery has to have put into words while it sends."""

from collections.abc import Callable
from dataclasses import dataclass

from messages.renderer import Speech
from storage.engine.tx import Tx
from storage.post.letters import Letter


@dataclass(frozen=True, slots=True)
class Words:
    """`speech` words what goes instead of a letter; `missed` makes the letters that tell staff what did not arrive.

    `missed` is asked in the transaction that notes it, with the time (UTC seconds).
    """

    speech: Speech
    missed: Callable[[Tx, int], list[Letter]]
