"""The scoring guide, and the news when its numbers have changed."""

from actions.honour.core import opened_by
from actions.honour.guide import news
from handlers.call import Call
from handlers.effects import Effects, Post, Reply, Whisper
from handlers.routes import Command, Job, JobCall, Shelf
from rules.honour.guide import guide
from rules.letters import Kind
from rules.people import Purpose
from storage.engine.tx import Tx


def show(call: Call, tx: Tx) -> Effects:
    """The whole guide; in a group to the caller alone."""
    told = guide(call.occasion.programme, opened_by(tx, call.occasion.programme))
    return Whisper("guide/guide", told) if call.chat.group else Reply("guide/guide", told)


def tell(call: JobCall, tx: Tx) -> Effects:
    """A change of rules, with its date and every number that differs."""
    assert call.group is not None
    changed = news(tx, call.group, call.occasion)
    return (
        Post(call.group.id, "guide/changed", changed, purpose=Purpose.ANNOUNCEMENTS, kind=Kind.ANNOUNCEMENT)
        if changed
        else None
    )


ROUTES = (Command("guide", show, shelf=Shelf.RULES, place=10, fades=True),)
JOBS = (Job("rules_news", tell, cron="5 9-21 * * *"),)
