"""First steps with somebody whom the team has found: ticked on a card, told on Monday when overdue, handed over."""

from actions.journey import checklist as actions
from actions.journey.checklist import ChecklistPage
from handlers.call import Call
from handlers.cards import card_replied, words_replied
from handlers.effects import DAY_S, Edit, Effects, Keyboard, Note, Post, React, Reply
from handlers.journey.checklist_cards import NOUN, choosing, edited, number_of, opening, said, shown_last
from handlers.pages import turning
from handlers.routes import MODERATORS, Command, Job, JobCall, Observe, On, Press, Scope, Shelf, Where
from rules.note import Matter
from rules.refusals import NotAllowed
from storage import groups
from storage.engine.tx import Tx

WEEK_S = 7 * DAY_S


def begin(call: Call, tx: Tx) -> Effects:
    """From a card of the radar or of somebody noted."""
    return said(actions.begin(tx, call.data["member"], call.member, call.occasion))


def listed(call: Call, tx: Tx) -> Effects:
    """All that run, with what is due first."""
    page = actions.running(tx, 1, call.occasion)
    return Reply("checklist/list", page, buttons=_cards(page))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    page = actions.running(tx, call.data["page"], call.occasion)
    return Edit("checklist/list", page, buttons=_cards(page))


def shown(call: Call, tx: Tx) -> Effects:
    """The card of one of a list."""
    return said(actions.seen(tx, call.data["checklist"], call.occasion))


def turn(call: Call, tx: Tx) -> Effects:
    """A step is done, or not after all."""
    return edited(actions.turn(tx, call.data["checklist"], call.data["key"], call.member, call.occasion))


def ask_whom(call: Call, tx: Tx) -> Effects:
    """Who of the team is to see to it?"""
    card = actions.seen(tx, call.data["checklist"], call.occasion)
    return Edit("checklist/card", card, buttons=choosing(card, actions.team_for(tx, card)))


def back(call: Call, tx: Tx) -> Effects:
    """Nobody else."""
    return edited(actions.seen(tx, call.data["checklist"], call.occasion))


def hand(call: Call, tx: Tx) -> Effects:
    """Whoever it was handed to reads of it in the evening, unless they took it themselves."""
    done = actions.hand(tx, call.data["checklist"], call.data["to"], call.member, call.occasion)
    about = f"{NOUN}:{done.card.id}"
    note = Note(done.card.owner_id, Matter.HELPING, about, "checklist/handed", done.card, ((opening(done.card),),))
    return [edited(done.card), *([note] if done.told else [])]


def end(call: Call, tx: Tx) -> Effects:
    """It is over, with whatever was done."""
    return edited(actions.end(tx, call.data["checklist"], call.member, call.occasion))


def noted(call: Call, tx: Tx) -> Effects:
    """A reply to the card is noted on it."""
    number = card_replied(call, tx, number_of)
    if number is None or call.message is None:
        return None
    if not MODERATORS & call.roles:
        raise NotAllowed(staff=True)
    words, left_out = words_replied(call)
    return [React("✍"), shown_last(actions.write(tx, number, call.member, words, call.occasion)), *left_out]


def overdue(call: JobCall, tx: Tx) -> Effects:
    """On Monday, one message for all that is overdue; nothing where nothing is."""
    staff, found = groups.staff(tx), actions.overdue(tx, call.occasion)
    if staff is None or found is None:
        return None
    return Post(
        staff.id, "checklist/overdue", found, [[opening(one)] for one in found.cards], quiet=True, lasts_s=WEEK_S
    )


def _cards(found: ChecklistPage) -> Keyboard:
    return [*([opening(one)] for one in found.cards), *turning(found.page, "checklist.turned", anyone=True)]


ROUTES = (
    Command("checklists", listed, shelf=Shelf.GROWING, place=54, who=MODERATORS, where=Where.STAFF, fades=True),
    Press("checklist.begin", begin, who=MODERATORS),
    Press("checklist.turned", turned, who=MODERATORS),
    Press("checklist.open", shown, who=MODERATORS),
    Press("checklist.turn", turn, who=MODERATORS),
    Press("checklist.hand", ask_whom, who=MODERATORS),
    Press("checklist.back", back, who=MODERATORS),
    Press("checklist.to", hand, who=MODERATORS),
    Press("checklist.end", end, who=MODERATORS, final=True),
    Observe(On.TALK, "checklist_note", noted, turn=32),
)
JOBS = (Job("checklists", overdue, Scope.BRAND, cron="30 9 * * mon", late_s=3 * DAY_S, recalled=True),)
