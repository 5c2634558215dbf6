"""Who comes into the core group, or knocks: let in, or kindly put out again and told why."""

from actions.honour import core, core_arrival, core_watch
from actions.honour.core_arrival import Admitted, Intruder
from handlers.call import Call
from handlers.door import Admit, AtTheDoor, PutOut, TurnAway
from handlers.effects import Edit, Effect, Effects, Post, Tell
from handlers.honour.core_buttons import link_of, question_card, way_in
from handlers.routes import Observe, On
from rules.occasion import Occasion
from rules.people import Part
from storage import groups, members
from storage.engine.tx import Tx
from storage.honour import core_invitations

# A word can be said for as long as the request is not answered.
SAID_FIRST_S = 15


def came(call: Call, tx: Tx) -> Effects:
    """Who may be there is there; who may not goes again."""
    arrival = call.arrival
    if call.group.part is not Part.CORE or arrival is None:
        return None
    trusted = arrival.admin or arrival.unnamed
    found = core_arrival.came(tx, call.member, call.group, arrival.link, arrival.by, call.occasion, trusted=trusted)
    if isinstance(found, Intruder):
        told = [Tell(found.member, "core/put_out", found)] if found.told else []
        return [PutOut(call.group.id, found.member), *told, *_seen(tx, found), *_used(tx, arrival.link, call.occasion)]
    return None


def knocked(call: Call, tx: Tx) -> Effects:
    """Who may come in does; who may not reads what is missing, before the request is answered."""
    if call.group.part is not Part.CORE:
        return None
    found = core_arrival.asked(tx, call.member, call.group, call.occasion)
    if found is None:
        return None
    if isinstance(found, Admitted):
        return Admit(found.group, found.member)
    away = TurnAway(call.group.id, found.member, after_s=SAID_FIRST_S)
    asked = core_watch.question(tx, found.case, call.occasion) if found.case else None
    card = question_card(tx, asked) if asked else []
    return [AtTheDoor(found.member, "core/turned_away", found), away, *card]


def _used(tx: Tx, link: str | None, occasion: Occasion) -> list[Edit]:
    """The message with a link that lets nobody in any more says how its owner stands, with the way to another."""
    invitation = core_invitations.by_link(tx, link) if link else None
    if invitation is None:
        return []
    seen = core.own(tx, members.get(tx, invitation.member), occasion)
    return [Edit("core/own", seen, way_in(seen), keep=link_of(invitation.member))]


def _seen(tx: Tx, found: Intruder) -> list[Effect]:
    """Staff read of somebody once."""
    staff = groups.staff(tx) if found.case is not None else None
    return [Post(staff.id, "core/intruder", found)] if staff else []


ROUTES = (
    Observe(On.JOIN, "core_arrival", came, turn=5),
    Observe(On.REQUEST, "core_knock", knocked, turn=5),
)
