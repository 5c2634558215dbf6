"""What a brand decides about discoveries."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.programme.faults import not_negative, require
from rules.reading.visible import reacts

MOST_PICKS = 100


@dataclass(frozen=True)
class Discoveries:
    """The `[discoveries]` section: how many characters make words alone an idea, how many ideas a day are paid, with which
    reactions members pick a message, and how many of them it takes.
    """

    words_least: int = 6
    per_day: int = 3
    emoji: tuple[str, ...] = ("🤩",)
    picks: int = 5

    def __post_init__(self) -> None:
        require(
            *not_negative(self, "words_least", "per_day"),
            (0 < self.picks <= MOST_PICKS, "picks", f"must be between 1 and {MOST_PICKS}"),
            (all(emoji.strip() for emoji in self.emoji), "emoji", "is a list of reactions, none of them empty"),
        )

    def meant_by(self, reactions: Sequence[str]) -> bool:
        """Whether one of the reactions picks."""
        return reacts(reactions, self.emoji)
