"""An application for a resource as both sides see it: the card in the staff group, and the member's own view. No feature."""

from actions.offers import application
from actions.offers.application import ApplicationCard, ApplicationSeen
from actions.offers.resource import ResourceSeen
from handlers.call import Call, ChatKind
from handlers.effects import DAY_S, Button, Edit, Effect, Keyboard, Link, Post
from handlers.routes import MODERATORS
from handlers.same_again import same_again
from rules.occasion import Occasion
from rules.offers.application import HANDED, ApplicationState
from rules.offers.resource import ResourceKind
from rules.people import Part
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox

LASTS_S = 180 * DAY_S
Rows = list[tuple[Button | Link, ...]]


def name_of(number: int) -> str:
    """The name under which the staff group's card is remembered."""
    return f"resource_card:{number}"


def to_desk(tx: Tx, number: int, occasion: Occasion) -> list[Effect]:
    """The card in the staff group; nothing while there is no such group."""
    staff, card = groups.staff(tx), application.card(tx, number, occasion)
    if staff is None:
        return []
    return [Post(staff.id, "resource/card", card, buttons=buttons(card), keep=name_of(number))]


def card_again(tx: Tx, number: int, occasion: Occasion) -> Edit:
    """The card as it is now."""
    card = application.card(tx, number, occasion)
    return Edit("resource/card", card, buttons=buttons(card), keep=name_of(number))


def called(tx: Tx, one: ApplicationSeen, said: str = "resource/called") -> list[Effect]:
    """A card that changes in place makes no sound: one line in reply to it does."""
    staff, card = groups.staff(tx), outbox.kept(tx, name_of(one.id))
    if staff is None or card is None or card[0] != staff.chat_id:
        return []
    return [Post(staff.id, said, one, reply_to=card[1])]


def buttons(card: ApplicationCard) -> Keyboard:
    """What staff can do. What can't be taken back stands in a row of its own, where nothing else was pressed before."""
    one = card.one
    match one.state:
        case ApplicationState.WAITING:
            grant = _staff("grant", one, style="success") if card.free != 0 else None
            return (*(((grant,),) if grant else ()), (_words("decline", "declined", one),))
        case ApplicationState.GRANTED:
            return ((_words("call_off", "called_off", one),), (_staff("handed", one, style="success"),))
        case ApplicationState.OUT:
            back = _words("back", "returned", one, style="success")
            longer = (_words("not_longer", "not_longer", one), _staff("longer_yes", one)) if one.longer else None
            gone = (_words("lost", "lost", one), _words("kept", "kept", one))
            return (*((longer,) if longer else ()), (back,), gone)
    return ()


def _staff(key: str, one: ApplicationSeen, style: str | None = None) -> Button:
    data = {"application": one.id}
    return Button(
        f"resource/{key}", f"resource.{key}", data, one, anyone=True, once=False, lasts_s=LASTS_S, style=style
    )


def _words(key: str, act: str, one: ApplicationSeen, style: str | None = None) -> Button:
    """What staff say a word about first."""
    data = {"application": one.id, "act": act}
    label, action = f"resource/{key}", "resource.ask_words"
    return Button(label, action, data, one, anyone=True, once=False, lasts_s=LASTS_S, style=style)


def own_buttons(one: ApplicationSeen) -> Rows:
    """What the member can do with what they asked for."""
    rows: Rows = []
    if one.state is ApplicationState.GRANTED:
        rows.append((_own("got", one, style="success"),))
    if one.state is ApplicationState.OUT and one.longer is None:
        rows.append((_own("longer", one),))
    if one.state in HANDED:
        rows.append((_own("made", one),))
    if one.state in (ApplicationState.WAITING, ApplicationState.GRANTED):
        rows.append((_own("withdraw", one),))
    return rows


def _own(key: str, one: ApplicationSeen, style: str | None = None) -> Button:
    data = {"application": one.id, "resource": one.resource}
    label = f"resource/{key}_seat" if key == "got" and one.plan.kind is ResourceKind.SEAT else f"resource/{key}"
    return Button(label, f"resource.{key}", data, member=one.member, once=False, lasts_s=LASTS_S, style=style)


def detail_buttons(call: Call, tx: Tx, seen: ResourceSeen) -> Keyboard:
    """Below a resource, for whoever looks at it: applying, or what goes on with their application; for staff to change it."""
    rows: Rows = []
    data = {"resource": seen.id}
    private = call.chat.kind is ChatKind.PRIVATE
    if seen.applies and private:
        rows.append((Button("resource/apply", "resource.apply", data, once=False, style="primary"),))
    elif seen.applies:
        rows.append((Link("resource/apply", start=f"resource-{seen.id}"),))
    elif seen.mine is not None and private:
        rows += own_buttons(application.seen(tx, seen.mine.id, call.occasion))
    if call.roles & MODERATORS and not seen.closed and at_desk(call):
        rows.append((Button("resource/close", "resource.close", data, once=False),))
    rows += same_again(call, "resource", seen.id)
    return [*rows, all_of_them()]


def all_of_them() -> tuple[Button]:
    """The way to the list: last of all, so that nothing final comes to stand where something else was pressed."""
    return (Button("resource/all", "resource.list", once=False),)


def at_desk(call: Call) -> bool:
    """Whether what is said here is for the staff's eyes alone."""
    return call.chat.kind is ChatKind.PRIVATE or (call.chat.group is not None and call.chat.group.part is Part.STAFF)
