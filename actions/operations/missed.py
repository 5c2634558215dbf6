"""What staff decide about letters that did not arrive, or may not have."""

from collections.abc import Sequence
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
    """The letters to decide about, `total` in all, the oldest shown; and what has just been decided of one.

    `places` are those of the list by id, also of letters that have been decided about: nothing moves up.
    """

    letters: tuple[MissedLetter, ...]
    total: int
    done: Done = ""
    places: tuple[int, ...] = ()


def listed(tx: Tx, done: Done = "", places: Sequence[int] = ()) -> Missed:
    """What waits for a decision, each in the place in which it stands in a list that is there."""
    waiting = {one.id: one for one in misses.undecided(tx, SHOWN + len(places))}
    fresh = [id for id in waiting if id not in places]
    kept = (*places, *fresh[: SHOWN - len(places)])
    return Missed(tuple(waiting[id] for id in kept if id in waiting), misses.count(tx), done, kept)


def post_again(tx: Tx, id: int, places: Sequence[int], by: Member, occasion: Occasion) -> Missed:
    """It goes once more. Raises MissedGone."""
    if not misses.again(tx, id, occasion.now):
        raise MissedGone
    audits.record(tx, occasion.now, by.id, "missed.again", None, None, letter=id)
    return listed(tx, "again", places)


def let_be(tx: Tx, id: int, places: Sequence[int], by: Member, occasion: Occasion) -> Missed:
    """It stays as it is. Raises MissedGone."""
    if not misses.let_be(tx, id):
        raise MissedGone
    audits.record(tx, occasion.now, by.id, "missed.let_be", None, None, letter=id)
    return listed(tx, "let_be", places)
