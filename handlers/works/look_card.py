"""How a draft is laid before those who look: its pictures and a card of its own kind in the staff group. No feature."""

from collections.abc import Sequence

from msgspec import Struct

from actions.works import look
from actions.works.look import LookCard
from handlers.call import Call, ChatKind
from handlers.effects import DAY_S, Button, Edit, Effect, Keyboard, Post, Show
from handlers.routes import REVIEWERS
from handlers.works.desk import CHIPS_IN_ROW, LONG_TEXT
from rules.files import batches
from rules.links import message_link
from rules.occasion import Occasion
from rules.people import Role
from rules.works.look import LookStanding
from rules.works.review import Chip
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox
from storage.works.looks import LookWaiting

LASTS_S = 90 * DAY_S
READERS = REVIEWERS | {Role.MENTOR}


def to_desk(tx: Tx, number: int, occasion: Occasion) -> list[Effect]:
    """The draft itself and its card, in the staff group."""
    staff = groups.staff(tx)
    assert staff is not None, "no draft is taken without one"
    card = look.card(tx, number, occasion)
    shown = [
        Show([(file.kind, file.file_id) for file in some], group=staff.id, keep=f"{_name(number)}:{nth}")
        for nth, some in enumerate(batches(card.files))
    ]
    text = [Post(staff.id, "review/text", card)] if len(card.text) > LONG_TEXT else []
    return [*shown, *text, Post(staff.id, "look/card", card, buttons=buttons(card), keep=_name(number))]


def freed(tx: Tx, occasion: Occasion, leaver: int | None = None) -> list[Effect]:
    """The cards of drafts that nobody has in hand any more, as free again; `leaver` has just left the staff."""
    return [card_again(tx, number, occasion) for number in look.freed(tx, occasion, leaver)]


def card_again(tx: Tx, number: int, occasion: Occasion) -> Edit:
    """The card as it is now, in place of the one that stands there."""
    return on_card(look.card(tx, number, occasion))


def on_card(card: LookCard) -> Edit:
    """The staff group's card in the words of how the look stands."""
    if card.standing is LookStanding.WAITING:
        return Edit("look/card", card, buttons=buttons(card), keep=_name(card.id))
    return Edit("look/settled", card, keep=_name(card.id))


def where_pressed(call: Call, card: LookCard) -> list[Edit]:
    """The card in the staff group, and the one in private on which somebody has just pressed."""
    if call.chat.kind is not ChatKind.PRIVATE:
        return [on_card(card)]
    waits = card.standing is LookStanding.WAITING
    own = Edit("look/card", card, buttons=buttons(card, private=True)) if waits else Edit("look/settled", card)
    return [own, on_card(card)]


class LookLine(Struct, frozen=True):
    """A draft that waits for its look, since when, who has it in hand, and the address of its card (empty: none)."""

    id: int
    title: str
    author: str
    since: int
    held_by: str | None
    card: str


def lines(tx: Tx, waiting: Sequence[LookWaiting]) -> list[LookLine]:
    """A line for each, with a link to its card."""
    return [LookLine(one.id, one.title, one.author, one.since, one.held_by, address(tx, one.id)) for one in waiting]


def address(tx: Tx, number: int) -> str:
    """The web address of its card; empty when there is none, or in a group that has no addresses."""
    found = outbox.kept(tx, _name(number))
    return message_link(*found) or "" if found else ""


def number_of(name: str) -> int | None:
    """The look whose card, or what it shows, is remembered under that name."""
    noun, _, number = name.partition(":")
    return int(number.partition(":")[0]) if noun == "look" else None


def _name(number: int) -> str:
    return f"look:{number}"


def buttons(card: LookCard, *, private: bool = False) -> Keyboard:
    """Remarks, the answer in a row of its own, and below it whose it is: that row is always there, so nothing moves.

    In private one's own words have a button; in the staff group they come as a reply to the card.
    """
    chips = [_chip(card, chip) for chip in card.allowed]
    rows = [tuple(chips[at : at + CHIPS_IN_ROW]) for at in range(0, len(chips), CHIPS_IN_ROW)]
    say = ((_button("say", card),),) if private else ()
    whose = _button("release" if card.reader else "take", card)
    return (*rows, *say, (_button("answer", card, style="success"),), (whose,))


def _button(key: str, card: LookCard, style: str | None = None) -> Button:
    data = {"look": card.id}
    return Button(f"look/{key}", f"look.{key}", data, anyone=True, once=False, lasts_s=LASTS_S, style=style)


def _chip(card: LookCard, chip: Chip) -> Button:
    ticked, style = chip.key in card.chips, "primary" if chip.praise else None
    data = {"look": card.id, "chip": chip.key}
    return Button(
        f"review/{chip.key}", "look.chip", data, anyone=True, once=False, lasts_s=LASTS_S, ticked=ticked, style=style
    )
