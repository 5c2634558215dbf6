"""The day's one message: everything the bot has to tell a member unasked, at a decent hour."""

from actions.note import Gathered, gather
from handlers.effects import Effects, Tell
from handlers.keyboards import read
from handlers.routes import Job, JobCall, Scope
from storage.engine.tx import Tx

# Somewhat late is still evening; later than that it waits for the next day.
LATE_S = 3_600


def tell(call: JobCall, tx: Tx) -> Effects:
    """One message to each for whom something has gathered."""
    return [_told(gathered) for gathered in gather(tx, call.occasion)]


def _told(gathered: Gathered) -> Tell:
    buttons = tuple(row for note in gathered.notes for row in read(note.buttons))
    return Tell(gathered.member.id, "note/day", gathered.day, buttons=buttons)


JOBS = (Job("digest", tell, cron="30-59 20 * * *", scope=Scope.ZONE, late_s=LATE_S, daytime=True),)
