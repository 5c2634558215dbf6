"""What a brand decides about criticism: how soon it is looked at, and how much of it may come."""

from dataclasses import dataclass

from rules.programme.faults import require


@dataclass(frozen=True)
class FeedbackPromises:
    """The `[feedback]` section. `answer_hours` and `decide_days` are what members are promised, and staff reminded of.

    `per_day` is for one member, `waiting_most` for all that is anonymous and not passed on yet.
    """

    answer_hours: int = 48
    decide_days: int = 14
    per_day: int = 5
    waiting_most: int = 200

    def __post_init__(self) -> None:
        require(
            (1 <= self.answer_hours <= 720, "answer_hours", "must be 1 to 720"),
            (1 <= self.decide_days <= 365, "decide_days", "must be 1 to 365"),
            (1 <= self.per_day <= 50, "per_day", "must be 1 to 50"),
            (10 <= self.waiting_most <= 2_000, "waiting_most", "must be 10 to 2000"),
        )
