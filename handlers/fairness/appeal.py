"""An appeal by one button: the case goes to the staff group, where somebody who was not involved decides."""

from msgspec import Struct

from actions.fairness import appeal as actions
from actions.fairness.appeal import Appealed, Looked, Waiting
from handlers.call import Call
from handlers.effects import Ask, Button, Delete, Edit, Effect, Effects, Keyboard, Post, Reply, Tell, Toast
from handlers.routes import MODERATORS, Given, Job, JobCall, Press, Prompted, Scope
from handlers.standing import Silence
from rules.fairness.appeal import ANSWER_LEAST
from rules.programme.wording import spoken
from storage import members
from storage.engine.tx import Tx
from storage.post import outbox

LASTS_S = 60 * 86_400
ANSWER = "appeal.answer"


class UsualAnswer(Struct, frozen=True):
    """Something often said when nothing is changed, on its button."""

    text: str


def begin(call: Call, tx: Tx) -> Effects:
    """It is made by the press; what the member wants to say to it follows, if they like."""
    done = actions.appeal(tx, call.member, call.data["sanction"], call.occasion)
    return Ask("appeal.words", "appeal/made", done, data={"appeal": done.appeal}), _card(done)


def words(call: Call, tx: Tx) -> Effects:
    """What they say stands on the card from now on."""
    said = call.words.strip()
    if not said:
        return Ask("appeal.words", "appeal/in_words", data=call.data)
    done = actions.say(tx, call.member, call.data["appeal"], said, call.occasion)
    card = Edit("appeal/card", done, buttons=_choices(done), keep=f"appeal:{done.appeal}")
    return Reply("appeal/said"), card


def uphold(call: Call, tx: Tx) -> Effects:
    """It is to stay: whoever looked says why, by a button or in words of their own."""
    case = actions.to_answer(tx, call.member, call.data["appeal"], call.occasion)
    locale = members.get(tx, case.member).locale  # the member reads it, whoever presses
    usual = [
        [Button("appeal/answer", "appeal.answer", {"appeal": case.appeal, "answer": said}, UsualAnswer(said))]
        for said in (spoken(one, locale) for one in call.occasion.programme.order.appeal_answers)
    ]
    return Ask(ANSWER, "appeal/ask_answer", case, {"appeal": case.appeal}, buttons=usual)


def answer_chosen(call: Call, tx: Tx) -> Effects:
    """It stays, with one of the usual answers."""
    return [Toast("appeal/answered"), *_upheld(call, tx, call.data["answer"])]


def answer_given(call: Call, tx: Tx) -> Effects:
    """It stays, with words of their own."""
    if len(call.words.strip()) < ANSWER_LEAST:
        return uphold(call, tx)
    return [Reply("appeal/answered"), *_upheld(call, tx, call.words)]


def shorten(call: Call, tx: Tx) -> Effects:
    """Half of the rest is let go."""
    return _decided(actions.shorten(tx, call.member, call.data["appeal"], call.occasion))


def lift(call: Call, tx: Tx) -> Effects:
    """It ends with an apology."""
    return _decided(actions.lift(tx, call.member, call.data["appeal"], call.occasion))


def overdue(call: JobCall, tx: Tx) -> Effects:
    """What has waited for too long, once each, under its card."""
    return [_reminder(tx, one) for one in actions.overdue(tx, call.occasion)]


def _reminder(tx: Tx, one: Waiting) -> Post:
    card = outbox.kept(tx, f"appeal:{one.appeal}")
    return Post(one.desk, "appeal/overdue", one, keep=_waits(one.appeal), reply_to=card[1] if card else None)


def _waits(number: int) -> str:
    """The name of the reminder, which goes with the decision."""
    return f"appeal_waits:{number}"


def _card(case: Appealed) -> Post:
    return Post(case.desk, "appeal/card", case, buttons=_choices(case), keep=f"appeal:{case.appeal}")


def _choices(case: Appealed) -> Keyboard:
    """The same places whatever has happened meanwhile."""
    kinds = ("uphold", "shorten", "lift") if case.running else ("uphold", "lift")
    return [[_choice(kind, case.appeal)] for kind in kinds]


def _choice(kind: str, number: int) -> Button:
    return Button(f"appeal/{kind}", f"appeal.{kind}", {"appeal": number}, anyone=True, once=False, lasts_s=LASTS_S)


def _upheld(call: Call, tx: Tx, answer: str) -> list[Effect]:
    return _decided(actions.uphold(tx, call.member, call.data["appeal"], answer, call.occasion))


def _decided(done: Looked) -> list[Effect]:
    card = Edit("appeal/decided", done, keep=f"appeal:{done.appeal}")
    told: list[Effect] = [card, Tell(done.member, "appeal/told", done)]
    return [
        *told,
        Delete(keep=_waits(done.appeal)),
        *(Silence(place, done.member, done.silent_until) for place in done.places),
    ]


ROUTES = (
    Press("appeal.begin", begin, outside=True),
    Prompted("appeal.words", words, Given.AHEAD, even_empty=True, outside=True),
    Press("appeal.uphold", uphold, who=MODERATORS),
    Press("appeal.answer", answer_chosen, who=MODERATORS, final=True),
    Prompted(ANSWER, answer_given, Given.AHEAD, who=MODERATORS, even_empty=True),
    Press("appeal.shorten", shorten, who=MODERATORS, final=True),
    Press("appeal.lift", lift, who=MODERATORS, final=True),
)
JOBS = (Job("overdue_appeals", overdue, Scope.BRAND, cron="40 9-21 * * *", late_s=6 * 3600, recalled=True),)
