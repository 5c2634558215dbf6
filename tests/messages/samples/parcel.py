"""Orders that are sent together."""

from actions.shop.parcel import Astray, Going, Looked
from handlers.shop.order_desk import ClaimedTogether
from handlers.shop.parcel import InHand, SentTogether
from rules.shop.order import OrderState
from rules.shop.parcel import Amiss, Line
from rules.values import replace
from tests.messages.samples.order import PREPARING, PRIVILEGE, SENT

SECOND = replace(PREPARING, id=15, name="夏天", has_address=False)
INVITATION = replace(PRIVILEGE, id=16, state=OrderState.PREPARING, staff="莫莫")
OTHERS = replace(PREPARING, id=17, staff="阿宁")


def astray(amiss: Amiss, words: str, place: int = 1) -> Astray:
    order = OTHERS if amiss is Amiss.OTHERS else None
    return Astray(Line(place, words, 17 if order else 0, amiss=amiss), order)


SAMPLES: dict[str, object] = {
    "parcel/ask": InHand((PREPARING, SECOND, INVITATION)),
    "parcel/looked": Looked(
        (Going(PREPARING, "SF100200"), Going(SECOND, "SF100201"), Going(INVITATION, "")),
        (astray(Amiss.UNREAD, "SF100202 " + "SF100203 " * 5, 4), astray(Amiss.OTHERS, "17 SF100203", 5)),
        (replace(PREPARING, id=18), replace(PREPARING, id=19)),
    ),
    "parcel/sent": SentTogether((SENT, replace(SENT, id=15, note=None))),
    "parcel/claimed": ClaimedTogether(5),
}
LABELS: dict[str, object] = {"parcel/send": SAMPLES["parcel/looked"]}
MORE: dict[str, object] = {
    "parcel/ask · nothing": InHand(()),
    "parcel/looked · one number for two": Looked(
        (Going(PREPARING, "SF100200", shared=True), Going(SECOND, "SF100200", shared=True)), (), ()
    ),
    "parcel/looked · nothing goes": Looked((), (astray(Amiss.UNKNOWN, "99 SF1"),), ()),
    "parcel/looked · not yet an address": Looked((Going(SECOND, ""),), (), ()),
    "parcel/looked · all of it goes": Looked((Going(PREPARING, "SF100200"),), (), ()),
    "parcel/claimed · one": ClaimedTogether(1),
    "parcel/claimed · none": ClaimedTogether(0),
}
