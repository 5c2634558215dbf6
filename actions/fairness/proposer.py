"""Nobody agrees with one who has left the team since they proposed something."""

from rules.fairness.grant import ProposerGone
from rules.people import MODERATING
from storage import members
from storage.engine.tx import Tx


def proposes(tx: Tx, actor: int) -> bool:
    """Whether they may propose something still."""
    return bool(members.roles(tx, actor) & MODERATING)


def require_proposer(tx: Tx, actor: int) -> None:
    """Whoever proposed it may do so still. Raises ProposerGone."""
    if not proposes(tx, actor):
        raise ProposerGone(members.get(tx, actor).name)
