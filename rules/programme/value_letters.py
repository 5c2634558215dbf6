"""What a brand decides about the monthly value letter."""

from dataclasses import dataclass
from enum import StrEnum

from rules.programme.faults import require

MOST_WORDS = 20


class Little(StrEnum):
    """What one gets of whose month there is little to tell: a short and useful letter, or none."""

    SHORT = "short"
    NONE = "none"


@dataclass(frozen=True)
class ValueLetters:
    """The `[value_letter]` section: what comes where there is `little` to tell, and for how many letters staff are asked
    each month to write a sentence of the brand's (0: for none).
    """

    little: Little = Little.SHORT
    words_for: int = 5

    def __post_init__(self) -> None:
        require((0 <= self.words_for <= MOST_WORDS, "words_for", f"must be between 0 and {MOST_WORDS}"))
