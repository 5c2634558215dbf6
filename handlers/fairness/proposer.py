"""What became of a proposal is heard by whoever made it, as long as they are of the team."""

from actions.fairness.proposer import proposes
from handlers.effects import Tell
from storage.engine.tx import Tx


def proposer_told(tx: Tx, told: Tell) -> list[Tell]:
    """In private; who has left the team since is told nothing of its affairs."""
    return [told] if proposes(tx, told.member) else []
