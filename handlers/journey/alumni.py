"""Alumni: `/alumni` lists them and invites them to an event; each quarter they are asked about newcomers."""

from actions.journey import alumni as actions
from actions.journey.alumni import AdviceAsked, AdviceWanted, AlumniPage, Celebration
from handlers.call import Call
from handlers.effects import DAY_S, Ask, Button, Edit, Effects, Keyboard, Link, Note, Post, Reply
from handlers.pages import turning
from handlers.parts import More
from handlers.routes import MODERATORS, Command, Given, Job, JobCall, Press, Prompted, Scope, Shelf, Where
from rules.journey.alumni import ADVICE_LEAST, ADVICE_MOST, NoAlumni
from rules.note import Matter
from storage import groups
from storage.engine.tx import Tx

WEEK_S, LASTS_S = 7 * DAY_S, 60 * DAY_S
EVER_S = 10 * 365 * DAY_S


def listed(call: Call, tx: Tx) -> Effects:
    """Who they are, and the next events."""
    page = actions.listed(tx, 1, call.occasion)
    return Reply("alumni/list", page, buttons=_buttons(page))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    page = actions.listed(tx, call.data["page"], call.occasion)
    return Edit("alumni/list", page, buttons=_buttons(page))


def invite(call: Call, tx: Tx) -> Effects:
    """They read of it with their evening."""
    return Reply("alumni/invited", actions.invite(tx, call.data["event"], call.member, call.occasion))


def invite_next(call: JobCall, tx: Tx) -> Effects:
    """Some at a time."""
    done = actions.next_invited(tx, call.occasion)
    if done is None:
        return None
    notes = [_invitation(member, done.event, call.occasion.now) for member in done.people]
    return [*notes, More()] if done.more else notes


def remind_staff(call: JobCall, tx: Tx) -> Effects:
    """Before the end of the year: those who are to be invited to the celebration."""
    staff = groups.staff(tx)
    if staff is None:
        return None
    try:
        page = actions.listed(tx, 1, call.occasion)
    except NoAlumni:
        return None
    return Post(staff.id, "alumni/list", page, _buttons(page), quiet=True, lasts_s=WEEK_S)


def ask_advice(call: JobCall, tx: Tx) -> Effects:
    """Each quarter, some at a time, in the evening of their own."""
    done = actions.next_advisers(tx, call.occasion)
    notes = [_question(member, done.asked) for member in done.people]
    return [*notes, More()] if done.more else notes


def advise(call: Call, tx: Tx) -> Effects:
    """A word of theirs is asked for."""
    return Ask("alumni.advice", "alumni/ask", AdviceWanted(ADVICE_MOST))


def advised(call: Call, tx: Tx) -> Effects:
    """The staff read it."""
    if len(call.words.strip()) < ADVICE_LEAST:
        return Ask("alumni.advice", "alumni/ask", AdviceWanted(ADVICE_MOST))
    said, staff = actions.advise(call.member, call.words), groups.staff(tx)
    return [Reply("alumni/thanked", said), *([Post(staff.id, "alumni/advice", said, quiet=True)] if staff else [])]


def _invitation(member: int, event: Celebration, now: int) -> Note:
    about, lasts_s = f"celebration:{event.event}", max(event.starts_at - now, 0)
    door = ((Link("event/details", start=f"event-{event.event}"),),)
    return Note(member, Matter.NEWS, about, "alumni/celebration", event, door, lasts_s=lasts_s)


def _question(member: int, asked: AdviceAsked) -> Note:
    button = Button("alumni/advise", "alumni.advise", once=False, lasts_s=LASTS_S)
    return Note(member, Matter.NEWS, "alumni_advice:newcomers", "alumni/newcomers", asked, ((button,),))


def _buttons(found: AlumniPage) -> Keyboard:
    events = [[_event(one)] for one in found.events]
    return [*events, *turning(found.page, "alumni.turned", anyone=True)]


def _event(event: Celebration) -> Button:
    data = {"event": event.event}
    return Button("alumni/invite", "alumni.invite", data, event, anyone=True, once=False, lasts_s=LASTS_S)


ROUTES = (
    Command("alumni", listed, shelf=Shelf.GROWING, place=56, who=MODERATORS, where=Where.STAFF, fades=True),
    Press("alumni.turned", turned, who=MODERATORS),
    Press("alumni.invite", invite, who=MODERATORS, final=True),
    Press("alumni.advise", advise),
    Prompted("alumni.advice", advised, Given.AHEAD, even_empty=True),
)
JOBS = (
    Job("alumni_invitations", invite_next, Scope.BRAND, cron="4-59/10 * * * *", late_s=EVER_S),
    Job("alumni_celebration", remind_staff, Scope.BRAND, cron="0 10 1 11 *", late_s=WEEK_S, recalled=True),
    Job("alumni_advice", ask_advice, Scope.ZONE, cron="0 18 8 1,4,7,10 *", late_s=WEEK_S, daytime=True),
)
