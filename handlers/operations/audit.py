"""The daily seal of the ledger: one quiet message a week for staff, a line for each day."""

from actions.operations.audit import seal, sealed_week
from handlers.effects import Edit, Effects, Post
from handlers.routes import Job, JobCall, Scope
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox


def seal_the_day(call: JobCall, tx: Tx) -> Effects:
    """The day's count, sum and last hash, where everybody on the team can keep an eye on them; an alarm is loud."""
    sealed = None if call.preview else seal(tx, call.occasion)
    staff = groups.staff(tx)
    if sealed is None or staff is None or not sealed.transfers:  # nothing was ever entered: nothing to keep an eye on
        return None
    week = sealed_week(tx, sealed)
    name = f"seals:{staff.id}:{week.first}"
    if outbox.kept(tx, name):
        told: Edit | Post = Edit("audit/sealed", week, keep=name)
    else:
        told = Post(staff.id, "audit/sealed", week, keep=name, quiet=True)
    return [told] if sealed.intact else [told, Post(staff.id, "audit/changed", sealed)]


JOBS = (Job("seal", seal_the_day, cron="30 4 * * *", scope=Scope.BRAND, late_s=7 * 86_400),)
