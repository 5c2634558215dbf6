"""Home: where somebody would rather have counted what belongs to no group."""

from rules.home import HomeChoice, HomeShown, candidates, equal
from rules.people import Member
from storage import groups, homes, members
from storage.engine.tx import Tx

MOST_CHOICES = 8


def shown(tx: Tx, member: Member) -> HomeShown | None:
    """Where the member is at home and could be; None where there is nothing to choose from."""
    home, places = homes.of(tx, member), candidates(homes.places(tx, member.id))
    if home is None or len(places) < 2:
        return None
    near = sorted(places, key=lambda place: (place.group != home.id, -place.messages, place.since))[:MOST_CHOICES]
    choices = [HomeChoice(place.group, groups.get(tx, place.group).title, place.group == home.id) for place in near]
    chosen = homes.chosen(tx, member.id)
    return HomeShown(home.title, chosen, not chosen and equal(places), tuple(choices))


def ask(tx: Tx, member: Member) -> HomeShown | None:
    """The question where the member is at home, once, if they are as active in several groups and have not chosen."""
    found = shown(tx, member)
    return found if found and found.asked and homes.ask(tx, member.id) else None


def choose(tx: Tx, member: Member, group: int | None) -> Member:
    """At home there from now on, as long as they stay in that group, or (None) wherever they are most active; the member
    with their new home.
    """
    homes.choose(tx, member.id, group)
    return members.get(tx, member.id)
