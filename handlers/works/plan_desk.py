"""The brand's side of an open challenge: talk by replies to the card, one text to agree to, answers to what is asked for."""

from actions.works import plan
from actions.works.plan import AskSeen
from handlers.call import Call
from handlers.cards import card_replied, words_replied
from handlers.effects import Ask, Effect, Effects, React, Reply, Tell
from handlers.kept import form_mistaken
from handlers.routes import REVIEWERS, Given, Observe, On, Press, Prompted
from handlers.works.desk import number_of
from handlers.works.plan_card import PlanSaid, card_again, own_buttons, too_late
from messages.vocabulary import vocabulary
from rules.reading import forms
from rules.reading.forms import Filled
from rules.refusals import NotAllowed
from rules.works.plan import FORM, AskStanding
from storage.engine.tx import Tx


def said(call: Call, tx: Tx) -> Effects:
    """A reply to the card of a pitch, or to what its author said, goes to the author at once."""
    number = card_replied(call, tx, number_of)
    if number is None or call.message is None or not plan.is_pitch(tx, number):
        return None
    if not REVIEWERS & call.roles:
        raise NotAllowed
    words, left_out = words_replied(call)
    plan.say(tx, number, words, call.member, call.occasion)
    seen = plan.seen(tx, number, call.occasion)
    heard = PlanSaid(number, seen.title, call.member.name, words)
    told = Tell(seen.member, "plan/said", heard, own_buttons(seen))
    return [React("✍"), told, card_again(tx, number, call.occasion), *left_out]


def ask_plan(call: Call, tx: Tx) -> Effects:
    """One text for both sides, with its day, as a form in private."""
    seen = plan.seen(tx, call.data["submission"], call.occasion)
    return Ask("plan.offer", "plan/form", seen, data={"submission": seen.id, "text": ""})


def offered(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that correct it: its author is asked."""
    number = call.data["submission"]
    seen = plan.seen(tx, number, call.occasion)
    filled = _filled(call)
    if filled.mistakes:
        return form_mistaken("plan.offer", filled, {"submission": number, "text": filled.text})
    if filled.number("due") > seen.deadline:
        return too_late("plan.offer", seen, {"submission": number, "text": filled.text})
    plan.propose(tx, number, filled.words("text"), filled.number("due"), call.member, call.occasion)
    seen = plan.seen(tx, number, call.occasion)
    return [
        Reply("plan/offered_on", seen),
        Tell(seen.member, "plan/offered", seen, own_buttons(seen)),
        card_again(tx, number, call.occasion),
    ]


def gathered(call: Call, tx: Tx) -> str:
    """The form with its day, as it was understood."""
    return forms.settled(FORM, _filled(call), vocabulary("plan", call.member.locale), call.by_the_clock_here)


def consented(call: Call, tx: Tx) -> Effects:
    """The brand agrees to the author's text."""
    number = call.data["submission"]
    plan.agree(tx, number, call.data["at"], call.member, call.occasion)
    seen = plan.seen(tx, number, call.occasion)
    return [card_again(tx, number, call.occasion), Tell(seen.member, "plan/agreed", seen, own_buttons(seen))]


def granted(call: Call, tx: Tx) -> Effects:
    """They can have it."""
    return _answered(call, tx, AskStanding.GRANTED, "")


def ask_reason(call: Call, tx: Tx) -> Effects:
    """Why not now? In private."""
    seen = plan.seen(tx, call.data["submission"], call.occasion)
    one = next((ask for ask in seen.asks if ask.id == call.data["ask"]), None)
    return Ask("plan.reason", "plan/ask_reason", one, data=dict(call.data))


def refused(call: Call, tx: Tx) -> Effects:
    """Not now, for that reason."""
    if not call.words.strip():
        return ask_reason(call, tx)
    return [Reply("plan/answered_on"), *_answered(call, tx, AskStanding.NOT_NOW, call.words)]


def looked(call: Call, tx: Tx) -> Effects:
    """What was answered stays so; the card as it is now."""
    return card_again(tx, call.data["submission"], call.occasion)


def _filled(call: Call) -> Filled:
    words = vocabulary("plan", call.member.locale)
    return forms.read(FORM, call.words, words, call.by_the_clock_here, before=call.data.get("text", ""))


def _answered(call: Call, tx: Tx, standing: AskStanding, words: str) -> list[Effect]:
    one: AskSeen = plan.answer(tx, call.data["ask"], standing, words, call.member, call.occasion)
    seen = plan.seen(tx, call.data["submission"], call.occasion)
    return [Tell(seen.member, "plan/answered", one, own_buttons(seen)), card_again(tx, seen.id, call.occasion)]


ROUTES = (
    Observe(On.TALK, "plan_said", said, turn=29),
    Press("plan.offer", ask_plan, who=REVIEWERS),
    Prompted("plan.offer", offered, Given.AHEAD, who=REVIEWERS, plain=True, fields="plan", gathers=gathered),
    Press("plan.consent", consented, who=REVIEWERS, final=True),
    Press("plan.grant", granted, who=REVIEWERS, final=True),
    Press("plan.refuse", ask_reason, who=REVIEWERS),
    Press("plan.granted", looked, who=REVIEWERS),
    Press("plan.not_now", looked, who=REVIEWERS),
    Prompted("plan.reason", refused, Given.AHEAD, who=REVIEWERS, even_empty=True),
)
