"""What levels open: privileges by name, declared in one table. Points can't buy them."""

from msgspec import Struct

from rules.programme.faults import UNREAD

LAYER = "shop_layer"
TAG = "tag"
CORE_GROUP = "core_group"
EVENTS_FIRST = "events_first"
COUNCIL_SEAT = "council_seat"
LAUNCH_GUEST = "launch_guest"


class Privilege(Struct, frozen=True):
    """A privilege. One that is `of` something names it behind a colon, such as `shop_layer:middle`."""

    name: str
    of: str = ""

    @property
    def form(self) -> str:
        """How it is written in the configuration."""
        return f"{self.name}:..." if self.of else self.name


PRIVILEGES = (
    Privilege(LAYER, of="shop.layers"),
    Privilege(TAG),
    Privilege(CORE_GROUP),
    Privilege(EVENTS_FIRST),
    Privilege(COUNCIL_SEAT),
    Privilege(LAUNCH_GUEST),
)


class Opening(Struct, frozen=True):
    """A privilege as somebody reads of it: its name, and the title of what it is of."""

    name: str
    title: str = ""


def layer(key: str) -> str:
    """The privilege of redeeming from that layer of the shop."""
    return f"{LAYER}:{key}"


def wrong(written: str) -> str | None:
    """What is wrong with a privilege as it is written, and what is allowed; None when a level may open it."""
    name, colon, of = written.partition(":")
    known = next((one for one in PRIVILEGES if one.name == name), None)
    allowed = ", ".join(one.form for one in PRIVILEGES)
    if written == UNREAD:
        return None
    if known is None:
        return f'is no privilege: "{written}"; allowed are {allowed}'
    if bool(known.of) is not bool(of) or bool(known.of) is not bool(colon):
        return f'"{written}" must be written {known.form}'
    return None
