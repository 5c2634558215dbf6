"""Votes of the council: a poll in the core group, its answers, its end, and what follows from it; all by the clock."""

from actions.journey import council_proposal, council_vote
from actions.journey.council_proposal import ProposalAnswered
from actions.journey.council_vote import VoteClosed, VoteOpened, name_of
from handlers.call import Call
from handlers.effects import DAY_S, Effect, Effects, Note, Post
from handlers.fairness.feedback_cards import card
from handlers.journey.proposals import proposal_name
from handlers.polls import ClosePoll, Poll
from handlers.routes import Job, JobCall, Observe, On, Scope
from rules.note import Matter
from rules.occasion import Occasion
from rules.poll import PollAnswer
from storage.engine.tx import Tx
from storage.post import outbox

EVER_S = 10 * 365 * DAY_S
OPTIONS = (("council/for", None), ("council/against", None), ("council/abstain", None))


def voted(call: Call, tx: Tx) -> Effects:
    """An answer in a poll is written down; Telegram itself shows that it counted."""
    if call.vote is not None:
        council_vote.answer(tx, call.member, call.vote, call.occasion)
    return None


def poll_over(tx: Tx, poll: PollAnswer, occasion: Occasion) -> Effects:
    """A poll takes no more answers."""
    closed = council_vote.poll_over(tx, poll, occasion)
    return _closed(tx, closed, occasion) if closed else None


def look(call: JobCall, tx: Tx) -> Effects:
    """Votes begin and end in time, what is carried comes to the product team, and its answers to the core group."""
    effects: list[Effect] = [ClosePoll(name_of(vote)) for vote in council_vote.stop_due(tx, call.occasion)]
    for closed in council_vote.count_due(tx, call.occasion):
        effects += _closed(tx, closed, call.occasion)
    for opened in council_vote.open_due(tx, call.occasion):
        effects += _opened(tx, opened, call.occasion)
    effects += _brought(tx, call.occasion)
    return [*effects, *(_answered(tx, one) for one in council_proposal.answers(tx))]


def _opened(tx: Tx, opened: VoteOpened, occasion: Occasion) -> list[Effect]:
    lasts_s = opened.closes_at - occasion.now
    about = name_of(opened.vote)
    notes = [Note(one, Matter.REMINDER, about, "council/vote_open", opened, lasts_s=lasts_s) for one in opened.voters]
    below = _message(tx, proposal_name(opened.proposal))
    return [Poll(opened.group, "council/question", opened, OPTIONS, about, reply_to=below), *notes]


def _closed(tx: Tx, closed: VoteClosed, occasion: Occasion) -> list[Effect]:
    below = _message(tx, name_of(closed.vote))
    told = Post(closed.group, "council/result", closed, reply_to=below)
    return [told, *_brought(tx, occasion)]


def _brought(tx: Tx, occasion: Occasion) -> list[Effect]:
    return [card(ticket) for ticket in council_proposal.bring(tx, occasion)]


def _answered(tx: Tx, one: ProposalAnswered) -> Post:
    return Post(one.group, "council/answered", one, reply_to=_message(tx, proposal_name(one.id)))


def _message(tx: Tx, name: str) -> int | None:
    found = outbox.kept(tx, name)
    return found[1] if found else None


ROUTES = (Observe(On.VOTE, "council_vote", voted, turn=10),)
JOBS = (Job("council_votes", look, cron="* * * * *", scope=Scope.BRAND, late_s=EVER_S),)
