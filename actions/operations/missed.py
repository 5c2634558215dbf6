"""What staff decide about letters that did not arrive, or may not have."""

from typing import Literal

from msgspec import Struct

from rules.missed import MissedGone, MissedLetter
from rules.occasion import Occasion
from rules.people import Member
from storage import audits
from storage.engine.tx import Tx
from storage.post import misses

SHOWN = 8
Done = Literal["", "again", "let_be"]


class Missed(Struct, frozen=True):
    """The letters to decide about, `total` in all, the oldest shown; and what has just been decided of one."""

    letters: tuple[MissedLetter, ...]
    total: int
    done: Done = ""


def listed(tx: Tx, done: Done = "") -> Missed:
    """What waits for a decision."""
    return Missed(tuple(misses.undecided(tx, SHOWN)), misses.count(tx), done)


def post_again(tx: Tx, id: int, by: Member, occasion: Occasion) -> Missed:
    """It goes once more. Raises MissedGone."""
    if not misses.again(tx, id, occasion.now):
        raise MissedGone
    audits.record(tx, occasion.now, by.id, "missed.again", None, None, letter=id)
    return listed(tx, "again")


def let_be(tx: Tx, id: int, by: Member, occasion: Occasion) -> Missed:
    """It stays as it is. Raises MissedGone."""
    if not misses.let_be(tx, id):
        raise MissedGone
    audits.record(tx, occasion.now, by.id, "missed.let_be", None, None, letter=id)
    return listed(tx, "let_be")
