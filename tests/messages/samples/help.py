"""What the help speaks about: the page of a moderator who owns the brand, too."""

from handlers.operations.help import Line, Page, Shelf

DAILY = Shelf("daily", (Line("checkin", "签到", None), Line("ask", None, "提问"), Line("me", None, None)))
WORKS = Shelf("works", (Line("reviews", "审核", None), Line("newchallenge", None, None)))
SAMPLES: dict[str, object] = {"help/page": Page("莫莫", (WORKS,), (DAILY,), owner=True)}
LABELS: dict[str, object] = {}
