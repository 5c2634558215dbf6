"""What a story of an undone entry is made of; a feature tells its own as UNDO_STORIES in its tests, by rule."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.world.people import Person
from tests.stage import Stage


def nothing_more(stage: Stage) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Story:
    """`earn` pays somebody; `follows` looks at what undoing it has done.

    `again` earns it once more: it pays `pays`, or says `refused`. `undone` stands in the answer to the undoing.
    """

    earn: Callable[[Stage], Person]
    follows: Callable[[Stage], None]
    again: Callable[[Stage], object] = nothing_more
    pays: int = 0
    refused: str = ""
    undone: str = "已撤回"
