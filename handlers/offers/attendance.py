"""Coming to an event: the code that is said on the spot, and the list of the staff."""

from msgspec import Struct

from actions import dialogue
from actions.offers import attendance, roster
from actions.offers.attendance import WrongCode
from actions.offers.event_feedback import HowWasIt
from actions.offers.roster import Roster
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effects, Keyboard, Reply, Tell, Toast
from handlers.offers.event_told import how_was_it, offers, room_told
from handlers.pages import turning
from handlers.routes import MODERATORS, Command, Given, Observe, On, Press, Prompted, Shelf, Where
from rules.fairness.covenant import require_covenant
from rules.offers.attendance import is_code, written_code
from rules.values import replace
from storage.engine.tx import Tx


class Removing(Struct, frozen=True):
    """Somebody who is to be taken off the list of an event."""

    name: str
    title: str


def here(call: Call, tx: Tx) -> Effects:
    """`/here 482913`; without the code it is asked for."""
    return _come(call, tx) if call.words.strip() else Ask("attendance.code", "event/ask_code")


def ask(call: Call, tx: Tx) -> Effects:
    """The button under the card: which code is said there?"""
    return Ask("attendance.code", "event/ask_code")


def told(call: Call, tx: Tx) -> Effects:
    """The code."""
    return _come(call, tx)


def alone(call: Call, tx: Tx) -> Effects:
    """The code without its command, from somebody with a seat where one is being said: as good as with it."""
    message = call.message
    said = message.text if message and not message.media and not message.forwarded else ""
    if not is_code(said) or not attendance.counts(tx, call.member, call.occasion):
        return None
    require_covenant(call.member, call.occasion.programme.brand.covenant_version)
    return _come(replace(call, words=said), tx)


def _come(call: Call, tx: Tx) -> Effects:
    """What is no number is no guess."""
    if not written_code(call.words):
        return Ask("attendance.code", "event/ask_code")
    done = attendance.come(tx, call.member, call.words, call.occasion)
    if not isinstance(done, WrongCode):
        dialogue.give_up(tx, call.member, "attendance.code", {})
        return Reply("event/came", done)
    return Ask("attendance.code", "event/wrong_code", done) if done.left else Reply("event/wrong_code", done)


def code(call: Call, tx: Tx) -> Effects:
    """A new code to say on the spot."""
    said = attendance.say_code(tx, call.data["event"], call.member, call.chance, call.occasion)
    again = Button("event/code_again", "event.code", {"event": said.id}, once=False)
    return Reply("event/code", said, buttons=((again,),))


def listed(call: Call, tx: Tx) -> Effects:
    """Who has a seat, and who came."""
    return _roster(call, tx)


def tick(call: Call, tx: Tx) -> Effects:
    """Seen: on the list."""
    done = attendance.tick(tx, call.data["seat"], call.member, call.occasion)
    asked = how_was_it(HowWasIt(done.id, done.title, (done.asked,))) if done.asked is not None else []
    return [Toast("event/ticked", done), _roster(call, tx), *asked]


def ask_remove(call: Call, tx: Tx) -> Effects:
    """Off the list: sure? Asked in a message of its own, so that nothing final lies under the finger."""
    name, title = roster.removing(tx, call.data["seat"])
    surely = Button("event/remove_surely", "event.remove_surely", {"seat": call.data["seat"]}, style="danger")
    return Reply("event/remove", Removing(name, title), buttons=((surely,),))


def remove(call: Call, tx: Tx) -> Effects:
    """Off the list: they hear of it, their points are back, and the next in line is asked."""
    done = roster.remove(tx, call.data["seat"], call.member, call.occasion)
    told_ = Tell(done.member, "event/told_removed", done)
    moved = [*offers(done.offered, call.occasion.now), *room_told(tx, done.id, call.occasion)]
    return [Edit("event/removed", done), told_, *moved]


def _roster(call: Call, tx: Tx) -> Edit:
    shown = roster.see(tx, call.data["event"], call.data.get("page", 1), call.occasion)
    return Edit("event/roster", shown, buttons=_buttons(call, shown))


def _buttons(call: Call, shown: Roster) -> Keyboard:
    """Each person by name: to be ticked, or in the other mode to be taken off."""
    removing = bool(call.data.get("removing")) or not shown.open
    data = {"event": shown.id, "page": shown.page.number, "removing": removing}
    action = "event.remove" if removing else "event.tick"
    people = [
        Button("event/person", action, {**data, "seat": one.seat}, one, once=False, ticked=one.came)
        for one in shown.people
    ]
    rows: list[tuple[Button, ...]] = [tuple(people[at : at + 2]) for at in range(0, len(people), 2)]
    other = Button(
        "event/to_tick" if removing else "event/to_remove",
        "event.roster",
        {**data, "removing": not removing},
        once=False,
    )
    back = Button("event/back_to", "event.open", {"event": shown.id}, once=False)
    return [*rows, *turning(shown.page, "event.roster", data), (back, other) if shown.open else (back,)]


ROUTES = (
    Command("here", here, shelf=Shelf.CHALLENGES, place=60, where=Where.PRIVATE, covenant=True, fades=True),
    Prompted("attendance.code", told, Given.AT_ONCE, covenant=True),
    Press("attendance.here", ask, covenant=True),
    Observe(On.PRIVATE_TALK, "attendance_alone", alone, turn=28),
    Press("event.code", code, who=MODERATORS),
    Press("event.roster", listed, who=MODERATORS),
    Press("event.tick", tick, who=MODERATORS),
    Press("event.remove", ask_remove, who=MODERATORS),
    Press("event.remove_surely", remove, who=MODERATORS, final=True),
)
