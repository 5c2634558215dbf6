"""When the scheduled posts go out: cron expressions in the brand's or the group's time zone."""

from dataclasses import dataclass

from rules.programme.faults import require

DECENT = "must name hours between 8 and 21, such as 30-59 20 * * *: nobody is written to at night"


def decent(cron: str) -> bool:
    """Whether the hours of a cron expression lie in the day: numbers and spans of them from 8 to 21."""
    hours = cron.split()[1] if len(cron.split()) == 5 else ""
    named = [hour for part in hours.split(",") for hour in part.partition("/")[0].split("-")]
    return all(hour.isdecimal() and 8 <= int(hour) <= 21 for hour in named)


@dataclass(frozen=True)
class Schedule:
    """Five-field cron expressions with weekday names (mon, tue ...); an empty one switches the job off."""

    checkin_card: str = "0 7 * * *"
    desk: str = "* * * * *"
    challenges: str = "*/10 * * * *"
    overdue_reviews: str = "20 9-21 * * *"
    seal: str = "30 4 * * *"
    broadcasts: str = "* * * * *"
    orders: str = "20 * * * *"
    question_reminders: str = "10 9-21 * * *"
    question_digest: str = "20 20 * * *"
    forget_answers: str = "50 4 * * *"
    weekly_board: str = "0 20 * * sun"
    best_assist: str = "5 20 * * sun"
    newcomers: str = "0 19 * * fri"
    open_challenges: str = "0 12 * * wed"
    month_close: str = "0 10 1 * *"
    season_close: str = "30 10 1 jan,apr,jul,oct *"
    rules_news: str = "5 9-21 * * *"
    promotions: str = "*/15 8-22 * * *"
    digest: str = "30-59 20 * * *"

    def __post_init__(self) -> None:
        require((not self.digest or decent(self.digest), "digest", DECENT))
