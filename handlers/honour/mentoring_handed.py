"""What a newcomer hears when their mentor can't go on: who it was, that the steps are kept, and nothing of why."""

from actions.honour import mentoring_seen
from handlers.effects import Note
from rules.honour.mentoring import Mentoring, MentoringState
from rules.note import Matter
from rules.occasion import Occasion
from storage.engine.tx import Tx


def told_handed(tx: Tx, before: Mentoring, occasion: Occasion) -> list[Note]:
    """For one who had met the mentor; of `before` they were handed over."""
    if before.state is not MentoringState.RUNNING:
        return []
    seen = mentoring_seen.seen(tx, before, occasion)
    return [Note(before.newcomer, Matter.ANSWER, f"mentoring_handed:{before.id}", "mentoring/told_handed", seen)]
