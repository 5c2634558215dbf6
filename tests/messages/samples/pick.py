"""What the messages about what members pick speak about."""

from actions.daily.pick import PickedCard
from rules.values import replace

CARD = PickedCard(2, "周<b>舟", "星途车友会", "https://t.me/c/1234567890/90")
DECIDED = replace(CARD, by="莫莫")

SAMPLES: dict[str, object] = {"pick/card": CARD, "pick/decided": DECIDED}
MORE: dict[str, object] = {
    "pick/card · in a group without addresses": replace(CARD, link=None),
    "pick/decided · featured": replace(DECIDED, featured=True, link=None),
}
