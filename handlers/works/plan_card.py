"""A pitch and its plan as both sides see it: the card in the staff group, and the author's own view. No feature."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct

from actions.works import plan
from actions.works.plan import AskSeen, PlanSeen
from actions.works.plan_days import PlanDue
from handlers.effects import DAY_S, Ask, Button, Edit, Effect, Keyboard, Post, Reply
from rules.occasion import Occasion
from rules.works.plan import AskStanding, PlanTooLate
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox

LASTS_S = 90 * DAY_S


class PlanSaid(Struct, frozen=True):
    """What `name` says to the other side about that pitch."""

    id: int
    title: str
    name: str
    words: str


class PlanNews(StrEnum):
    """What an author has done that the staff's card shows."""

    PLAN = "plan"
    NEED = "need"
    AGREED = "agreed"


class PlanCalled(Struct, frozen=True):
    """What the author has done about that pitch, in which words, and by when it shall be (UTC seconds)."""

    id: int
    author: str
    news: PlanNews
    words: str
    at: int


def name_of(number: int) -> str:
    """The name under which the staff group's card is remembered, as that of any submission."""
    return f"review:{number}"


def card_again(tx: Tx, number: int, occasion: Occasion) -> Edit:
    """The card as it is now."""
    seen = plan.seen(tx, number, occasion)
    return Edit("plan/card", seen, buttons=buttons(seen), keep=name_of(number))


def buttons(seen: PlanSeen) -> Keyboard:
    """What the brand can do: answer what it was asked for, agree to the author's text, or write one itself."""
    rows = [_ask_row(seen, one) for one in seen.asks]
    if not seen.open or (seen.plan and seen.plan.agreed):
        return rows
    offer = (_staff("offer", seen),)
    theirs = seen.plan is not None and not seen.plan.staff
    consent = ((_staff("consent", seen, at=seen.plan.at, style="success"),),) if seen.plan and theirs else ()
    return (*rows, *consent, offer)


def _ask_row(seen: PlanSeen, one: AskSeen) -> tuple[Button, ...]:
    """An answered one keeps its row: nothing that is decided moves under the finger."""
    if one.standing != AskStanding.WAITING:
        return (_staff(one.standing, seen, ask=one.id),)
    return _staff("grant", seen, ask=one.id, style="success"), _staff("refuse", seen, ask=one.id)


def heard(tx: Tx, number: int, nth: int, words: str, occasion: Occasion) -> list[Effect]:
    """What the author says stands in reply to the card, and can be answered by a reply itself."""
    seen = plan.seen(tx, number, occasion)
    said = PlanSaid(number, seen.title, seen.author, words)
    return [*_beside(tx, seen, "plan/heard", said, f"w{nth}"), card_again(tx, number, occasion)]


def called(tx: Tx, seen: PlanSeen, news: PlanNews, words: str, at: int) -> list[Effect]:
    """A card that changes in place makes no sound: one line in reply to it does."""
    return _beside(tx, seen, "plan/called", PlanCalled(seen.id, seen.author, news, words, at), "called")


def gone_by(tx: Tx, due: PlanDue, occasion: Occasion) -> list[Effect]:
    """The agreed day has gone by: one line in reply to the card."""
    return _beside(tx, plan.seen(tx, due.submission, occasion), "plan/called_gone", due, f"gone{due.due}")


def _beside(tx: Tx, seen: PlanSeen, template: str, outcome: object, name: str) -> list[Effect]:
    staff, card = groups.staff(tx), outbox.kept(tx, name_of(seen.id))
    if staff is None or card is None or card[0] != staff.chat_id:
        return []
    return [Post(staff.id, template, outcome, reply_to=card[1], keep=f"{name_of(seen.id)}:{name}")]


def own(seen: PlanSeen) -> Reply:
    """To the author, in private."""
    return Reply("plan/own", seen, buttons=own_buttons(seen))


def too_late(prompt: str, seen: PlanSeen, data: Mapping[str, Any]) -> Ask:
    """The form as written is kept; another day corrects it."""
    return Ask(prompt, "refusals/plan_too_late", PlanTooLate(seen.deadline), data=data)


def own_buttons(seen: PlanSeen) -> Keyboard:
    """What the author can do: agree, write one text, say something, ask for something; deliver once it is agreed."""
    say = (_own("say", seen), _own("ask", seen)) if seen.open else (_own("say", seen),)
    if not seen.open:
        return (say,)
    if seen.plan and seen.plan.agreed:
        data = {"challenge": seen.challenge}
        return ((Button("submission/deliver", "submission.guided", data, once=False, style="primary"),), say)
    agree = _own("agree", seen, at=seen.plan.at, style="success") if seen.plan and seen.plan.staff else None
    return (*(((agree,),) if agree else ()), say, (_own("propose", seen),))


def _staff(key: str, seen: PlanSeen, *, style: str | None = None, **more: int) -> Button:
    data = {"submission": seen.id, **more}
    outcome = next((one for one in seen.asks if one.id == more.get("ask")), None)
    return Button(f"plan/{key}", f"plan.{key}", data, outcome, anyone=True, once=False, lasts_s=LASTS_S, style=style)


def _own(key: str, seen: PlanSeen, *, style: str | None = None, **more: int) -> Button:
    data = {"submission": seen.id, "challenge": seen.challenge, **more}
    return Button(f"plan/{key}", f"plan.{key}", data, member=seen.member, once=False, lasts_s=LASTS_S, style=style)
