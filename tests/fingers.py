"""What lies under the finger after a press: a card changes, and a slow second tap hits what stands there now."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
Rows = Sequence[Sequence[T]]


def place_of(rows: Rows[T], wanted: T) -> tuple[int, int]:
    """Row and column of a button."""
    return next((r, c) for r, row in enumerate(rows) for c, one in enumerate(row) if one is wanted)


def under(before: Rows[T], pressed: tuple[int, int], after: Rows[T]) -> list[T]:
    """The buttons that stand where one was pressed, whether the card holds still at its top or at its bottom."""
    row, column = pressed
    left, right = column / len(before[row]), (column + 1) / len(before[row])
    heights = {row, row - len(before) + len(after)}
    return [
        button
        for height in heights
        if 0 <= height < len(after)
        for n, button in enumerate(after[height])
        if n / len(after[height]) < right and left < (n + 1) / len(after[height])
    ]
