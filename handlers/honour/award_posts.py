"""Where the messages of a round stand, and the buttons under the staff's cards; for the features that show them."""

from collections.abc import Iterable, Mapping

from actions.honour.shortlist import Shortlist, Standing
from handlers.effects import Button, Delete, Edit, Effect, Keyboard, Post
from rules.ballot import CHOICES_LEAST
from rules.honour.award import RoundGone
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


def taken_down(tx: Tx, number: int, words: str, done: object) -> list[Effect]:
    """What the groups had read of a round that comes to nothing says so, and nobody votes any more."""
    return [
        effect
        for group in playing(tx)
        for effect in (Edit(words, done, keep=announcement(number, group)), Delete(keep=ballot_post(number, group)))
    ]


def lost(tx: Tx, rounds: Iterable[RoundGone]) -> list[Effect]:
    """Rounds whose award is gone: the groups and the staff read that it ends here."""
    staff, told = groups.staff(tx), list[Effect]()
    for one in rounds:
        told += taken_down(tx, one.round, "award/gone", one)
        told += [Delete(keep=running_card(one.round)), Delete(keep=names_card(one.round))]
        told += [Post(staff.id, "award/lost", one)] if staff else []
    return told


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


def card_of_names(tx: Tx, found: Shortlist) -> list[Post]:
    """The staff's card, at the foot of their group."""
    staff, card = groups.staff(tx), names_card(found.round)
    return [Post(staff.id, "shortlist/card", found, buttons=choices(found), keep=card)] if staff else []


def choices(found: Shortlist) -> Keyboard:
    """The nominees keep their places; what follows from the ticks stands below them."""
    rows = [(_nominee(found, one),) for one in found.nominees]
    return [*rows, *([row] if (row := tuple(_next(found))) else []), (_more(found), _none(found))]


def _nominee(found: Shortlist, one: Standing) -> Button:
    data = {"round": found.round, "member": one.member}
    return staff_button("shortlist/nominee", "shortlist.tick", data, one, ticked=one.shortlisted)


def _next(found: Shortlist) -> Iterable[Button]:
    if found.vote and found.ticked >= CHOICES_LEAST:
        yield round_button("shortlist/open_vote", "shortlist.open_vote", found.round)
    if found.ticked == 1:
        [chosen] = [one for one in found.nominees if one.shortlisted]
        yield round_button("shortlist/choose", "ceremony.choose", found.round, member=chosen.member)


def _more(found: Shortlist) -> Button:
    return round_button("shortlist/extend", "shortlist.extend", found.round)


def _none(found: Shortlist) -> Button:
    return round_button("award/call_off", "award.call_off", found.round)
