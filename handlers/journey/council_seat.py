"""Seats of the council: `/seat` invites, the invited answer by button, and time brings them to an end."""

from actions.journey import council_seat as actions
from actions.journey.council_seat import SeatEnded, SeatInvited, SeatTaken
from actions.journey.council_thanks import thanked
from handlers.call import Call
from handlers.effects import DAY_S, Button, Edit, Effect, Effects, Note, Post, Reply, Tell, Whisper
from handlers.persons import chosen, person_of
from handlers.routes import MODERATORS, Command, Job, JobCall, Press, Scope, Shelf
from rules.note import Matter
from rules.people import Part
from storage import groups
from storage.engine.tx import Tx

EVER_S = 10 * 365 * DAY_S


def invite(call: Call, tx: Tx) -> Effects:
    """By reply or by name; they are asked in private."""
    member = person_of(call, tx, "seat").member
    done = actions.invite(tx, call.member, member, call.occasion)
    lasts_s = done.until - call.occasion.now
    buttons = [[_answer("accept", done, lasts_s), _answer("decline", done, lasts_s)]]
    return [
        Whisper("council/invite_sent", done),
        Tell(member.id, "council/invited", done, buttons=buttons, says_so=True),
    ]


def accept(call: Call, tx: Tx) -> Effects:
    """They sit in the council; the team and the core group hear of it."""
    done = actions.accept(tx, call.member, call.data["invitation"], call.occasion)
    return [Edit("council/seated", done), *_joined(tx, done)]


def decline(call: Call, tx: Tx) -> Effects:
    """They would rather not; the team hears no more than that."""
    done = actions.decline(tx, call.data["invitation"], call.occasion)
    return [Edit("council/declined", done), *_to_staff(tx, "council/not_taken", done)]


def withdraw(call: Call, tx: Tx) -> Effects:
    """The invitation is taken back; the invited read it when they press."""
    return Edit("council/withdrawn", actions.withdraw(tx, call.member, call.data["invitation"], call.occasion))


def ask_resign(call: Call, tx: Tx) -> Effects:
    """Whether they mean it."""
    actions.require_seat(tx, call.member)
    buttons = [[Button("council/resign_now", "council.resign_now")], [Button("council/stay", "council.back")]]
    return Reply("council/ask_resign", buttons=buttons)


def resign(call: Call, tx: Tx) -> Effects:
    """They give the seat up, with thanks."""
    done = thanked(tx, actions.resign(tx, call.member, call.occasion))
    return [Edit("council/ended", done), *_to_staff(tx, "council/seat_free", done)]


def renew(call: Call, tx: Tx) -> Effects:
    """Another term, with a tap."""
    done = actions.renew(tx, call.member, call.occasion)
    return [Edit("council/seated", done), *_to_staff(tx, "council/joined", done)]


def look(call: JobCall, tx: Tx) -> Effects:
    """Once a day: invitations, terms and seats that are over."""
    lapsed = actions.lapse(tx, call.occasion)
    lines: list[Effect] = [line for one in lapsed for line in _to_staff(tx, "council/not_taken", one)]
    for one in actions.end(tx, call.occasion):
        lines += [_told(thanked(tx, one)), *_to_staff(tx, "council/seat_free", one)]
    return lines


def _told(one: SeatEnded) -> Note:
    renew_button = ((Button("council/renew", "council.renew", lasts_s=30 * DAY_S),),) if one.renewable else ()
    return Note(one.member, Matter.ANSWER, "council_seat", "council/ended", one, renew_button)


def _joined(tx: Tx, done: SeatTaken) -> list[Effect]:
    core = [Post(room.id, "council/joined", done, quiet=True) for room in groups.active(tx, Part.CORE)]
    return [*core, *_to_staff(tx, "council/joined", done)]


def _to_staff(tx: Tx, template: str, outcome: object) -> list[Effect]:
    desk = groups.staff(tx)
    return [Post(desk.id, template, outcome, quiet=True)] if desk else []


def _answer(verb: str, done: SeatInvited, lasts_s: int) -> Button:
    return Button(f"council/{verb}", f"council.{verb}", {"invitation": done.invitation}, lasts_s=lasts_s)


ROUTES = (
    Command("seat", invite, shelf=Shelf.GROWING, place=46, menu=False, who=MODERATORS, fades=True, discreet=True),
    Press("seat.chosen", chosen(invite), who=MODERATORS),
    Press("council.accept", accept, covenant=True),
    Press("council.decline", decline, outside=True),
    Press("council.withdraw", withdraw, who=MODERATORS, final=True),
    Press("council.resign", ask_resign, outside=True),
    Press("council.resign_now", resign, final=True, outside=True),
    Press("council.renew", renew, covenant=True),
)
JOBS = (Job("council_seats", look, cron="10 10 * * *", scope=Scope.BRAND, late_s=EVER_S),)
