"""Letters of a month that somebody may have read before a copy was put back: they count as told, and stand in `/letter`."""

from actions.honour.value_letter import write
from rules.honour.value_letter import about, month_before
from rules.occasion import Occasion
from storage import notes
from storage.engine.tx import Tx
from storage.honour import value_letters as letters


def take_as_told(tx: Tx, evening: Occasion, *, due: bool) -> int:
    """What that evening of a zone may have told of its month before is not told again; how many letters that are.

    `due` tells that they were written that day, after the copy was made.
    """
    month, told = month_before(evening.day), 0
    while due:
        written = write(tx, evening)
        told, due = told + len(written.come), written.more
    return told + sum(notes.withdraw(tx, about(month), member) for member in letters.of_zone(tx, month, evening.zone))
