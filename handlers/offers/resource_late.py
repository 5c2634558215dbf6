"""Who has what, what waits for staff and what is late, as staff see it. No feature."""

from msgspec import Struct

from actions.offers import application, resource_kept
from actions.offers.application import ApplicationSeen
from actions.offers.resource_kept import Late
from handlers.effects import DAY_S, Button, Effect, Keyboard, Link, Post
from handlers.pages import turning
from handlers.works.desk import card_address
from rules.occasion import Occasion
from rules.pages import Page, page_of
from storage import groups
from storage.engine.tx import Tx
from storage.offers import applications

IN_LIST = 8


class Pitch(Struct, frozen=True):
    """A pitch by its number."""

    id: int


class ResourceDesk(Struct, frozen=True):
    """Applications that have not ended: what is out first, by when it is to be back, then what waits, then what is granted."""

    applications: tuple[ApplicationSeen, ...]
    page: Page


def listed_for_staff(tx: Tx, number: int, occasion: Occasion) -> tuple[ResourceDesk, Keyboard]:
    """One page of them, with a button for each card."""
    at = page_of(number, applications.count_live(tx), IN_LIST)
    found = applications.awaiting_staff(tx, IN_LIST, at.before)
    shown = tuple(application.seen(tx, one.id, occasion) for one in found)
    rows = [_card_button("resource/card_live", one.id, one) for one in shown]
    return ResourceDesk(shown, at), [*rows, *turning(at, "resource.desk", anyone=True)]


def late_effects(tx: Tx, occasion: Occasion) -> list[Effect]:
    """The card in the staff group of what is late; nothing where there is none, or no such group."""
    late, staff = resource_kept.late(tx, occasion), groups.staff(tx)
    if staff is None or not late.anything:
        return []
    return [Post(staff.id, "resource/late", late, buttons=_late_buttons(tx, late))]


def _late_buttons(tx: Tx, late: Late) -> Keyboard:
    return [
        *(_card_button("resource/card", one.id, one) for one in late.overdue),
        *(_card_button("resource/card", one.id, one) for one in late.unanswered),
        *_pitches(tx, late),
    ]


def _pitches(tx: Tx, late: Late) -> list[tuple[Link]]:
    """The cards of pitches stand where they stand; a group without addresses has no links to them."""
    numbers = dict.fromkeys([one.submission for one in late.asks] + [one.submission for one in late.days])
    found = ((number, card_address(tx, number)) for number in numbers)
    return [(Link("plan/pitch", url=url, outcome=Pitch(number)),) for number, url in found if url]


def _card_button(label: str, number: int, outcome: object) -> tuple[Button]:
    data = {"application": number}
    return (Button(label, "resource.card", data, outcome, anyone=True, once=False, lasts_s=30 * DAY_S),)
