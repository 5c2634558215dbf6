"""The shop, in private: its pages, one reward, and the question whether one is sure."""

from msgspec import Struct

from actions.shop import want as wanting
from actions.shop.redemption import Wish
from actions.shop.reward import Offer, ShopPage, get, offer_of, page_of
from handlers.call import Call
from handlers.effects import Button, Delete, Edit, Effects, Keyboard, Reply, Show, Toast, flat
from handlers.routes import Command, Press, Shelf, Start, Where
from handlers.ways_out import Together, WayOut, by_link
from rules.shop.reward import RewardChanged
from storage.engine.tx import Tx
from storage.shop import orders


class TabLabel(Struct, frozen=True):
    """A layer on its button; `here` marks the one that is shown."""

    title: str
    here: bool


def show(call: Call, tx: Tx) -> Effects:
    """The first layer, or the one that is named."""
    page = page_of(tx, call.member, "", 0, call.occasion)
    return Reply("shop/page", page, buttons=_page_buttons(page))


def turn(call: Call, tx: Tx) -> Effects:
    """Another page or layer, in place."""
    page = page_of(tx, call.member, call.data["layer"], call.data["page"], call.occasion)
    return Edit("shop/page", page, buttons=_page_buttons(page))


def detail(call: Call, tx: Tx) -> Effects:
    """One reward: in place, or with its picture as a message of its own."""
    offer = offer_of(tx, call.member, call.data["reward"], call.occasion)
    picture = get(tx, offer.id).terms.picture
    buttons = _detail_buttons(call, offer)
    if picture and not _on_picture(call):
        return Show((("photo", picture),), "shop/detail", offer, member=call.member.id, buttons=buttons)
    return Edit("shop/detail", offer, buttons=buttons)


def want(call: Call, tx: Tx) -> Effects:
    """Told when there are some again."""
    wanting.want(tx, call.data["reward"], call.member, call.occasion)
    return [Toast("want/noted"), *flat(detail(call, tx))]


def want_no_more(call: Call, tx: Tx) -> Effects:
    """Not any more."""
    wanting.leave(tx, call.data["reward"], call.member, call.occasion)
    return [Toast("want/left"), *flat(detail(call, tx))]


def back(call: Call, tx: Tx) -> Effects:
    """From a reward to the page it stands on; a picture goes away, the page is above it."""
    return Delete() if _on_picture(call) else turn(call, tx)


def sure(call: Call, tx: Tx) -> Effects:
    """What it costs and what happens then; the button carries what was shown, to be compared when it is pressed.

    It stands below the place where one was pressed to come here.
    """
    offer = offer_of(tx, call.member, call.data["reward"], call.occasion)
    wish = Wish(offer.id, orders.placed(tx, call.member.id, offer.id), get(tx, offer.id).version, offer.price)
    carried = {"reward": wish.reward, "nth": wish.nth, "version": wish.version, "price": wish.price}
    yes = Button("shop/yes", "order.redeem", carried, offer, once=False, style="success")
    no = Button("shop/no", "shop.detail", {**call.data}, once=False)
    return Edit("shop/sure", offer, buttons=((no,), (yes,)))


def _on_picture(call: Call) -> bool:
    return call.message is not None and call.message.media is not None


def _page_buttons(page: ShopPage) -> Keyboard:
    place = {"layer": page.layer, "page": page.page}
    rows: list[list[Button]] = [
        [Button("shop/reward", "shop.detail", {"reward": offer.id, **place}, offer, once=False)]
        for offer in page.offers
    ]
    if page.pages > 1:
        rows.append([_turn("shop/earlier", page, -1), _turn("shop/later", page, 1)])
    rows.append(
        [
            Button("shop/tab", "shop.page", {"layer": tab.key, "page": 0}, TabLabel(tab.title, tab.here), once=False)
            for tab in page.tabs
        ]
    )
    rows.append([Button("shop/orders", "order.list", once=False)])
    return rows


def _turn(label: str, page: ShopPage, step: int) -> Button:
    data = {"layer": page.layer, "page": (page.page + step) % page.pages}
    return Button(label, "shop.page", data, once=False)


def _detail_buttons(call: Call, offer: Offer) -> Keyboard:
    place = {"layer": call.data.get("layer", ""), "page": call.data.get("page", 0)}
    away = Button("shop/back", "shop.back", place, once=False)
    if offer.status == "sold_out" and (offer.wanted or not offer.paused_until):
        key = "leave" if offer.wanted else "add"
        return ((Button(f"want/{key}", f"shop.{key}_want", {"reward": offer.id, **place}, once=False),), (away,))
    if offer.status != "open":
        return ((away,),)
    redeem = Button("shop/redeem", "shop.sure", {"reward": offer.id, **place}, offer, once=False, style="primary")
    return ((redeem,), (away,))


def _look_again(refusal: RewardChanged) -> Keyboard:
    return ((Button("shop/look_again", "shop.detail", {"reward": refusal.reward}, once=False),),)


ROUTES = (
    Command("shop", show, shelf=Shelf.REWARDS, place=10, where=Where.PRIVATE, fades=True),
    Start("shop", show),
    Together("shop/several", by_link("shop")),
    Press("shop.page", turn),
    Press("shop.detail", detail),
    Press("shop.back", back),
    Press("shop.sure", sure, covenant=True),
    Press("shop.add_want", want, covenant=True),
    Press("shop.leave_want", want_no_more, outside=True),
    WayOut(RewardChanged, _look_again),
)
