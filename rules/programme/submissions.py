"""What a brand decides about work that is handed in."""

from dataclasses import dataclass

from rules.programme.faults import between, require

# As many as an album holds.
FILES_MOST = 10


@dataclass(frozen=True)
class Submissions:
    """The `[submissions]` section: versions and files of one work at most."""

    versions_most: int = 10
    files_most: int = 10

    def __post_init__(self) -> None:
        require(*between(self, versions_most=(1, 100), files_most=(1, FILES_MOST)))
