"""Limits that keep the programme fair: caps, cool-downs, probation, and when a second person must look."""

from dataclasses import dataclass, fields

from rules.programme.faults import require


@dataclass(frozen=True)
class Limits:
    """Every number is a whole one; durations say their unit in the name."""

    probation_days: int = 7
    probation_messages: int = 20
    thanks_per_giver_day: int = 5
    thanks_window_days: int = 30
    thanks_cooldown_s: int = 30
    thanks_per_receiver_day: int = 20
    accepted_from_one_asker_day: int = 3
    unaccept_hours: int = 24
    grant_alone_member_day: int = 200
    grant_alone_staff_day: int = 1000
    flood_per_minute: int = 30
    newcomer_days: int = 30
    redemption_hours: int = 72
    review_hours: int = 24
    review_claim_minutes: int = 60
    challenge_remind_hours: int = 24
    submission_versions: int = 10
    submission_files: int = 10
    ledger_rows_shown: int = 10

    def __post_init__(self) -> None:
        require(*((getattr(self, limit.name) >= 0, limit.name, "must not be negative") for limit in fields(self)))
