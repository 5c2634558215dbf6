"""What is told of what time does to events. Not a feature: the job of `handlers/offers/event.py` says it."""

from actions.offers import event_feedback, event_reminder, event_room, event_settled
from actions.offers.event_kept import look_after
from actions.offers.event_reminder import EventSoon
from actions.offers.event_settled import EventSettled
from handlers.effects import DAY_S, Effect, Keyboard, Link, Note, Post, Tell
from handlers.offers.event_speaker import speakers_away
from handlers.offers.event_told import announced_over, endings, how_was_it, offers, room_told
from handlers.routes import JobCall
from rules.note import Matter
from storage import groups
from storage.engine.tx import Tx


def effects(call: JobCall, tx: Tx) -> list[Effect]:
    """Everything whose time has come."""
    now = call.occasion.now
    kept = look_after(tx, call.occasion)
    return [
        *endings(kept.ended, now),
        *speakers_away(tx, call.occasion),
        *offers(kept.offered, now),
        *(edit for number in event_room.doubtful(tx, call.occasion) for edit in room_told(tx, number, call.occasion)),
        *(_eve(one, now) for one in event_reminder.the_evening_before(tx, call.occasion)),
        *(_hour(one) for one in event_reminder.an_hour_before(tx, call.occasion)),
        *(effect for one in event_feedback.to_ask(tx, call.occasion) for effect in how_was_it(one)),
        *(effect for one in event_settled.settle(tx, call.occasion) for effect in _settled(tx, one)),
    ]


def _eve(one: EventSoon, now: int) -> Note:
    """With the rest of their evening."""
    about, lasts_s = event_reminder.about(one.id), one.starts_at - now
    return Note(
        one.member, Matter.REMINDER, about, "event/reminder", one, buttons=_details(one.id), lasts_s=max(lasts_s, 0)
    )


def _hour(one: EventSoon) -> Tell:
    return Tell(one.member, "event/soon", one, buttons=_details(one.id))


def _settled(tx: Tx, done: EventSettled) -> list[Effect]:
    staff = groups.staff(tx)
    told: list[Effect] = [Post(staff.id, "event/settled", done)] if staff else []
    if done.spoken_by is not None and done.came:
        about = event_settled.about_speaking(done.id)
        told.append(Note(done.spoken_by, Matter.NEWS, about, "event/spoken", done, lasts_s=14 * DAY_S))
    return [*told, *announced_over(tx, done.id, done), *(_missed(member, done) for member in done.missed)]


def _missed(member: int, done: EventSettled) -> Note:
    about = event_settled.about(done.id)
    return Note(member, Matter.ACCOUNT, about, "event/missed", done, lasts_s=7 * DAY_S)


def _details(number: int) -> Keyboard:
    return ((Link("event/details", start=f"event-{number}"),),)
