"""What the help speaks about: the page of a moderator who owns the brand, too."""

from handlers.operations.guessed import IN_PASSING, Closed, Greeted, Guessed
from handlers.operations.help import HelpLine, HelpPage, HelpShelf
from handlers.operations.no_command import NoCommand
from handlers.routes import Shelf
from handlers.ways_out import Several

DAILY = HelpShelf(
    Shelf.DAILY, (HelpLine("checkin", "签到", None), HelpLine("ask", None, "提问"), HelpLine("me", None, None))
)
WORKS = HelpShelf(Shelf.WORKS, (HelpLine("reviews", "审核", None), HelpLine("newchallenge", None, None)))
SPOKEN = HelpShelf(Shelf.STANDING, (HelpLine("hall", "荣誉殿堂", None), HelpLine("council", "顾问委员会", None)))
SAMPLES: dict[str, object] = {
    "help/several": Several(("林晓", "周舟", "何川 <b>")),
    "help/several · very many": Several(tuple(f"车友{nth}" for nth in range(1, 91))),
    "help/page": HelpPage("莫莫", (WORKS,), team=True, owner=True),
    "help/greeting": Greeted("林晓"),
    **{f"help/{kind}": Greeted("林晓") for kind in IN_PASSING},
    "help/meant": Guessed("makeup"),
    "help/form_closed": Closed(("newquiz",)),
    "help/not_understood": None,
    "help/asking": None,
    "help/ask_others": None,
    "help/small_talk": None,
    "help/leaving": None,
    "help/thanking": None,
    "help/in_words": None,
    "help/second_album": None,
    "help/with_picture": None,
    "help/picture": None,
    "help/naming": None,
    "help/no_command": NoCommand("shpo", ("shop",)),
    "help/privacy": None,
    "help/moving": None,
    "help/rescue": None,
    "help/new_car": None,
}
LABELS: dict[str, object] = {}
MORE: dict[str, object] = {
    "help/meant · of a product": Guessed("language", product=True),
    "help/meant · a tool of the team": Guessed("grant", tool=True),
    "help/no_command · like two": NoCommand("strat", ("start", "streak")),
    "help/no_command · like none": NoCommand("foo", ()),
    "help/form_closed · several begin so": Closed(("newchallenge", "newreward", "newevent")),
    "help/page · of a member": HelpPage("林晓", (DAILY,), team=False, owner=False),
    "help/page · of several shelves": HelpPage("莫莫", (DAILY, SPOKEN), team=False, owner=False),
}
