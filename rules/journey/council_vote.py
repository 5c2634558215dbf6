"""Votes of the council: who counts, how many make it valid, and what the frozen numbers say."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from rules.ballot import counted

# By which places the options of a vote on a proposal are known.
FOR, AGAINST, ABSTAIN = 1, 2, 3
CHOICES = 3
# What a vote that nobody told us the end of is counted after, from when it was to be stopped.
COUNTED_AFTER_S = 600


class VoteState(StrEnum):
    """A vote is open, is being stopped, or is closed and frozen."""

    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"


class VoteOutcome(StrEnum):
    """What a closed vote says."""

    CARRIED = "carried"
    FALLEN = "fallen"
    TIED = "tied"
    TOO_FEW = "too_few"
    STOPPED = "stopped"


class CouncilVote(Struct, frozen=True):
    """A vote on a proposal from `opened_at` until `closes_at` (UTC seconds): `quorum` answers make it valid, and `needed`
    of them must be for it (0: more than against it). What is frozen at its end: `counts` by choice, of so many `electors`.
    """

    id: int
    proposal: int
    opened_at: int
    closes_at: int
    quorum: int
    needed: int
    state: VoteState
    outcome: VoteOutcome | None = None
    electors: int = 0
    counts: tuple[int, ...] = ()


def quorum_of(electors: int, percent: int) -> int:
    """How many answers make a vote of so many valid; one at least."""
    return max(-(-electors * percent // 100), 1)


def two_thirds_of(seats: int) -> int:
    """How many are two thirds of the seats, rounded up."""
    return max(-(-seats * 2 // 3), 1)


def counts_of(choices: int, votes: Iterable[int]) -> tuple[int, ...]:
    """How many votes each choice has, in order."""
    return tuple(count.votes for count in counted(choices, votes))


def outcome_of(counts: Sequence[int], quorum: int, needed: int) -> VoteOutcome:
    """What the numbers say of a proposal; whoever abstains is there, and decides nothing."""
    if sum(counts) < quorum:
        return VoteOutcome.TOO_FEW
    yes, no = counts[FOR - 1], counts[AGAINST - 1]
    if needed:
        return VoteOutcome.CARRIED if yes >= needed else VoteOutcome.FALLEN
    if yes == no:
        return VoteOutcome.TIED
    return VoteOutcome.CARRIED if yes > no else VoteOutcome.FALLEN
