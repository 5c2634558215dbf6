"""Staff and ideas: `/strike 理由` by reply takes one out of its topic's list; its author reads why with their day."""

from actions.daily import idea_struck as actions
from actions.daily.idea_struck import IdeaStruck
from handlers.call import Call
from handlers.effects import DAY_S, Button, Edit, Effects, Keyboard, Note, React, Whisper
from handlers.routes import MODERATORS, Command, Press, Shelf, Where
from rules.note import Matter
from storage.engine.tx import Tx

TAKEN_DOWN = "✍"


def strike(call: Call, tx: Tx) -> Effects:
    """Its list is shown anew with the next minute."""
    assert call.reply_to is not None
    done = actions.strike(tx, call.group.id, call.reply_to.id, call.words, call.member, call.occasion)
    told = Note(done.member, Matter.ACCOUNT, f"idea:{done.idea}", "idea/told_struck", done)
    return [React("", message=done.message), told, Whisper("idea/struck", done, buttons=_back(done))]


def put_back(call: Call, tx: Tx) -> Effects:
    """It was a mistake; an author who has not heard of it hears nothing."""
    done = actions.put_back(tx, call.data["idea"], call.member, call.occasion)
    return [Edit("idea/put_back", done), React(TAKEN_DOWN, message=done.message, group=call.data["group"])]


def _back(done: IdeaStruck) -> Keyboard:
    return ((Button("idea/back", "idea.put_back", {"idea": done.idea, "group": done.group}, lasts_s=30 * DAY_S),),)


ROUTES = (
    Command(
        "strike",
        strike,
        shelf=Shelf.GROWING,
        place=25,
        menu=False,
        who=MODERATORS,
        where=Where.GROUP,
        reply=True,
        fades=True,
    ),
    Press("idea.put_back", put_back, who=MODERATORS),
)
