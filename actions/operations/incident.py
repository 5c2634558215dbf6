"""What to do with updates that were set aside: once more, or away with them."""

from typing import Literal

from msgspec import Struct

from rules.incident import IncidentGone, SetAside
from rules.occasion import Occasion
from rules.people import Member
from storage import audits
from storage.engine.tx import Tx
from storage.post import incidents

SHOWN = 8
Done = Literal["", "again", "forgotten"]


class Incidents(Struct, frozen=True):
    """What is set aside now, `total` in all, the oldest named; what has just been done, with how many of which code."""

    incidents: tuple[SetAside, ...]
    total: int
    done: Done = ""
    times: int = 0
    code: str = ""


def listed(tx: Tx, occasion: Occasion, done: Done = "", times: int = 0, code: str = "") -> Incidents:
    """What is set aside and can still be retried."""
    found = tuple(incidents.latest(tx, occasion.now, SHOWN))
    return Incidents(found, incidents.count(tx, occasion.now), done, times, code)


def retry(tx: Tx, id: int, by: Member, occasion: Occasion) -> Incidents:
    """Handle it once more. Raises IncidentGone."""
    code = known(tx, id, occasion).code
    incidents.retry(tx, id)
    audits.record(tx, occasion.now, by.id, "incident.retry", None, None, code=code)
    return listed(tx, occasion, "again", 1, code)


def retry_all(tx: Tx, by: Member, occasion: Occasion) -> Incidents:
    """Handle every one that is shown once more. Raises IncidentGone when there is none."""
    found = incidents.latest(tx, occasion.now, SHOWN)
    if not found:
        raise IncidentGone
    for one in found:
        retry(tx, one.id, by, occasion)
    return listed(tx, occasion, "again", len(found))


def forget(tx: Tx, id: int, by: Member, occasion: Occasion) -> Incidents:
    """It is not to be handled; its content goes. Raises IncidentGone."""
    code = known(tx, id, occasion).code
    incidents.forget(tx, id)
    audits.record(tx, occasion.now, by.id, "incident.forget", None, None, code=code)
    return listed(tx, occasion, "forgotten", 1, code)


def known(tx: Tx, id: int, occasion: Occasion) -> SetAside:
    """The one of that number. Raises IncidentGone."""
    found = incidents.get(tx, id, occasion.now)
    if found is None:
        raise IncidentGone
    return found
