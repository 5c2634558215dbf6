"""What a brand decides about resources."""

from dataclasses import dataclass

from rules.programme.faults import not_negative, require


@dataclass(frozen=True)
class Resources:
    """The `[resources]` section: how many days before something is to be back its holder is reminded; after how many days
    without an answer staff find an application in their list of what is late.
    """

    remind_days: int = 2
    answer_days: int = 3

    def __post_init__(self) -> None:
        require(
            *not_negative(self),
            (self.remind_days <= 30, "remind_days", "must be at most 30"),
            (self.answer_days >= 1, "answer_days", "must be at least 1: nobody answers at once"),
        )
