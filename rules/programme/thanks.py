"""What a brand decides about thanks."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.programme.faults import not_negative, require
from rules.reading.visible import reacts

REASON_MOST = 300
MOST_DIVISORS = 5
NUMBERS = ("probation_days", "probation_messages", "per_giver_day", "per_receiver_day", "cooldown_s", "window_days")


@dataclass(frozen=True)
class Thanks:
    """The `[thanks]` section: what thanks, when a thank gives credit, and how much of a reason is kept (characters).

    The k-th thank of a pair in the window is worth the base divided by the k-th of `divisors`; further ones nothing.
    """

    emoji: tuple[str, ...] = ("❤", "🙏", "🏆", "💯")
    reason_limit: int = 120
    probation_days: int = 7
    probation_messages: int = 20
    per_giver_day: int = 5
    per_receiver_day: int = 20
    cooldown_s: int = 30
    window_days: int = 30
    divisors: tuple[int, ...] = (1, 2, 4)

    def __post_init__(self) -> None:
        rising = self.divisors[:1] == (1,) and self.divisors == tuple(sorted(self.divisors))
        require(
            *not_negative(self, *NUMBERS),
            (
                rising and len(self.divisors) <= MOST_DIVISORS,
                "divisors",
                "must begin with 1 and never fall, 5 numbers at most, such as [1, 2, 4]",
            ),
            (all(emoji.strip() for emoji in self.emoji), "emoji", "is a list of reactions, none of them empty"),
            (0 <= self.reason_limit <= REASON_MOST, "reason_limit", f"must be between 0 and {REASON_MOST}"),
        )

    def meant_by(self, reactions: Sequence[str]) -> bool:
        """Whether one of the reactions thanks; the variation selector makes no difference."""
        return reacts(reactions, self.emoji)
