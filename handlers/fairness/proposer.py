"""What became of a proposal is heard by whoever made it, as long as they are of the team."""

from actions.fairness.proposer import proposes
from handlers.effects import Tell
from storage.engine.tx import Tx


def proposer_told(tx: Tx, actor: int, template: str, outcome: object) -> list[Tell]:
    """In private; who has left the team since is told nothing of its affairs."""
    return [Tell(actor, template, outcome)] if proposes(tx, actor) else []
