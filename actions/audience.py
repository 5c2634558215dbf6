"""Choosing the groups that something is meant for."""

from rules.audience import Choice, Meant, NobodyReads, Reader, chosen_anew
from rules.audience import readers as readers_of
from rules.people import Group, Part
from rules.refusals import NoCommunity
from storage import audiences, groups
from storage.engine.tx import Tx


def readers(tx: Tx, meant: Meant, number: int) -> tuple[Reader, ...]:
    """Every community group, and whether it is meant. Raises NoCommunity."""
    return readers_of(_communities(tx), audiences.chosen(tx, meant, number))


def choose(tx: Tx, meant: Meant, number: int, choice: Choice) -> None:
    """The choice applies to the groups that are meant now. Raises NoCommunity, NobodyReads."""
    audiences.choose(tx, meant, number, sorted(chosen_anew(readers(tx, meant, number), choice)))


def addressed(tx: Tx, meant: Meant, number: int) -> tuple[Group, ...]:
    """The groups that are meant and still there. Raises NoCommunity, NobodyReads."""
    _communities(tx)
    found = reached(tx, meant, number)
    if not found:
        raise NobodyReads
    return found


def reached(tx: Tx, meant: Meant, number: int) -> tuple[Group, ...]:
    """The groups that are meant and still there, maybe none."""
    chosen = audiences.chosen(tx, meant, number)
    return tuple(group for group in groups.active(tx, Part.COMMUNITY) if not chosen or group.id in chosen)


def hand_on(tx: Tx, before: Meant, number: int, meant: Meant, now: int) -> None:
    """What was chosen for one thing is chosen for what became of it (`now` is its number)."""
    audiences.choose(tx, meant, now, sorted(audiences.chosen(tx, before, number)))


def _communities(tx: Tx) -> list[Group]:
    found = groups.active(tx, Part.COMMUNITY)
    if not found:
        raise NoCommunity
    return found
