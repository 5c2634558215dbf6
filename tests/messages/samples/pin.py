"""What the messages of pins speak about."""

from actions.honour.pin import HeldUp, PinsLeft
from rules.honour.pin import MayNotPin, NotPinnedHere, PinnedAlready, PinsOff
from rules.values import replace

LINK = "https://t.me/c/1/5"
HELD = HeldUp("何<b>川", "夏<b>天", LINK, (3,), "https://t.me/c/1/3")
LEFT = PinsLeft(7, "何<b>川", 2, (LINK, "https://t.me/c/1/6"))

SAMPLES: dict[str, object] = {
    "pin/pinned": HELD,
    "pin/unpinned": None,
    "pin/left": LEFT,
    "pin/cleared": LEFT,
    "pin/refused": HELD,
    "refusals/pins_off": PinsOff(),
    "refusals/may_not_pin": MayNotPin(),
    "refusals/pinned_already": PinnedAlready(),
    "refusals/not_pinned_here": NotPinnedHere(),
}
LABELS: dict[str, object] = {"pin/clear": LEFT}
MORE: dict[str, object] = {
    "pin/left · one, in a basic group": replace(LEFT, many=1, links=()),
    "pin/cleared · one": replace(LEFT, many=1),
    "pin/pinned · nothing had to go": replace(HELD, gone=(), gone_link=None),
    "pin/pinned · a basic group": replace(HELD, link=None, gone_link=None),
    "pin/refused · a basic group": replace(HELD, link=None),
}
