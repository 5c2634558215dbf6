"""What the help speaks about: the page of a moderator who owns the brand, too."""

from handlers.operations.help import Greeted, Guessed, HelpLine, HelpPage, HelpShelf
from handlers.routes import Shelf

DAILY = HelpShelf(
    Shelf.DAILY, (HelpLine("checkin", "签到", None), HelpLine("ask", None, "提问"), HelpLine("me", None, None))
)
WORKS = HelpShelf(Shelf.WORKS, (HelpLine("reviews", "审核", None), HelpLine("newchallenge", None, None)))
SPOKEN = HelpShelf(Shelf.STANDING, (HelpLine("hall", "荣誉殿堂", None), HelpLine("council", "顾问委员会", None)))
SAMPLES: dict[str, object] = {
    "help/page": HelpPage("莫莫", (WORKS,), team=True, owner=True),
    "help/greeting": Greeted("林晓"),
    "help/meant": Guessed("makeup"),
    "help/form_closed": Guessed("newquiz"),
    "help/not_understood": None,
    "help/asking": None,
    "help/leaving": None,
    "help/in_words": None,
}
LABELS: dict[str, object] = {}
MORE: dict[str, object] = {
    "help/page · of a member": HelpPage("林晓", (DAILY,), team=False, owner=False),
    "help/page · of several shelves": HelpPage("莫莫", (DAILY, SPOKEN), team=False, owner=False),
}
