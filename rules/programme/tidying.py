"""What a brand decides about how long the bot's own messages stand in a group."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tidying:
    """The `[tidying]` section: which messages go again. `news` are lists of the week, small steps up and short streaks."""

    solved_questions: bool = True
    news: bool = True

    def stands_s(self, seconds: int) -> int | None:
        """For how long a piece of news stands that has its time: `seconds`, or for good (None) as the brand wishes."""
        return seconds if self.news else None
