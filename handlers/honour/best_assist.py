"""The best assist that waits for a moderator: brought to mind the morning after, and let go before the next one comes."""

from actions.honour.best_assist import find_last, let_go
from handlers.effects import Edit, Effects, Post
from handlers.honour.assisted import candidate_card, candidate_waits
from handlers.routes import Job, JobCall
from rules.honour.announcements import AlreadyAnnounced, NothingToAnnounce
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox

LAST_DAY = 5


def remind(call: JobCall, tx: Tx) -> Effects:
    """What stands before the staff and nobody has decided; on the last day of its week it lapses with a line."""
    assert call.group is not None
    try:
        best = find_last(tx, call.group, call.occasion)
    except (AlreadyAnnounced, NothingToAnnounce):
        return None
    staff, card = groups.staff(tx), outbox.kept(tx, candidate_card(call.group, best.week))
    if staff is None or card is None:
        return None
    if (call.occasion.day - best.until).days < LAST_DAY:
        name = candidate_waits(call.group, best.week)
        return Post(staff.id, "announcements/candidate_waits", best, reply_to=card[1], keep=name, quiet=True)
    let_go(tx, call.group, best.week, call.occasion)
    lapsed = "announcements/candidate_lapsed"
    return [
        Edit(lapsed, best, keep=candidate_card(call.group, best.week)),
        Post(staff.id, lapsed, best, keep=candidate_waits(call.group, best.week), quiet=True),
    ]


JOBS = (Job("best_assist_waits", remind, cron="30 10 * * mon,thu"),)
