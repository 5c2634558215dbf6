"""What a brand decides about fair order: warnings, mutes, suspensions."""

from dataclasses import dataclass
from enum import StrEnum

from rules.programme.faults import require
from rules.programme.wording import Wording

MOST_DAYS = 365
MOST_ANSWERS = 8


class Publishing(StrEnum):
    """How the week's digest of order names people; OFF: there is none."""

    OFF = "off"
    MASKED = "masked"
    NAMED = "named"


@dataclass(frozen=True)
class FairOrder:
    """The `[order]` section: how long what has been still weighs, what is proposed then, and who has to decide."""

    published: Publishing = Publishing.MASKED
    half_life_days: int = 30
    mute_at: float = 0.75
    suspend_at: float = 2.5
    mute_hours: int = 2
    suspend_days: int = 3
    alone_days: int = 7
    decide_hours: int = 48
    appeal_days: int = 14
    appeal_hours: int = 24
    appeal_answers: tuple[Wording, ...] = (
        Wording(zh="又看了一遍原消息", en="I have read the message again"),
        Wording(zh="同样的事同样处理", en="others were treated the same"),
        Wording(zh="之前已经提醒过了", en="there had been a warning before"),
    )
    reports_day: int = 5
    conflict_hours: int = 2
    conflict_answers: int = 2

    def __post_init__(self) -> None:
        require(
            (self.half_life_days >= 1, "half_life_days", "must be at least 1"),
            (self.mute_at > 0, "mute_at", "must be above 0; one warning weighs 1 on its day"),
            (self.suspend_at > self.mute_at, "suspend_at", "must be above mute_at"),
            (1 <= self.mute_hours <= 168, "mute_hours", "must be 1 to 168"),
            (1 <= self.suspend_days <= MOST_DAYS, "suspend_days", f"must be 1 to {MOST_DAYS}"),
            (0 <= self.alone_days <= MOST_DAYS, "alone_days", f"must be 0 to {MOST_DAYS}"),
            (self.decide_hours >= 1, "decide_hours", "must be at least 1"),
            (self.appeal_days >= 1, "appeal_days", "must be at least 1"),
            (self.appeal_hours >= 0, "appeal_hours", "must not be negative; 0 reminds nobody"),
            (len(self.appeal_answers) <= MOST_ANSWERS, "appeal_answers", "must be 8 at most, for each is a button"),
            (self.reports_day >= 1, "reports_day", "must be at least 1"),
            (self.conflict_hours >= 0, "conflict_hours", "must not be negative"),
            (self.conflict_answers >= 1, "conflict_answers", "must be at least 1"),
        )
