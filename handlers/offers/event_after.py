"""After an event: how it was, and what is handed on to those who came."""

from actions import dialogue
from actions.offers import event_feedback, event_material
from actions.offers.event_material import Material
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effect, Effects, Keyboard, Link, Note, Reply, Show, Toast
from handlers.routes import FILES, MODERATORS, Given, Observe, On, Press, Prompted
from rules.files import batches
from rules.note import Matter
from rules.offers.attendance import EventMark
from rules.values import replace
from storage.engine.tx import Tx


def mark(call: Call, tx: Tx) -> Effects:
    """One of three taps."""
    judged = event_feedback.judge(tx, call.data["event"], call.member, EventMark(call.data["mark"]))
    return Toast("event/marked", judged)


def ask(call: Call, tx: Tx) -> Effects:
    """What shall those who came have?"""
    return Ask("event.material", "event/ask_material", data={"event": call.data["event"]})


def given(call: Call, tx: Tx) -> Effects:
    """One piece; there may be more, until staff say that this is all."""
    message = call.message
    file, number = message.file if message else None, call.data["event"]
    album = message.album if message else None
    found = event_material.add(tx, number, call.words, file, call.member, call.occasion, album)
    return Ask("event.material", "event/material_kept", found, data={"event": number}, buttons=_done(number))


def piece(call: Call, tx: Tx) -> Effects:
    """A further picture of an album whose first one was given goes with it."""
    message = call.message
    if message is None or message.album is None or message.file is None or not message.further:
        return None
    known = event_material.goes_on(tx, message.album, message.text, message.file, call.member, call.occasion)
    return [] if known else None


def hand_on(call: Call, tx: Tx) -> Effects:
    """That is all: those who came hear of it in the evening."""
    found = event_material.hand_on(tx, call.data["event"], call.member, call.occasion)
    dialogue.give_up(tx, call.member, "event.material", {"event": found.id})
    told = [_noted(member, found) for member in found.members]
    return [Edit("event/handed_on", found), *told]


def see(call: Call, tx: Tx) -> Effects:
    """All that was handed on: the words, and the files."""
    found = event_material.see(tx, call.data["event"], call.member, staff=bool(call.roles & MODERATORS))
    albums = [[(file.kind, file.file_id) for file in some] for some in batches(found.files)]
    shown: list[Effect] = [Show(album, member=call.member.id) for album in albums]
    return [Reply("event/material", found), *shown]


def _noted(member: int, found: Material) -> Note:
    """Of one file or a hundred, the note tells the event alone."""
    about = event_material.about(found.id)
    details: Keyboard = ((Link("event/details", start=f"event-{found.id}"),),)
    return Note(member, Matter.NEWS, about, "event/told_material", replace(found, members=()), buttons=details)


def _done(number: int) -> Keyboard:
    return ((Button("event/hand_on", "event.hand_on", {"event": number}, style="success"),),)


ROUTES = (
    Press("event.mark", mark),
    Press("event.give", ask, who=MODERATORS),
    Prompted("event.material", given, Given.OPEN, who=MODERATORS, takes=FILES),
    Observe(On.PRIVATE_TALK, "event_material_piece", piece, turn=24),
    Press("event.hand_on", hand_on, who=MODERATORS),
    Press("event.material", see),
)
