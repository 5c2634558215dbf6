"""What was searched for in vain, noted for the team without whoever searched."""

from rules.daily.sought import kept
from rules.occasion import Occasion
from storage.daily import sought
from storage.engine.tx import Tx


def note(tx: Tx, words: str, occasion: Occasion) -> None:
    """Nothing was found by these words; on the brand's day, since nothing is kept of anybody."""
    if said := kept(words):
        sought.note(tx, occasion.seen_from(None).day, said)
