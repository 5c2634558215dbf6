"""`/badges`: what one has and what is next; the evening's news of badges, gathered."""

from actions.honour import badge_doubted
from actions.honour.badge import Collection, Have, collection, earned, rare_ones
from actions.honour.evaluation import after_deeds
from handlers.call import Call
from handlers.effects import DAY_S, Button, Edit, Effects, Keyboard, Note, Post, Whisper
from handlers.honour.badge_cards import posted, rewritten
from handlers.pages import turning
from handlers.persons import chosen, person_of
from handlers.routes import Command, Job, JobCall, Press, Scope, Shelf
from rules.note import Matter
from rules.people import Purpose
from storage import groups, members
from storage.engine.tx import Tx

LATE_S = 3 * 3_600
IN_A_ROW = 3
LASTS_S = 30 * DAY_S


def show(call: Call, tx: Tx) -> Effects:
    """One's own badges, or those of whoever is named or replied to, for the caller alone."""
    named = call.words.strip() or (call.reply_to is not None and call.reply_to.author is not None)
    member = person_of(call, tx, "badges").member if named else call.member
    shown = collection(tx, call.member, member, 1, call.occasion)
    return Whisper("badges/collection", shown, buttons=_buttons(shown))


def page(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    member = members.get(tx, call.data["member"])
    shown = collection(tx, call.member, member, call.data["page"], call.occasion)
    return Edit("badges/collection", shown, buttons=_buttons(shown))


def look(call: JobCall, tx: Tx) -> Effects:
    """Whose deeds were touched a moment ago; what became untrue is put before the staff, what is true again is moot."""
    after_deeds(tx, call.occasion)
    desk = groups.staff(tx)
    card = badge_doubted.put(tx, call.occasion) if desk else None
    cards = [posted(desk.id, card)] if desk and card else []
    return [*cards, *map(rewritten, badge_doubted.moot(tx, call.occasion))]


def tell(call: JobCall, tx: Tx) -> Effects:
    """One note to each, before the day's message is gathered; the rare ones once in each group."""
    told = earned(tx, call.occasion)
    about = f"badges:{call.period}"
    notes = [Note(one.member, Matter.NEWS, about, "badges/earned", one) for one in told]
    posts = [Post(group.id, "badges/rare", them, purpose=Purpose.ANNOUNCEMENTS) for group, them in rare_ones(tx, told)]
    return [*notes, *posts]


def _buttons(shown: Collection) -> Keyboard:
    """Of one's own: where each comes from; then the pages."""
    each = [_origin(one) for one in shown.badges] if shown.own else []
    rows = [each[at : at + IN_A_ROW] for at in range(0, len(each), IN_A_ROW)]
    return (*rows, *turning(shown.page, "badges.page", {"member": shown.member}))


def _origin(one: Have) -> Button:
    return Button("badges/origin", "why.origin", {"kind": "badge", "key": one.key}, one, once=False, lasts_s=LASTS_S)


ROUTES = (
    Command("badges", show, shelf=Shelf.STANDING, place=45, fades=True),
    Press("badges.chosen", chosen(show)),
    Press("badges.page", page),
)
JOBS = (
    Job("conditions", look, cron="* * * * *", scope=Scope.BRAND, late_s=LATE_S),
    Job("badges", tell, cron="15 20 * * *", scope=Scope.BRAND, late_s=LATE_S, daytime=True),
)
