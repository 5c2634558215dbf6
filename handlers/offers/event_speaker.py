"""What the speaker of an event is told. Shared by what makes one and what changes one."""

from actions.offers.editevent import CalledOff, EventEdited
from actions.offers.event_speaking import about, away, speaking_at
from handlers.effects import Effect, Keyboard, Link, Note, Tell
from handlers.notices import to_staff
from rules.note import Matter
from rules.occasion import Occasion
from rules.offers.event import Event
from storage.engine.tx import Tx


def speaks(event: Event, now: int) -> list[Effect]:
    """With the rest of their day, that they are the speaker; nothing where that is nobody we know."""
    if event.spoken_by is None:
        return []
    told, lasts_s = speaking_at(event), max(event.plan.starts_at - now, 0)
    said = about(event.id)
    return [Note(event.spoken_by, Matter.NEWS, said, "event/speaks", told, buttons=_details(event.id), lasts_s=lasts_s)]


def speaker_changed(event: Event, done: EventEdited, now: int) -> list[Effect]:
    """What whoever came would have to know, at once; who has become the speaker hears that instead."""
    if "speaker" in done.changed:
        return speaks(event, now)
    if done.spoken_by is None or not done.pressing:
        return []
    return [Tell(done.spoken_by, "event/speaker_changed", done, buttons=_details(done.id))]


def speaker_of_off(done: CalledOff) -> list[int]:
    """The speaker, unless they hear of it as one with a seat."""
    told = [member for member, _ in done.members]
    return [done.spoken_by] if done.spoken_by is not None and done.spoken_by not in told else []


def speakers_away(tx: Tx, occasion: Occasion) -> list[Effect]:
    """Staff hear that the speaker of an event to come is not there any more, and what they may do about it."""
    return [effect for one in away(tx, occasion) for effect in to_staff(tx, "event/speaker_away", one)]


def _details(number: int) -> Keyboard:
    return ((Link("event/details", start=f"event-{number}"),),)
