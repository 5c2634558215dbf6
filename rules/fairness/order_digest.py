"""The week's digest of order: who is named in it, and how."""

from rules.programme.sanctions import Publishing

MOST_LINES = 20
WEEK_S = 7 * 86_400


def shown_name(name: str, publishing: Publishing) -> str:
    """The name as the brand publishes it: whole, or its first character with a star."""
    return name if publishing is Publishing.NAMED else f"{name[:1]}*"
