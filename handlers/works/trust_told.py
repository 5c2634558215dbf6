"""What a member hears of their step of trust."""

from actions.works.trust import Trusted, known_before
from handlers.effects import Note
from rules.note import Matter
from storage.engine.tx import Tx


def told(tx: Tx, done: Trusted) -> Note:
    """They read it in the evening, in one piece with what changed earlier that day."""
    before = known_before(tx, done)
    return Note(done.member, Matter.ACCOUNT, f"trust:{before.value}", "trust/told", done)
