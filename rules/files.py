"""Files as Telegram knows them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A file; `unique` is the same whenever and by whomever the same file is sent."""

    kind: str
    file_id: str
    unique: str
