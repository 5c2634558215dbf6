"""What a brand decides about boards."""

from dataclasses import dataclass

from rules.programme.faults import not_negative, require


@dataclass(frozen=True)
class Boards:
    """The `[boards]` section: days in which one counts as a newcomer."""

    newcomer_days: int = 30

    def __post_init__(self) -> None:
        require(*not_negative(self))
