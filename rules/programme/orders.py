"""What a brand decides about orders."""

from dataclasses import dataclass

from rules.programme.faults import require
from rules.programme.wording import Wording

MOST_REASONS = 8


@dataclass(frozen=True)
class Orders:
    """The `[orders]` section: when one that nobody sees to goes back, reminders, receiving, reasons to give one back."""

    expire_hours: int = 72
    remind_hours: int = 12
    received_after_days: int = 10
    return_reasons: tuple[Wording, ...] = (
        Wording(zh="暂时缺货", en="out of stock"),
        Wording(zh="收货信息不完整", en="the address is not complete"),
        Wording(zh="不符合兑换条件", en="the conditions for it are not met"),
    )

    def __post_init__(self) -> None:
        require(
            (self.expire_hours >= 0, "expire_hours", "must not be negative"),
            (self.remind_hours >= 0, "remind_hours", "must not be negative; 0 reminds nobody"),
            (self.received_after_days >= 1, "received_after_days", "must be at least 1"),
            (len(self.return_reasons) <= MOST_REASONS, "return_reasons", "must be 8 at most, for each is a button"),
        )
