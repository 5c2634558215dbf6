"""One call of a Bot API method, and the table of all that the sandbox knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.api.params import Params
from sandbox.world.world import World


@dataclass(slots=True)
class Call:
    """What the bot asks."""

    world: World
    method: str
    params: Params


Method = Callable[[Call], object]
METHODS: dict[str, Method] = {}


def method(*names: str) -> Callable[[Method], Method]:
    """Register a function under the names of Bot API methods."""

    def register(function: Method) -> Method:
        for name in names:
            METHODS[name.lower()] = function
        return function

    return register
