"""What a member gets of all that is kept about them, and why some of it is not theirs to read."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Untold(StrEnum):
    """Why a row that names a member is not in their file."""

    OTHERS = "others"  # somebody else confided it, and would be told on
    INSIDE = "inside"  # what the team thinks of before it speaks with anybody
    ELSEWHERE = "elsewhere"  # it is made of other rows, which are told
    MACHINERY = "machinery"  # of the moment, and forgotten by itself


class Part(Struct, frozen=True):
    """Rows of a `table` in which the member stands as `role` ("" where they are theirs by another row).

    `cut`: there are more than a file should hold.
    """

    table: str
    role: str
    rows: tuple[Mapping[str, object], ...]
    cut: bool


class Omission(Struct, frozen=True):
    """Rows of a `table` in which the member may stand as `role`, and which are not told."""

    table: str
    role: str
    why: Untold


class MyData(Struct, frozen=True):
    """All that is kept about a member as of `at` (UTC seconds), and what of it is left out."""

    at: int
    parts: tuple[Part, ...]
    omitted: tuple[Omission, ...]
