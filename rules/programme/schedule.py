"""Decent times for what writes to people unasked."""

DECENT = "must name hours between 8 and 21, such as 30-59 20 * * *: nobody is written to at night"


def decent(cron: str) -> bool:
    """Whether the hours of a cron expression lie in the day: numbers and spans of them from 8 to 21."""
    hours = cron.split()[1] if len(cron.split()) == 5 else ""
    named = [hour for part in hours.split(",") for hour in part.partition("/")[0].split("-")]
    return all(hour.isdecimal() and 8 <= int(hour) <= 21 for hour in named)
