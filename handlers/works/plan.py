"""The author's side of an open challenge, in private: what is said, one text to agree to, what the brand is asked for."""

from collections.abc import Callable

from actions.works import plan, plan_days
from actions.works.plan import PlanSeen
from actions.works.plan_days import PlanDue
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effect, Effects, Note, Reply
from handlers.kept import form_mistaken
from handlers.routes import Command, Given, Job, JobCall, Press, Prompted, Scope, Shelf, Start, Where
from handlers.works.plan_card import PlanNews, called, card_again, gone_by, heard, own, own_buttons, too_late
from messages.vocabulary import vocabulary
from rules.note import Matter
from rules.reading import form_fields, forms
from rules.reading.flaws import Mistake
from rules.reading.form_fields import Form
from rules.reading.forms import Filled
from rules.reading.numbers import reference
from rules.works.challenge import ChallengeNumberNeeded
from rules.works.plan import ASK_FORM, FORM
from storage.engine.tx import Tx


def command(call: Call, tx: Tx) -> Effects:
    """`/plan 12`: the pitch for that challenge as it stands."""
    number = reference(call.words)
    if number is None:
        raise ChallengeNumberNeeded("plan")
    return own(_mine(call, tx, number))


def opened(call: Call, tx: Tx) -> Effects:
    """The button under a challenge, or under an answer."""
    return own(_mine(call, tx, call.data["challenge"]))


def ask_words(call: Call, tx: Tx) -> Effects:
    """What shall the brand hear?"""
    seen = _mine(call, tx, call.data["challenge"])
    return Ask("plan.words", "plan/ask_words", seen, data={"challenge": seen.challenge})


def said(call: Call, tx: Tx) -> Effects:
    """It stands below the card of the staff."""
    seen = _mine(call, tx, call.data["challenge"])
    if not call.words.strip():
        return ask_words(call, tx)
    nth = plan.say(tx, seen.id, call.words, call.member, call.occasion)
    return [Reply("plan/passed_on", seen), *heard(tx, seen.id, nth, call.words.strip(), call.occasion)]


def ask_plan(call: Call, tx: Tx) -> Effects:
    """One text for both sides, with its day, as a form."""
    seen = _mine(call, tx, call.data["challenge"])
    return Ask("plan.form", "plan/form", seen, data={"challenge": seen.challenge, "text": ""})


def proposed(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that correct it: the staff can agree."""
    seen, filled = _mine(call, tx, call.data["challenge"]), _filled(call, FORM)
    if filled.mistakes:
        return _again(call, "plan.form", filled)
    if filled.number("due") > seen.deadline:
        return too_late("plan.form", seen, {"challenge": seen.challenge, "text": filled.text})
    said, due = filled.words("text"), filled.number("due")
    plan.propose(tx, seen.id, said, due, call.member, call.occasion)
    return _shown(call, tx, seen, PlanNews.PLAN, said, due)


def agreed(call: Call, tx: Tx) -> Effects:
    """The author agrees to the brand's text: now the work can be done."""
    number = _mine(call, tx, call.data["challenge"]).id
    plan.agree(tx, number, call.data["at"], call.member, call.occasion)
    seen = plan.seen(tx, number, call.occasion)
    assert seen.plan, seen
    told = called(tx, seen, PlanNews.AGREED, seen.plan.text, seen.plan.due)
    return [Edit("plan/own", seen, buttons=own_buttons(seen)), card_again(tx, number, call.occasion), *told]


def ask_need(call: Call, tx: Tx) -> Effects:
    """What does it take, and by when?"""
    seen = _mine(call, tx, call.data["challenge"])
    return Ask("plan.need", "plan/need_form", seen, data={"challenge": seen.challenge, "text": ""})


def needed(call: Call, tx: Tx) -> Effects:
    """It stands on the card, to be answered."""
    seen, filled = _mine(call, tx, call.data["challenge"]), _filled(call, ASK_FORM)
    if filled.mistakes:
        return _again(call, "plan.need", filled)
    what, by = filled.words("what"), filled.number("by")
    plan.ask(tx, seen.id, what, by, call.member, call.occasion)
    return _shown(call, tx, seen, PlanNews.NEED, what, by)


def look_after(call: JobCall, tx: Tx) -> Effects:
    """An agreed day that comes is told its author in the evening; one that has gone by also to the staff, at the card."""
    coming, gone = plan_days.day_comes(tx, call.occasion), plan_days.gone_by(tx, call.occasion)
    return [
        *(_noted(one, "plan/day_comes") for one in coming),
        *(_noted(one, "plan/day_gone") for one in gone),
        *(effect for one in gone for effect in gone_by(tx, one, call.occasion)),
    ]


def _noted(one: PlanDue, template: str) -> Note:
    data = {"challenge": one.challenge}
    rows = (
        (
            Button("submission/deliver", "submission.guided", data, once=False, style="primary"),
            Button("plan/own", "plan.own", data, once=False),
        ),
    )
    return Note(one.member, Matter.REMINDER, plan_days.about(one.submission), template, one, buttons=rows)


def _shown(call: Call, tx: Tx, before: PlanSeen, news: PlanNews, words: str, at: int) -> list[Effect]:
    now = plan.seen(tx, before.id, call.occasion)
    return [own(now), card_again(tx, before.id, call.occasion), *called(tx, now, news, words, at)]


def _mine(call: Call, tx: Tx, challenge: int) -> PlanSeen:
    return plan.seen(tx, plan.mine(tx, challenge, call.member), call.occasion)


def _gathered(form: Form) -> Callable[[Call, Tx], str]:
    """The form with its day, as it was understood."""

    def gathered(call: Call, tx: Tx) -> str:
        return forms.settled(form, _filled(call, form), vocabulary("plan", call.member.locale), call.by_the_clock_here)

    return gathered


def _filled(call: Call, form: Form) -> Filled:
    """What names no field is in the first one that is still empty, or was not right: whoever talks does not fill in forms."""
    words, before, clock = vocabulary("plan", call.member.locale), call.data.get("text", ""), call.by_the_clock_here
    written = forms.written_in(form, before, words)
    wanting = (
        part for part in form if isinstance(form_fields.check(part, written.get(part.name, ""), words, clock), Mistake)
    )
    empty = next((part.name for part in wanting), None)
    said = call.words
    if empty and said.strip() and not forms.written_in(form, said, words):
        said = forms.plain_text(form, {empty: said.strip()}, words)
    return forms.read(form, said, words, clock, before=before)


def _again(call: Call, prompt: str, filled: Filled) -> Ask:
    return form_mistaken(prompt, filled, {"challenge": call.data["challenge"], "text": filled.text})


ROUTES = (
    Command(
        "plan", command, shelf=Shelf.CHALLENGES, place=27, menu=False, where=Where.PRIVATE, covenant=True, fades=True
    ),
    Start("plan", command, covenant=True),
    Press("plan.own", opened, covenant=True),
    Press("plan.say", ask_words, covenant=True),
    Prompted("plan.words", said, Given.AT_ONCE, covenant=True),
    Press("plan.propose", ask_plan, covenant=True),
    Prompted("plan.form", proposed, Given.AHEAD, covenant=True, plain=True, fields="plan", gathers=_gathered(FORM)),
    Press("plan.agree", agreed, covenant=True, final=True),
    Press("plan.ask", ask_need, covenant=True),
    Prompted("plan.need", needed, Given.AHEAD, covenant=True, plain=True, fields="plan", gathers=_gathered(ASK_FORM)),
)
JOBS = (Job("plans", look_after, Scope.BRAND, cron="25 * * * *"),)
