"""Points by hand: `/grant @who 20 reason`, and the second person's buttons in the staff group."""

from actions.fairness import bonus
from actions.fairness.bonus import Awarded, Proposed
from handlers.call import Call
from handlers.effects import Button, Edit, Effects, Note, Post, Reply, Tell, Whisper
from handlers.persons import person_of
from handlers.routes import MODERATORS, Command, Press, Shelf
from rules.fairness.bonus import wanted
from rules.note import Matter
from rules.people import Part
from storage.engine.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """Give or take points; in the community others see what was good, never what was taken."""
    assert call.message is not None
    named = person_of(call, tx, "grant")
    points, reason = wanted(named.words)
    pointed = call.reply_to.id if call.reply_to else call.message.id
    about = (call.chat.group.id if call.chat.group else None, pointed)
    command = (call.chat.id, call.message.id)
    done = bonus.award(tx, call.member, named.member, points, reason, call.occasion, command, about)
    if isinstance(done, Proposed):
        return (Whisper("bonus/proposed", done), _question(done))
    if done.points > 0 and done.group is not None:
        return Reply("bonus/given", done)
    return (_noted(call, done), _told(done))


def confirm(call: Call, tx: Tx) -> Effects:
    """The second person agrees; it is announced where it would have been."""
    done = bonus.confirm(tx, call.member, call.data["bonus"], call.occasion)
    shown = Edit("bonus/confirmed", done)
    if done.points > 0 and done.group is not None:
        return (shown, Post(done.group, "bonus/given", done, reply_to=done.message))
    return (shown, _told(done))


def decline(call: Call, tx: Tx) -> Effects:
    """The second person does not agree; whoever proposed it is told."""
    done = bonus.decline(tx, call.member, call.data["bonus"], call.occasion)
    return (Edit("bonus/declined", done), Tell(done.actor, "bonus/declined", done))


def _question(proposed: Proposed) -> Post:
    data = {"bonus": proposed.bonus}
    buttons = (
        Button("bonus/confirm", "bonus.confirm", data, anyone=True, once=False, style="success"),
        Button("bonus/decline", "bonus.decline", data, anyone=True, once=False),
    )
    return Post(proposed.desk, "bonus/question", proposed, buttons=(buttons,))


def _noted(call: Call, done: Awarded) -> Reply | Whisper:
    desk = call.chat.group is not None and call.chat.group.part is Part.STAFF
    return Reply("bonus/noted", done) if desk else Whisper("bonus/noted", done)


def _told(done: Awarded) -> Note:
    given = done.points > 0
    template, matter = ("bonus/received", Matter.NEWS) if given else ("bonus/taken", Matter.ACCOUNT)
    return Note(done.member, matter, f"bonus:{done.bonus}", template, done)


ROUTES = (
    Command("grant", answer, shelf=Shelf.PEOPLE, place=10, who=MODERATORS, fades=True),
    Press("bonus.confirm", confirm, who=MODERATORS),
    Press("bonus.decline", decline, who=MODERATORS),
)
