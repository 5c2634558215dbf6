"""The week's digest of order, where the brand publishes one."""

from actions.fairness.order_digest import digest
from handlers.effects import Effects, Post
from handlers.routes import Job, JobCall
from rules.letters import Kind
from rules.people import Purpose
from storage.engine.tx import Tx


def post(call: JobCall, tx: Tx) -> Effects:
    """Quietly, and nothing where nothing happened."""
    assert call.group is not None
    told = digest(tx, call.group, call.due_at, call.occasion.programme.order)
    if told is None:
        return None
    place = Purpose.ANNOUNCEMENTS.value
    return Post(call.group.id, "order_digest/week", told, purpose=place, quiet=True, kind=Kind.ANNOUNCEMENT)


JOBS = (Job("order_digest", post, cron="30 19 * * sun", daytime=True, once=True),)
