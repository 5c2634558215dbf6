"""Housekeeping: what has served its purpose is forgotten, hourly and in small portions."""

from rules.incident import KEPT_S
from storage import drafts, groups, notes
from storage.engine.tx import Tx
from storage.post import buttons, inbox, jobs, outbox

HOUR_S = 3600
DAY_S = 86_400
OUTBOX_S = 14 * DAY_S
AUTHORS_S = 30 * DAY_S
BUTTONS_S = DAY_S
DRAFTS_S = 30 * DAY_S
RUNS_S = 60 * DAY_S
DIGESTS_S = 14 * DAY_S


def sweep(tx: Tx, now: int) -> None:
    """Forget handled updates after two days, letters after two weeks, authors of messages after a month, and so on."""
    inbox.purge(tx, now - KEPT_S)
    outbox.purge(tx, now - OUTBOX_S)
    groups.forget_authors(tx, now - AUTHORS_S)
    buttons.purge(tx, now - BUTTONS_S)
    drafts.purge(tx, now - DRAFTS_S)
    jobs.forget_runs(tx, now - RUNS_S)
    notes.forget(tx, now)
    notes.forget_days(tx, now - DIGESTS_S)
