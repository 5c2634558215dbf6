"""When the scheduled posts go out: cron expressions in the brand's or the group's time zone."""

from dataclasses import dataclass


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
    question_digest: str = "0 18 * * *"
    forget_answers: str = "50 4 * * *"
    weekly_board: str = "0 20 * * sun"
    best_assist: str = "5 20 * * sun"
    newcomers: str = "0 19 * * fri"
    open_challenges: str = "0 12 * * wed"
    month_close: str = "0 10 1 * *"
    season_close: str = "30 10 1 jan,apr,jul,oct *"
    rules_news: str = "5 9-21 * * *"
    promotions: str = "*/15 8-22 * * *"
