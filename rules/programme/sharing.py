"""What a brand decides about everyday sharing."""

from dataclasses import dataclass

from rules.programme.faults import not_negative, require


@dataclass(frozen=True)
class Sharing:
    """The `[sharing]` section: how many characters make words alone a share, and how many shares count."""

    words_least: int = 30
    per_day: int = 1
    per_week: int = 3

    def __post_init__(self) -> None:
        require(*not_negative(self))
