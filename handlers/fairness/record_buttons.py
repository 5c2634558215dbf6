"""What can be done about the lines of one's own record."""

from collections.abc import Iterable

from msgspec import Struct

from actions.fairness.record import Entered
from handlers.effects import Button, Keyboard


class Place(Struct, frozen=True):
    """The number of a line of the record."""

    number: int


def appeals(entries: Iterable[Entered], before: int = 0) -> Keyboard:
    """A way to appeal against each that allows it, in the place of its line."""
    numbered = enumerate(entries, before + 1)
    row = tuple(_appeal(number, one.sanction) for number, one in numbered if one.appealable)
    return (row,) if row else ()


def _appeal(number: int, sanction: int) -> Button:
    return Button("appeal/about", "appeal.begin", {"sanction": sanction}, Place(number), once=False)
