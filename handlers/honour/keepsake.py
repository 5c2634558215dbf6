"""Keepsakes, told with the rest of the evening; a hundred people helped is told to everybody."""

from actions.honour.keepsake import Kept, about, remember
from handlers.effects import Effect, Effects, Note, Post
from handlers.routes import Job, JobCall, Scope
from rules.honour.keepsake import Keepsake
from rules.note import Matter
from rules.people import Purpose
from storage import homes, members
from storage.engine.tx import Tx

LATE_S = 3 * 3600
LASTS_S = 7 * 86_400


def tell(call: JobCall, tx: Tx) -> Effects:
    """A note to each whom something has happened to, before the day's message is gathered."""
    effects: list[Effect] = []
    for kept in remember(tx, call.occasion):
        effects.append(Note(kept.member, Matter.NEWS, about(kept), kept.template, kept, lasts_s=LASTS_S))
        effects.extend(_aloud(kept, tx, call.occasion.programme.keepsakes.helped[-1]))
    return effects


def _aloud(kept: Kept, tx: Tx, highest: int) -> list[Effect]:
    """What the whole group hears: the highest step of helping, of one who does not hide."""
    member = members.get(tx, kept.member)
    if kept.what is not Keepsake.HELPED_MANY or kept.number < highest or member.hidden:
        return []
    home = homes.of(tx, member)
    return [Post(home.id, "keepsake/helped_hundred", kept, purpose=Purpose.ANNOUNCEMENTS.value)] if home else []


JOBS = (Job("keepsakes", tell, cron="10 20 * * *", scope=Scope.ZONE, late_s=LATE_S, daytime=True),)
