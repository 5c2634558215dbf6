"""Staff and steps of trust: what is proposed stands on a card until somebody decides or its time is over."""

from dataclasses import dataclass

from actions.works import trust_decided, trust_proposal
from actions.works.trust_proposal import TrustProposed
from handlers.call import Call
from handlers.effects import DAY_S, Ask, Edit, Effects, Note, Post, Reply
from handlers.routes import MODERATORS, Job, JobCall, Press, Prompted, Scope
from handlers.works.trust_cards import buttons, edited, posted, template, told
from rules.note import Matter
from rules.works.trust_proposal import TrustSettled
from storage import groups
from storage.engine.tx import Tx
from storage.works import trust_proposals

EVER_S = 10 * 365 * DAY_S


@dataclass(frozen=True, slots=True)
class TrustLapsed:
    """What nobody has decided in its time."""

    proposals: tuple[TrustProposed, ...]
    again_days: int


def look(call: JobCall, tx: Tx) -> Effects:
    """What is over, what stands otherwise than its card says, and what is new."""
    desk = groups.staff(tx)
    lapsed = tuple(trust_proposal.lapse(tx, call.occasion))
    edits = [edited(one) for one in trust_proposal.stale(tx, call.occasion)]
    over = TrustLapsed(lapsed, call.occasion.programme.trust.again_days)
    posts = [Post(desk.id, "trust/lapsed", over, quiet=True)] if desk and lapsed else []
    new = trust_proposal.lay(tx, call.occasion) if desk else None
    return [*edits, *posts, *([posted(desk.id, new)] if desk and new else [])]


def confirm(call: Call, tx: Tx) -> Effects:
    """One of them, by its own button."""
    done = trust_decided.confirm(tx, call.member, call.data["proposal"], call.occasion)
    return _pressed(call, tx), told(tx, done)


def confirm_all(call: Call, tx: Tx) -> Effects:
    """All of the card that are not the presser's own."""
    done = trust_decided.confirm_all(tx, call.member, call.data["card"], call.occasion)
    return [_pressed(call, tx), *(told(tx, one) for one in done)]


def keep(call: Call, tx: Tx) -> Effects:
    """They stay where they stand; nobody has to hear of it."""
    trust_decided.keep(tx, call.member, call.data["proposal"], call.occasion)
    return _pressed(call, tx)


def deal(call: Call, tx: Tx) -> Effects:
    """One after the other: each that waits on a card of its own."""
    number = call.data["card"]
    dealt = trust_proposal.deal(tx, number, call.occasion)
    return [_pressed(call, tx), *(posted(call.group.id, one) for one in dealt if one.card != number)]


def ask_why(call: Call, tx: Tx) -> Effects:
    """Not yet: for what reason? It is asked in private."""
    one = trust_proposals.get(tx, call.data["proposal"])
    if one.settled:
        raise TrustSettled
    return _asked(call, tx)


def declined(call: Call, tx: Tx) -> Effects:
    """The reason: its member reads it in the evening."""
    if not call.words.strip():
        return _asked(call, tx)
    one = trust_decided.decline(tx, call.member, call.data["proposal"], call.words, call.occasion)
    said = trust_proposal.proposed(tx, one, call.occasion)
    card = trust_proposal.card(tx, one.card or one.id, call.occasion)
    about = f"trust_declined:{one.id}"
    answer = trust_decided.answered(one, call.occasion)
    return (
        Reply("trust/declined", said),
        edited(card),
        Note(one.member, Matter.ACCOUNT, about, "trust/told_declined", answer),
    )


def settled(call: Call, tx: Tx) -> Effects:
    """A line that has been decided."""
    raise TrustSettled


def _asked(call: Call, tx: Tx) -> Ask:
    one = trust_proposals.get(tx, call.data["proposal"])
    return Ask("trust.reason", "trust/ask_why", trust_proposal.proposed(tx, one, call.occasion), {"proposal": one.id})


def _pressed(call: Call, tx: Tx) -> Edit:
    card = trust_proposal.card(tx, call.data["card"], call.occasion)
    return Edit(template(card), card, buttons=buttons(card))


ROUTES = (
    Press("trust.confirm", confirm, who=MODERATORS, final=True),
    Press("trust.confirm_all", confirm_all, who=MODERATORS, final=True),
    Press("trust.keep", keep, who=MODERATORS, final=True),
    Press("trust.deal", deal, who=MODERATORS),
    Press("trust.settled", settled, who=MODERATORS),
    Press("trust.decline", ask_why, who=MODERATORS),
    Prompted("trust.reason", declined, who=MODERATORS, even_empty=True),
)
JOBS = (Job("trust", look, cron="* * * * *", scope=Scope.BRAND, late_s=EVER_S),)
