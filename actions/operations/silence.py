"""Noting that the bot listens, and for how long it had not."""

from rules.operations.silence import LEAST_S
from storage import unheard
from storage.engine.tx import Tx


def listening(tx: Tx, now: int) -> int:
    """The bot hears what is said: the seconds that it has not before, where these are enough to matter; else 0."""
    last = unheard.heard_at(tx)
    unheard.listens(tx, now)
    if last is None or now - last < LEAST_S:
        return 0
    unheard.note(tx, last, now)
    return now - last
