"""Whether people of the team decided about stages, offices agree with each other, and votes say what was counted."""

from actions.journey.council_vote import BECOMES
from actions.ledger.audit_books import Books
from rules.journey.council_vote import CouncilVote, VoteOutcome, outcome_of
from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.journey import council_votes, journey_checks


def _stages(tx: Tx, books: Books, programme: Programme) -> None:
    for row in journey_checks.stages(tx):
        which = f"{row.member} #{row.id}"
        books.differ("stage", which, "was decided by somebody", True, row.decided)
        books.differ("stage", which, "begins after the one before has ended", True, row.apart)
        books.differ("stage", which, "ends after it begins", True, row.forward)


def _offices(tx: Tx, books: Books, programme: Programme) -> None:
    for number, sound in journey_checks.fields(tx):
        books.differ("field", number, "is looked after once, by a topic moderator", True, sound)
    for number, sound in journey_checks.seats(tx):
        books.differ("council seat", number, "is given once", True, sound)


def _first_steps(tx: Tx, books: Books, programme: Programme) -> None:
    for number, sound in journey_checks.first_steps(tx):
        books.differ("checklist", number, "has a step left", True, sound)


def _council(tx: Tx, books: Books, programme: Programme) -> None:
    for number, came_to in journey_checks.closed_votes(tx):
        vote = council_votes.get(tx, number)
        _frozen(books, vote)
        became = BECOMES.get(vote.outcome) if vote.outcome else None
        if came_to in set(BECOMES.values()):
            books.differ("council vote", number, "what the proposal has come to", became, came_to)


def _frozen(books: Books, vote: CouncilVote) -> None:
    """A vote that was stopped before its time says nothing, whatever had come in."""
    if vote.outcome is not VoteOutcome.STOPPED:
        said = outcome_of(vote.counts, vote.quorum, vote.needed)
        books.differ("council vote", vote.id, "outcome of the frozen numbers", said, vote.outcome)
    least = f"at most {vote.electors}"
    books.differ("council vote", vote.id, "votes", least, _within(sum(vote.counts), vote.electors, least))


def _designs(tx: Tx, books: Books, programme: Programme) -> None:
    for number, sound in journey_checks.preferences(tx):
        books.differ("preference vote", number, "has an open round while it is voted on", True, sound)
    for row in journey_checks.rounds(tx):
        books.differ("round of designs", row.id, "criteria that were counted", row.criteria, len(row.counted))
        for choices, electors, votes in row.counted:
            least = f"at most {electors}"
            books.differ("round of designs", row.id, "designs", row.designs, choices)
            books.differ("round of designs", row.id, "votes", least, _within(votes, electors, least))


def _within(votes: int, electors: int, least: str) -> object:
    return least if votes <= electors else votes


AUDIT = (_stages, _offices, _first_steps, _council, _designs)
