"""The pipeline, for the team: each month in the staff group, and by `/pipeline` again."""

from actions.journey import pipeline as actions
from handlers.call import Call
from handlers.effects import DAY_S, Effects, Post, Reply
from handlers.routes import MODERATORS, Command, Job, JobCall, Scope, Shelf, Where
from rules.journey.pipeline import PipelineEmpty
from storage import groups
from storage.engine.tx import Tx

WEEK_S = 7 * DAY_S


def shown(call: Call, tx: Tx) -> Effects:
    """That of the last month, counted anew."""
    return Reply("pipeline/report", actions.pipeline(tx, call.occasion))


def monthly(call: JobCall, tx: Tx) -> Effects:
    """Once a month, quietly; nothing where nobody stands on a stage or there is no staff group."""
    staff = groups.staff(tx)
    if staff is None:
        return None
    try:
        found = actions.pipeline(tx, call.occasion)
    except PipelineEmpty:
        return None
    return Post(staff.id, "pipeline/report", found, quiet=True, lasts_s=WEEK_S)


ROUTES = (Command("pipeline", shown, shelf=Shelf.GROWING, place=57, who=MODERATORS, where=Where.STAFF, fades=True),)
JOBS = (Job("pipeline", monthly, Scope.BRAND, cron="0 10 2 * *", late_s=WEEK_S, recalled=True),)
