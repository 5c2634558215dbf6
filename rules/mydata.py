"""What a member gets of all that is kept about them, and why some of it is not theirs to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Untold(StrEnum):
    """Why a row that names a member is not in their file."""

    OTHERS = "others"  # somebody else confided it, and would be told on
    INSIDE = "inside"  # what the team thinks of before it speaks with anybody
    ELSEWHERE = "elsewhere"  # it is made of other rows, which are told
    MACHINERY = "machinery"  # of the moment, and forgotten by itself


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a `table` in which the member stands as `role` ("" where they are theirs by another row).

    `cut`: there are more than a file should hold.
    """

    table: str
    role: str
    rows: tuple[Mapping[str, object], ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class Omission:
    """Rows of a `table` in which the member may stand as `role`, and which are not told."""

    table: str
    role: str
    why: Untold


@dataclass(frozen=True, slots=True)
class MyData:
    """All that is kept about a member as of `at` (UTC seconds), and what of it is left out."""

    at: int
    parts: tuple[Part, ...]
    omitted: tuple[Omission, ...]
