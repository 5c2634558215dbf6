"""The daily seal of the ledger, one quiet line for staff."""

from actions.audit import seal
from handlers.effects import Effects, Post
from handlers.routes import Job, JobCall, Scope
from rules.people import Part
from storage import groups
from storage.tx import Tx


def seal_the_day(call: JobCall, tx: Tx) -> Effects:
    """The day's count, sum and last hash, where everybody on the team can keep an eye on them."""
    sealed = None if call.preview else seal(tx, call.occasion)
    if sealed is None:
        return None
    return [Post(desk.id, "audit/sealed", sealed, quiet=True) for desk in groups.active(tx, Part.STAFF)[:1]]


JOBS = (Job("seal", seal_the_day, scope=Scope.BRAND, late_s=7 * 86_400),)
