"""Home: where somebody would rather have counted what belongs to no group."""

from rules.home import HomeChoice, HomeShown, candidates, equal, moves
from rules.occasion import Occasion
from rules.people import Member, Part
from rules.refusals import Meeting
from storage import groups, homes, members
from storage.engine.tx import Tx

MOST_CHOICES = 8
MOST_MEETINGS = 3


def meetings(tx: Tx, member: Member) -> tuple[Meeting, ...]:
    """Some groups for one who is in none: their own language first, and of one language those that anybody can enter.

    Where one of their own language can be entered, those that can't are not named.
    """
    own = [
        (group.locale != member.locale, not group.way_in, group.id, group)
        for group in groups.active(tx, Part.COMMUNITY)
    ]
    near = [(shut, group) for *_, shut, _, group in sorted(own)]
    some = [group for shut, group in near if not shut or near[0][0]][:MOST_MEETINGS]
    return tuple(Meeting(group.title, group.way_in) for group in some)


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


def choose(tx: Tx, member: Member, group: int | None, occasion: Occasion) -> Member:
    """At home there from now on, as long as they stay in that group, or (None) wherever they are most active; the member
    with their new home. Raises HomeMovedLately.
    """
    homes.choose(tx, member.id, group)
    settled = members.get(tx, member.id)
    if settled.timezone != member.timezone and moves(homes.moved_at(tx, member.id), occasion.now):
        homes.moved(tx, member.id, occasion.now)
    return settled
