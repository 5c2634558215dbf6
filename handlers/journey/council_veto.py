"""The council's veto: chosen from what was adopted, with a reason, and answered by the team in public."""

from collections.abc import Callable

from msgspec import Struct

from actions.journey import council_veto as actions
from actions.journey.council_veto import Vetoable, VetoCard
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effect, Effects, Post, Reply
from handlers.fairness.feedback_cards import moved
from handlers.journey.proposals import ProposalPreview, proposal_name
from handlers.routes import MODERATORS, Given, Job, JobCall, Press, Prompted, Scope
from rules.journey.council_veto import REASON_LEAST, REASON_MOST, VetoAnswer
from rules.people import Purpose
from storage import groups
from storage.engine.tx import Tx

LASTS_S = 180 * 86_400
EVER_S = 10 * 365 * 86_400


class VetoReasonAsked(Struct, frozen=True):
    """A reason is asked for, between so many characters: against `note`, or why a veto is `answer`ed so."""

    note: str
    least: int
    most: int
    answer: VetoAnswer | None = None


def listed(call: Call, tx: Tx) -> Effects:
    """What a veto can be used against."""
    found = actions.vetoable(tx, call.member, call.occasion)
    return Reply("council/vetoable", found, buttons=[[_choose(one)] for one in found.items])


def chosen(call: Call, tx: Tx) -> Effects:
    """Against that one: why?"""
    found = actions.against(tx, call.member, call.data["ticket"], call.occasion)
    asked = VetoReasonAsked(found.note, REASON_LEAST, REASON_MOST)
    return Ask("council.veto", "council/ask_veto", asked, {"ticket": found.ticket})


def reasoned(call: Call, tx: Tx) -> Effects:
    """What the core group will read."""
    ticket = call.data["ticket"]
    plan = actions.planned(tx, call.member, ticket, call.words, call.occasion)
    asked = call.occasion.programme.council
    shown = ProposalPreview(call.member.name, plan, asked.talk_hours, asked.vote_hours, veto=True)
    data = {"ticket": ticket, "reason": plan.about}
    use = Button("council/veto_publish", "council.veto_publish", data, style="success")
    return Reply("council/preview", shown, buttons=((use,), (Button("council/drop", "council.drop"),)))


def publish(call: Call, tx: Tx) -> Effects:
    """It is before the core group."""
    done = actions.publish(tx, call.member, call.data["ticket"], call.data["reason"], call.occasion)
    said = Post(done.group, "council/proposed", done, keep=proposal_name(done.id))
    return [Edit("council/published", done), said]


def ask_why(answer: VetoAnswer) -> Callable[[Call, Tx], Effects]:
    """The team answers so: for what reason? Asked in private."""

    def asking(call: Call, tx: Tx) -> Effects:
        card = actions.waiting(tx, call.data["proposal"])
        asked = VetoReasonAsked(card.title, REASON_LEAST, REASON_MOST, answer)
        return Ask(f"council.veto_{answer.value}", "council/ask_veto_answer", asked, {"proposal": card.id})

    return asking


def answered(answer: VetoAnswer) -> Callable[[Call, Tx], Effects]:
    """The reason is read in public, and the ticket goes on or does not."""

    def answering(call: Call, tx: Tx) -> Effects:
        if not call.words.strip():
            return ask_why(answer)(call, tx)
        done = actions.answer(tx, call.member, call.data["proposal"], answer, call.words, call.occasion)
        card, where = done.card, Purpose.ANNOUNCEMENTS.value
        told: list[Effect] = [Post(place, "council/veto_answered", card, purpose=where) for place in done.places]
        tickets = moved(done.decided) if done.decided else []
        return [
            Reply("council/veto_answered", card),
            Edit("council/veto_card", card, keep=_name(card)),
            *told,
            *tickets,
        ]

    return answering


def look(call: JobCall, tx: Tx) -> Effects:
    """Carried vetoes come before the team, which is reminded once when the promised day is over."""
    desk = groups.staff(tx)
    if desk is None:
        return None
    new = [Post(desk.id, "council/veto_card", one, _choices(one), keep=_name(one)) for one in actions.cards(tx)]
    late = [Post(desk.id, "council/veto_overdue", one) for one in actions.overdue(tx, call.occasion)]
    return [*new, *late]


def _choose(one: Vetoable) -> Button:
    return Button("council/veto_one", "council.veto", {"ticket": one.ticket}, one, once=False)


def _choices(card: VetoCard) -> list[list[Button]]:
    return [[_answer(answer, card)] for answer in VetoAnswer]


def _answer(answer: VetoAnswer, card: VetoCard) -> Button:
    action = f"council.veto_{answer.value}"
    return Button(
        f"council/veto_{answer.value}", action, {"proposal": card.id}, anyone=True, once=False, lasts_s=LASTS_S
    )


def _name(card: VetoCard) -> str:
    return f"council_veto:{card.id}"


ROUTES = (
    Press("council.vetoable", listed),
    Press("council.veto", chosen),
    Prompted("council.veto", reasoned, Given.PREVIEWED, covenant=True, plain=True),
    Press("council.veto_publish", publish, covenant=True, final=True),
    *(Press(f"council.veto_{answer.value}", ask_why(answer), who=MODERATORS) for answer in VetoAnswer),
    *(
        Prompted(f"council.veto_{answer.value}", answered(answer), Given.AHEAD, who=MODERATORS, even_empty=True)
        for answer in VetoAnswer
    ),
)
JOBS = (Job("council_vetoes", look, cron="* * * * *", scope=Scope.BRAND, late_s=EVER_S),)
