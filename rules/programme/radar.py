"""What a brand decides about the radar: by which signs sprouts are known, and how much of each is asked for."""

from dataclasses import dataclass

from rules.programme.faults import require


@dataclass(frozen=True)
class Radar:
    """The `[radar]` section: how far back it looks, how many it names, and what each sign asks for (0: never)."""

    names: int = 10
    window_days: int = 42
    recent_days: int = 14
    again_after_days: int = 180
    newcomer_days: int = 30
    long_characters: int = 100
    thanked_by: int = 3
    answers_accepted: int = 3
    newcomers_helped: int = 3
    first_reports: int = 1
    deep_valued_by: int = 3

    def __post_init__(self) -> None:
        signs = ("thanked_by", "answers_accepted", "newcomers_helped", "first_reports", "deep_valued_by")
        require(
            (1 <= self.names <= 10, "names", "must be between 1 and 10"),
            (14 <= self.window_days <= 180, "window_days", "must be between 14 and 180"),
            (1 <= self.recent_days < self.window_days, "recent_days", "must be at least 1, and less than window_days"),
            (self.again_after_days >= self.window_days, "again_after_days", "must be at least window_days"),
            (self.newcomer_days >= 1, "newcomer_days", "must be at least 1"),
            (self.long_characters >= 20, "long_characters", "must be at least 20"),
            *((0 <= getattr(self, sign) <= 1000, sign, "must be between 0 and 1000") for sign in signs),
        )
