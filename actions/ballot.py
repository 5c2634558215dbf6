"""Voting: opened by a feature, one vote each, changed at will, closed exactly once."""

from rules.ballot import Ballot, BallotClosed, NoVote, Result
from rules.ends import over_at
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.levels import EVERYBODY
from storage import ballots
from storage.engine.tx import Tx


def open_until(tx: Tx, choices: int, level: str, quorum: int, until: int, occasion: Occasion) -> Ballot:
    """A ballot for those of at least that level, open until then (UTC seconds)."""
    return ballots.add(tx, choices, level, quorum, occasion.handled_at, until)


def vote(tx: Tx, number: int, member: Member, choice: int, occasion: Occasion) -> None:
    """The member votes for that choice, from now on. Raises BallotClosed, NoVote."""
    ballot = ballots.get(tx, number)
    if ballot.closed or occasion.now >= over_at(ballot.closes_at):
        raise BallotClosed
    assert 1 <= choice <= ballot.choices, choice
    levels = able_levels(ballot.level, occasion)
    if not ballots.electors(tx, levels, occasion.now, member.id):
        raise NoVote(occasion.programme.levels.named(ballot.level).title if levels else "")
    ballots.cast(tx, ballot.id, member.id, choice, occasion.now)


def close(tx: Tx, number: int, occasion: Occasion) -> Result | None:
    """Count it for good, the votes of who may vote still (docs/decisions/0153); None when that was done before."""
    ballot = ballots.get(tx, number)
    levels = able_levels(ballot.level, occasion)
    if not ballot.closed:
        ballots.drop_unable(tx, ballot.id, levels, occasion.now)
    eligible = ballots.electors(tx, levels, occasion.now)
    return ballots.close(tx, ballot, eligible, occasion.now)


def able_levels(least: str, occasion: Occasion) -> tuple[str, ...]:
    """The keys of the levels that may vote from that one on; nothing for all."""
    levels = occasion.programme.levels
    if least == EVERYBODY or levels.place(least) == 0:
        return ()
    return (least, *(level.key for level in levels.above(least)))
