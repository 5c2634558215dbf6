"""What a brand decides about questions."""

from dataclasses import dataclass

from rules.programme.faults import not_negative, require


@dataclass(frozen=True)
class Questions:
    """The `[questions]` section: asking, and accepting answers; durations say their unit in the name."""

    text_limit: int = 1000
    open_per_asker: int = 5
    remind_after_hours: int = 24
    similar_percent: int = 55
    per_page: int = 5
    answers_kept_days: int = 14
    accepted_from_one_asker_day: int = 3
    unaccept_hours: int = 24

    def __post_init__(self) -> None:
        require(
            (10 <= self.text_limit <= 3000, "text_limit", "must be between 10 and 3000"),
            (self.open_per_asker >= 1, "open_per_asker", "must be at least 1"),
            (self.remind_after_hours >= 1, "remind_after_hours", "must be at least 1"),
            (1 <= self.similar_percent <= 100, "similar_percent", "must be between 1 and 100"),
            (1 <= self.per_page <= 10, "per_page", "must be between 1 and 10"),
            (self.answers_kept_days >= 1, "answers_kept_days", "must be at least 1"),
            *not_negative(self, "accepted_from_one_asker_day", "unaccept_hours"),
        )
