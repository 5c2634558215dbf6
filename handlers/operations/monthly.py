"""The operators' monthly report: each month in the staff group, and by `/monthly` again, also for another month."""

from actions.operations import monthly as actions
from actions.operations import monthly_wished as wished
from handlers.call import Call
from handlers.effects import DAY_S, Effects, Keyboard, Link, Post, Reply, Tell
from handlers.parts import More
from handlers.routes import OPERATORS, Command, Job, JobCall, Scope, Shelf, Where
from messages.vocabulary import meant
from rules.operations.monthly import MonthBeforeUs, MonthlyReport, bare, named
from rules.periods import Span, before
from storage import groups
from storage.engine.tx import Tx

WEEK_S = 7 * DAY_S


def shown(call: Call, tx: Tx) -> Effects:
    """That of the last month, or of the one that was named, counted anew; in a large house it comes a moment later."""
    today = call.occasion.seen_from(None).day
    month = named(call.words, meant("monthly", "month", bare(call.words)), today)
    if not actions.at_hand(tx, month, call.occasion):
        place = call.chat.group.id if call.chat.group else None
        return Reply("monthly/counting", wished.ask(tx, wished.Wish(month, place, call.member.id)))
    told = actions.tell(tx, month, call.occasion)
    return Reply("monthly/report", told, buttons=_doors(told))


def counted(call: JobCall, tx: Tx) -> Effects:
    """What was asked for, part after part, and then where it was asked for."""
    if wished.next_part(tx, call.occasion):
        return More()
    answered = wished.answer(tx, call.occasion)
    effects = [_told(*answered)] if answered and wished.still(tx, answered[0]) else []
    return [*effects, More()] if wished.left(tx) else effects


def _told(wish: wished.Wish, told: MonthlyReport) -> Post | Tell:
    if wish.group is None:
        return Tell(wish.member, "monthly/report", told, _doors(told))
    return Post(wish.group, "monthly/report", told, _doors(told), lasts_s=DAY_S)


def monthly(call: JobCall, tx: Tx) -> Effects:
    """Once a month, when the last day's questions have had theirs; nothing where there is no staff group, or was no community."""
    staff = groups.staff(tx)
    if staff is None:
        return None
    month = before(Span.MONTH, call.occasion.day)
    try:
        if actions.prepare(tx, month, call.occasion):
            return More()
        told = actions.tell(tx, month, call.occasion)
    except MonthBeforeUs:
        return None
    actions.unprepare(tx, month, call.occasion)
    return Post(staff.id, "monthly/report", told, _doors(told), quiet=True, lasts_s=WEEK_S)


def _doors(told: MonthlyReport) -> Keyboard:
    """What is done in private opens there: more of a reward, a product note, the ledger's rows."""
    scarce = told.to_do.scarce if told.to_do else ()
    rows: list[tuple[Link, ...]] = [
        (Link("monthly/restock", start=f"editreward-{one.number}", outcome=one),) for one in scarce
    ]
    note = (Link("monthly/note", start="newnote"),) if told.this.sought else ()
    return (*rows, (*note, Link("monthly/sheets", start="export")))


ROUTES = (
    Command("monthly", shown, shelf=Shelf.HOUSE, place=65, who=OPERATORS, where=Where.STAFF, menu=False, fades=True),
)
JOBS = (
    Job("monthly", monthly, Scope.BRAND, cron="30 10 2 * *", late_s=WEEK_S, by_hand=True),
    Job("monthly_wished", counted, Scope.BRAND, cron="* * * * *", late_s=DAY_S),
)
