"""Sprouts: whom the team has come upon stands at the beginning of the stages, and is not told."""

from rules.occasion import Occasion
from rules.people import STAFF
from rules.stage import Stage
from storage import members, stages
from storage.engine.tx import Tx


def begin_sprout(tx: Tx, member: int, by: int, occasion: Occasion) -> None:
    """Whom the team has come upon, and who stands nowhere, is a sprout; nobody tells them."""
    if stages.now_on(tx, member) is None and not members.roles(tx, member) & STAFF:
        stages.put(tx, member, Stage.SPROUT, by, occasion.now)


def not_found(tx: Tx, member: int, occasion: Occasion) -> None:
    """It was somebody else whom the team had come upon."""
    standing = stages.now_on(tx, member)
    if standing and standing.stage is Stage.SPROUT:
        stages.leave(tx, member, occasion.now)
