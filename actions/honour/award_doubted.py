"""Awards after a restore: what was nominated, chosen and voted since is not in the copy, and staff decide knowing it."""

from msgspec import Struct

from rules.honour.award import RUNNING, RoundState
from rules.occasion import Occasion
from storage.engine.tx import Tx
from storage.honour import awards


class RoundDoubted(Struct, frozen=True):
    """A round that runs: of which award, in which year, and how far it had come in the copy."""

    round: int
    title: str
    year: int
    state: RoundState


class AwardsDoubted(Struct, frozen=True):
    """The rounds that ran when the copy was made, about `since` (UTC seconds; None where that is not known)."""

    rounds: tuple[RoundDoubted, ...]
    since: int | None


def doubted(tx: Tx, since: int | None, occasion: Occasion) -> AwardsDoubted:
    """The rounds to which nominations and votes may be missing."""
    found = [one for state in RoundState if state in RUNNING for one in awards.in_state(tx, state)]
    named = ((one, occasion.programme.awards.named(one.award)) for one in found)
    rounds = [RoundDoubted(one.id, award.title, one.year, one.state) for one, award in named if award]
    return AwardsDoubted(tuple(rounds), since)
