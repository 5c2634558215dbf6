"""Topic moderators: what is asked of one, for how long, and when they may accept for an asker who stays away."""

from dataclasses import dataclass, field

from rules.programme.conditions import Needs
from rules.programme.faults import require
from rules.programme.trust import MOST_DAYS

MOST_HOURS = 24 * 30
MOST_PINS = 10


@dataclass(frozen=True)
class TopicModerators:
    """The `[topic_moderators]` section: who is appointed meets `needs`; a term is `term_days` (0: without an end).

    Of a question in their field they may accept an answer once its asker has not for `absent_hours`.
    In each group `pins` messages are held up by them at a time (0: none; the oldest gives way).
    """

    needs: Needs = field(default_factory=lambda: Needs({}))
    term_days: int = 90
    absent_hours: int = 72
    pins: int = 0

    def __post_init__(self) -> None:
        require(
            (0 <= self.term_days <= MOST_DAYS, "term_days", f"must be 0 (without an end) to {MOST_DAYS}"),
            (1 <= self.absent_hours <= MOST_HOURS, "absent_hours", f"must be 1 to {MOST_HOURS}"),
            (0 <= self.pins <= MOST_PINS, "pins", f"must be 0 (none) to {MOST_PINS}"),
        )
