"""Where the messages of a round stand, and the buttons under the staff's cards; for the features that show them."""

from collections.abc import Mapping

from handlers.effects import Button
from rules.people import PLAYING, Group
from storage import groups
from storage.engine.tx import Tx

LASTS_S = 100 * 86_400


def playing(tx: Tx) -> list[Group]:
    """The groups that read of awards."""
    return [group for group in groups.active(tx) if group.part in PLAYING]


def announcement(number: int, group: Group) -> str:
    """The name of what a group reads of the nominations of a round."""
    return f"award:{number}:{group.id}"


def ballot_post(number: int, group: Group) -> str:
    """The name of the message by which a group votes."""
    return f"award_vote:{number}:{group.id}"


def running_card(number: int) -> str:
    """The name of the staff's card while people are nominated."""
    return f"award_open:{number}"


def names_card(number: int) -> str:
    """The name of the staff's card of names, from which they go on with a round."""
    return f"award_names:{number}"


def staff_button(
    label: str, action: str, data: Mapping[str, int], about: object = None, *, ticked: bool = False
) -> Button:
    """A button on a card of the staff, for whoever of them may."""
    return Button(label, action, data, about, anyone=True, once=False, lasts_s=LASTS_S, ticked=ticked)


def round_button(label: str, action: str, number: int, **data: int) -> Button:
    """One that goes on with a round."""
    return staff_button(label, action, {"round": number, **data})
