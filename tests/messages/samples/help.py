"""What the help speaks about: the page of a moderator who owns the brand, too."""

from handlers.operations.help import Line, Page, Shown
from handlers.routes import Shelf

DAILY = Shown(Shelf.DAILY, (Line("checkin", "签到", None), Line("ask", None, "提问"), Line("me", None, None)))
WORKS = Shown(Shelf.WORKS, (Line("reviews", "审核", None), Line("newchallenge", None, None)))
SAMPLES: dict[str, object] = {"help/page": Page("莫莫", (WORKS,), (DAILY,), owner=True)}
LABELS: dict[str, object] = {}
