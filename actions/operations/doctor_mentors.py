"""Whether newcomers who wish for a mentor can have one."""

from collections.abc import Iterator

from actions.honour.mentoring import has_room
from rules.occasion import Occasion
from rules.operations.doctor import Ailment, Finding
from storage.engine.tx import Tx
from storage.honour import mentorings, mentors

MOST_COUNTED = 100


def needed(tx: Tx, occasion: Occasion) -> Iterator[Finding]:
    """Newcomers wait, and no mentor has room."""
    waiting = mentorings.waiting(tx, MOST_COUNTED)
    if waiting and not any(has_room(tx, one, occasion) for one in mentors.serving(tx, occasion.now)):
        yield Finding(Ailment.MENTORS_NEEDED, count=len(waiting))
