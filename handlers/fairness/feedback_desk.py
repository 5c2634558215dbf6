"""Tickets of criticism at the staff's desk: moved on by buttons, answered by replying, listed, reminded of."""

from collections.abc import Callable

from actions.fairness import feedback as actions
from actions.fairness import feedback_decided as decided
from actions.fairness import feedback_seen
from actions.fairness.feedback_decided import FeedbackDecided
from actions.fairness.feedback_seen import AdoptedPage, OpenFeedback
from handlers.call import Call
from handlers.cards import name_replied
from handlers.effects import Ask, Button, Edit, Effects, Keyboard, React, Reply, Toast, Whisper
from handlers.fairness.feedback_cards import FeedbackAsking, answered_to, below, card, moved, number_of
from handlers.routes import (
    ALL_STAFF,
    MODERATORS,
    Command,
    Given,
    Job,
    JobCall,
    Observe,
    On,
    Press,
    Prompted,
    Scope,
    Shelf,
    Where,
)
from rules.fairness.contact import ContactInWords
from rules.fairness.feedback import REASON_MOST, VERSION_MOST, MergeIntoWhich
from rules.occasion import Occasion
from rules.people import Member, Part
from storage.engine.tx import Tx

Decide = Callable[[Tx, Member, int, str, Occasion], FeedbackDecided]
MOST = {"declined": REASON_MOST, "shipped": VERSION_MOST, "merge": 12}


def discuss(call: Call, tx: Tx) -> Effects:
    """It is talked about."""
    done = decided.discuss(tx, call.member, call.data["feedback"], call.occasion)
    return [Toast("feedback/moved", done.ticket), *moved(done)]


def ask(step: str) -> Callable[[Call, Tx], Effects]:
    """A press after which staff write in private what the step needs."""

    def asking(call: Call, tx: Tx) -> Effects:
        number: int = call.data["feedback"]
        actions.found_of(tx, number)
        asked = FeedbackAsking(number, MOST[step])
        return Ask(f"feedback.{step}", f"feedback/ask_{step}", asked, {"feedback": number})

    return asking


def given(step: str, decide: Decide) -> Callable[[Call, Tx], Effects]:
    """The words that the step needed: it is done, and everybody concerned is told."""

    def giving(call: Call, tx: Tx) -> Effects:
        number: int = call.data["feedback"]
        if not call.words.strip():
            return Ask(f"feedback.{step}", f"feedback/ask_{step}", FeedbackAsking(number, MOST[step]), dict(call.data))
        done = decide(tx, call.member, number, call.words, call.occasion)
        return [Reply("feedback/moved", done.ticket), *moved(done)]

    return giving


def merge(tx: Tx, by: Member, number: int, words: str, occasion: Occasion) -> FeedbackDecided:
    """The ticket becomes part of the one that was named. Raises MergeIntoWhich, FeedbackMoved."""
    into = words.strip().lstrip("#＃")
    if not into.isdecimal() or len(into) > MOST["merge"]:
        raise MergeIntoWhich(number)
    return decided.merge(tx, by, number, int(into), occasion)


def answered(call: Call, tx: Tx) -> Effects:
    """A reply of the staff to a card goes to its author, or waits for their code."""
    if call.group.part is not Part.STAFF or call.reply_to is None or not call.message or not call.roles & ALL_STAFF:
        return None
    number = number_of(name_replied(call, tx))
    if number is None or (call.message.further and not call.message.text):
        return None
    if not call.message.text or call.message.media:
        raise ContactInWords
    done = actions.answer(tx, call.member, number, call.message.text, call.occasion)
    return [React("✍"), *(answered_to(said.member, said) for said in done if said.member is not None)]


def waiting(call: Call, tx: Tx) -> Effects:
    """`/tickets`: what is not decided yet."""
    shown = feedback_seen.waiting(tx, 0, call.occasion)
    return Whisper("feedback/open", shown, buttons=_further(shown))


def further(call: Call, tx: Tx) -> Effects:
    """The next page, in place."""
    shown = feedback_seen.waiting(tx, call.data["after"], call.occasion)
    return Edit("feedback/open", shown, buttons=_further(shown))


def again(call: Call, tx: Tx) -> Effects:
    """A card of the list is posted once more, where the first one has scrolled away."""
    return [Toast("feedback/card_below"), card(actions.ticket_of(tx, call.data["feedback"], call.occasion))]


def adopted(call: Call, tx: Tx) -> Effects:
    """`/adopted`: what members changed."""
    shown = feedback_seen.adopted(tx, 0)
    return Reply("feedback/adopted", shown, buttons=_older(shown), fade_s=600)


def older(call: Call, tx: Tx) -> Effects:
    """The next page, in place."""
    shown = feedback_seen.adopted(tx, call.data["skip"])
    return Edit("feedback/adopted", shown, buttons=_older(shown))


def overdue(call: JobCall, tx: Tx) -> Effects:
    """What is over its promised time, once for each step, below its card."""
    return [below(tx, one, "feedback/overdue") for one in decided.overdue(tx, call.occasion)]


def _further(shown: OpenFeedback) -> Keyboard:
    rows = [
        [Button("feedback/number", "feedback.again", {"feedback": one.number}, one, once=False)]
        for one in shown.tickets
    ]
    pages = (
        [[Button("feedback/further", "feedback.further", {"after": shown.after})]] if shown.after is not None else []
    )
    return [*rows, *pages]


def _older(shown: AdoptedPage) -> Keyboard:
    return (
        ((Button("feedback/further", "feedback.older", {"skip": shown.further}),),) if shown.further is not None else ()
    )


ROUTES = (
    Command("tickets", waiting, shelf=Shelf.ORDER, place=70, who=MODERATORS, where=Where.STAFF, fades=True),
    Command("adopted", adopted, shelf=Shelf.RULES, place=55, fades=True),
    Press("feedback.discussing", discuss, who=MODERATORS),
    Press("feedback.declined", ask("declined"), who=MODERATORS),
    Prompted("feedback.declined", given("declined", decided.decline), Given.AHEAD, who=MODERATORS, even_empty=True),
    Press("feedback.shipped", ask("shipped"), who=MODERATORS),
    Prompted("feedback.shipped", given("shipped", decided.ship), Given.AHEAD, who=MODERATORS, even_empty=True),
    Press("feedback.merge", ask("merge"), who=MODERATORS),
    Prompted("feedback.merge", given("merge", merge), Given.AHEAD, who=MODERATORS, even_empty=True),
    Press("feedback.again", again, who=MODERATORS),
    Press("feedback.further", further, who=MODERATORS),
    Press("feedback.older", older),
    Observe(On.TALK, "feedback_answer", answered, turn=26),
)
JOBS = (Job("overdue_feedback", overdue, Scope.BRAND, cron="50 9-21 * * *", late_s=6 * 3600, recalled=True),)
