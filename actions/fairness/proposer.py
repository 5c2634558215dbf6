"""Nobody agrees with one who has left the team since they proposed something."""

from rules.fairness.grant import ProposerGone
from rules.people import MODERATING
from storage import members
from storage.engine.tx import Tx


def require_proposer(tx: Tx, actor: int) -> None:
    """Whoever proposed it may do so still. Raises ProposerGone."""
    if not members.roles(tx, actor) & MODERATING:
        raise ProposerGone(members.get(tx, actor).name)
