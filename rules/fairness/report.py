"""Reports: a member shows the staff a message, in private."""

WORDS_MOST = 1_000
SHOWN = 200


def passed_on(today: int, per_day: int) -> bool:
    """Whether one more of a member who has reported so many today goes to the staff."""
    return today < per_day
