"""The day's one message: everything the bot has to tell a member unasked, at a decent hour."""

from collections import Counter
from collections.abc import Sequence
from itertools import count

from actions.note import Gathered, gather
from handlers.effects import Copy, Effects, Keyboard, Tell
from handlers.keyboards import read
from handlers.routes import Job, JobCall, Scope
from rules.values import replace
from storage.engine.tx import Tx

# Before what is told and its button, where two things of an evening have buttons that read alike.
MARKS = "①②③④⑤⑥⑦⑧"

# Somewhat late is still evening; later than that it waits for the next day.
LATE_S = 3_600


def tell(call: JobCall, tx: Tx) -> Effects:
    """One message to each for whom something has gathered."""
    return [_told(gathered) for gathered in gather(tx, call.occasion)]


def _told(gathered: Gathered) -> Tell:
    keyboards = [read(note.buttons) for note in gathered.notes]
    marks = _marks(keyboards)
    rows = [row for keyboard, mark in zip(keyboards, marks, strict=True) for row in _marked(keyboard, mark)]
    return Tell(gathered.member.id, "note/day", replace(gathered.day, marks=marks), buttons=rows)


def _marks(keyboards: Sequence[Keyboard]) -> tuple[str, ...]:
    """One for each thing that is told; empty where its buttons speak for themselves."""
    reading = [{(button.label, repr(button.outcome)) for row in rows for button in row} for rows in keyboards]
    alike = Counter(text for texts in reading for text in texts)
    numbers = count()
    return tuple(MARKS[next(numbers)] if any(alike[text] > 1 for text in texts) else "" for texts in reading)


def _marked(keyboard: Keyboard, mark: str) -> Keyboard:
    return [[button if isinstance(button, Copy) else replace(button, mark=mark) for button in row] for row in keyboard]


JOBS = (Job("digest", tell, cron="30-59 20 * * *", scope=Scope.ZONE, late_s=LATE_S, daytime=True),)
