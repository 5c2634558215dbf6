"""The machine's clock where it is wrong: what is remembered of it, and how people hear of it."""

from msgspec import Struct

OFF_S = "clock_off_s"
TOLD_AT = "clock_told_at"
TOLD_EVERY_S = 86_400
MINUTE_S, HOUR_S, DAY_S = 60, 3_600, 86_400
SHORTEST = 2


class ClockOff(Struct, frozen=True):
    """The machine's time of day is so many seconds ahead of Telegram's, below zero behind."""

    seconds: int

    def in_words(self) -> str:
        """How much it is, as an operator reads it: `400 days ahead`."""
        much = abs(self.seconds)
        size, unit = next(
            (size, unit)
            for size, unit in ((DAY_S, "days"), (HOUR_S, "hours"), (MINUTE_S, "minutes"))
            if much >= SHORTEST * size or size == MINUTE_S
        )
        return f"{round(much / size)} {unit} {'ahead' if self.seconds > 0 else 'behind'}"
