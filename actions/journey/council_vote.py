"""Votes of the council: opened after the talk, answered in a poll, stopped in time, counted once and frozen."""

from msgspec import Struct

from actions.journey.council_seat import sits
from rules.ends import day_ends_at, over_at
from rules.journey.council_proposal import Proposal, ProposalState
from rules.journey.council_vote import (
    CHOICES,
    COUNTED_AFTER_S,
    CouncilVote,
    VoteOutcome,
    VoteState,
    counts_of,
    outcome_of,
    quorum_of,
    two_thirds_of,
)
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.poll import PollAnswer
from rules.values import replace
from storage import facts, poll_answers
from storage.engine.tx import Tx
from storage.journey import council_proposals, council_seats, council_votes
from storage.post import outbox

NOUN = "council_vote"
HOUR_S = 3_600
BECOMES = {VoteOutcome.CARRIED: ProposalState.CARRIED, VoteOutcome.FALLEN: ProposalState.FALLEN}


class VoteOpened(Struct, frozen=True):
    """A vote on the proposal of that title, until then (UTC seconds): `quorum` of `seats` make it valid.

    `voters` are those who have a vote. A veto needs so many votes for it (`needed`).
    """

    vote: int
    proposal: int
    group: int
    title: str
    closes_at: int
    quorum: int
    seats: int
    voters: tuple[int, ...]
    needed: int = 0


class VoteClosed(Struct, frozen=True):
    """The frozen result of a vote: `counts` for, against and abstaining, of so many `electors`.

    A veto needed so many votes for it (`needed`). Of what is carried the answer is promised until `promised_at` (UTC seconds).
    The poll shows answers of so many `others` as well, who had no vote.
    """

    vote: int
    proposal: int
    group: int
    title: str
    outcome: VoteOutcome
    counts: tuple[int, ...]
    electors: int
    quorum: int
    promised_at: int | None
    needed: int = 0
    others: int = 0


def name_of(vote: int) -> str:
    """The name under which the poll of a vote is remembered."""
    return f"{NOUN}:{vote}"


def _doubted(vote: int) -> str:
    """The fact that we do not know all answers of a vote."""
    return f"{NOUN}_doubted:{vote}"


def open_due(tx: Tx, occasion: Occasion) -> list[VoteOpened]:
    """What has been talked about for its time is voted on."""
    return [_opened(tx, one, occasion) for one in council_proposals.talked_over(tx, occasion.now)]


def answer(tx: Tx, member: Member, given: PollAnswer, occasion: Occasion) -> None:
    """Whoever sits in the council has voted, or taken it back; of others nothing is kept, nor of a vote that is over.

    The answer may come before it is known whose poll that is.
    """
    vote = _of_poll(tx, given.poll)
    if not sits(tx, member.id) or (vote is not None and vote.state is VoteState.CLOSED):
        return
    if given.options:
        poll_answers.put(tx, given.poll, member.id, given.options[0] + 1, occasion.now)
    else:
        poll_answers.take_back(tx, given.poll, member.id)


def stop_due(tx: Tx, occasion: Occasion) -> list[int]:
    """The votes whose time is over: their polls are to be stopped."""
    due = council_votes.due(tx, occasion.now)
    for one in due:
        council_votes.stopping(tx, one.id, occasion.now)
    return [one.id for one in due]


def count_due(tx: Tx, occasion: Occasion) -> list[VoteClosed]:
    """Votes of whose stopped poll nobody told us: what has come in by now is counted."""
    due = council_votes.uncounted(tx, occasion.now - COUNTED_AFTER_S)
    return [_counted(tx, one, occasion) for one in due]


def doubt(tx: Tx, occasion: Occasion) -> None:
    """Answers may have come to another hand: what runs ends now and says nothing, for what we know of it may be untrue.

    So does what has been talked about for its time by now: another hand may have put it to the vote.
    """
    while open_due(tx, occasion):
        pass
    for number in council_votes.end_all(tx, occasion.now):
        facts.put(tx, _doubted(number), str(occasion.now))


def poll_over(tx: Tx, over: PollAnswer, occasion: Occasion) -> VoteClosed | None:
    """The poll takes no more answers: its vote is counted, or was stopped by hand before its time and says nothing."""
    vote = _of_poll(tx, over.poll)
    if vote is None or vote.state is VoteState.CLOSED:
        return None
    early = vote.state is VoteState.OPEN and over_at(vote.closes_at) > occasion.now
    done = _counted(tx, vote, occasion, VoteOutcome.STOPPED if early else None)
    return replace(done, others=max(over.voters - sum(done.counts), 0))


def _opened(tx: Tx, found: Proposal, occasion: Occasion) -> VoteOpened:
    asked, electors = occasion.programme.council, council_votes.electors(tx, occasion.now, occasion.now)
    closes_at, seats = occasion.now + asked.vote_hours * HOUR_S, council_seats.held(tx)
    needed = 0 if found.against is None else two_thirds_of(seats)
    quorum = max(quorum_of(seats, asked.quorum_percent), needed)
    number = council_votes.add(tx, found.id, occasion.now, closes_at, quorum, needed)
    council_proposals.voting(tx, found.id)
    return VoteOpened(
        number, found.id, found.group, found.plan.title, closes_at, quorum, seats, tuple(sorted(electors)), needed
    )


def _of_poll(tx: Tx, poll: str) -> CouncilVote | None:
    noun, _, number = (outbox.polled(tx, poll) or "").partition(":")
    return council_votes.get(tx, int(number)) if noun == NOUN else None


def _counted(tx: Tx, vote: CouncilVote, occasion: Occasion, ended: VoteOutcome | None = None) -> VoteClosed:
    """Counted once: the votes of those who sit in the council now, and did when it began."""
    electors, poll = council_votes.electors(tx, vote.opened_at, occasion.now), outbox.poll_of(tx, name_of(vote.id))
    given = poll_answers.of_poll(tx, poll) if poll else {}
    counts = counts_of(CHOICES, (choice for member, choice in given.items() if member in electors))
    if facts.get(tx, _doubted(vote.id)) is not None:
        facts.drop(tx, _doubted(vote.id))
        ended = VoteOutcome.STOPPED
    outcome = ended or outcome_of(counts, vote.quorum, vote.needed)
    council_votes.freeze(tx, vote.id, outcome, len(electors), counts)
    promised_at = day_ends_at(occasion.now, occasion.programme.council.answer_days, occasion.seen_from(None).zone)
    carried = outcome is VoteOutcome.CARRIED
    state = BECOMES.get(outcome, ProposalState.OPEN_ENDED)
    council_proposals.decide(tx, vote.proposal, state, occasion.now, promised_at if carried else None)
    return closed(tx, council_votes.get(tx, vote.id))


def closed(tx: Tx, vote: CouncilVote) -> VoteClosed:
    """The frozen result as it is read."""
    found = council_proposals.get(tx, vote.proposal)
    assert vote.outcome is not None
    return VoteClosed(
        vote.id,
        found.id,
        found.group,
        found.plan.title,
        vote.outcome,
        vote.counts,
        vote.electors,
        vote.quorum,
        found.promised_at,
        vote.needed,
    )


def _still_open(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """A vote is told of while it is open, to whoever has a vote and has not given it."""
    vote = council_votes.get(tx, int(note.about.partition(":")[2]))
    poll = outbox.poll_of(tx, name_of(vote.id))
    given = poll_answers.of_poll(tx, poll) if poll else {}
    return vote.state is VoteState.OPEN and sits(tx, note.member) and note.member not in given


STILL_TRUE = {NOUN: _still_open}
