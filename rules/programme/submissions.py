"""What a brand decides about work that is handed in."""

from dataclasses import dataclass

from rules.programme.faults import not_negative, require


@dataclass(frozen=True)
class Submissions:
    """The `[submissions]` section: versions and files of one work at most."""

    versions_most: int = 10
    files_most: int = 10

    def __post_init__(self) -> None:
        require(*not_negative(self))
