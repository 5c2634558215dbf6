"""Whoever stands on a stage is told by name of what is new: who they are, and what is true of it still."""

from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct

from actions.presence import is_here
from actions.works import trust
from rules.declarations import declared
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import Group
from rules.programme.trust import TrustStep
from rules.stage import Stage
from rules.works.told_first import FOR_STAGES, FirstKind, ToldFirst
from storage import members, stages
from storage.engine.tx import Tx
from storage.works import challenges


class StillNew(Struct, frozen=True):
    """What is told of something that takes part, for whoever stands that high, but for the member who has another part in it."""

    shown: ToldFirst
    needed: TrustStep
    but: int | None = None


Found = Callable[[Tx, int, Occasion], StillNew | None]


def come_first(tx: Tx, told: Sequence[Group], on: Sequence[Stage], now: int) -> list[int]:
    """Who stands on one of these stages and is in one of these groups, the stage that is named first before the others."""
    found = [member for stage in on for group in told for member in stages.standing_in(tx, group.id, stage, now)]
    return list(dict.fromkeys(found))


def told_of(
    tx: Tx, kind: FirstKind, number: int, told: Sequence[Group], occasion: Occasion
) -> tuple[ToldFirst, tuple[int, ...]] | None:
    """What they read of it, and who does: those who may take it on and have no other part in it; None once it is over."""
    found = finds()[kind](tx, number, occasion)
    if found is None:
        return None
    there = come_first(tx, told, FOR_STAGES[kind], occasion.now)
    return found.shown, tuple(one for one in there if _may(tx, one, found, occasion))


@cache
def finds() -> dict[FirstKind, Found]:
    """How each kind is found while it is new, as its feature declares in TOLD_FIRST."""
    found: dict[FirstKind, Found] = {}
    for table in declared("TOLD_FIRST", dict, "actions"):
        assert not found.keys() & table.keys(), f"declared twice: {found.keys() & table.keys()}"
        found |= table
    return found


def _may(tx: Tx, member: int, found: StillNew, occasion: Occasion) -> bool:
    who, needed = members.get(tx, member), found.needed
    if member == found.but or not is_here(who, occasion):
        return False
    return needed is TrustStep.BASE or trust.step_of(tx, who, occasion).place >= needed.place


def _challenge(tx: Tx, number: int, occasion: Occasion) -> StillNew | None:
    made = challenges.get(tx, number)
    if made is None or not made.is_open(occasion.now):
        return None
    return StillNew(ToldFirst(FirstKind.CHALLENGE, number, made.brief.title, made.brief.deadline), made.brief.trust)


def about(kind: FirstKind, number: int) -> str:
    """What the note about it is about."""
    return f"told_first:{kind.value}:{number}"


def _still_new(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """While it takes part, as it stands now, for one who may still take it on and stands on such a stage."""
    kind, _, number = note.subject.partition(":")
    found, standing = finds()[FirstKind(kind)](tx, int(number), occasion), stages.now_on(tx, note.member)
    if found is None or standing is None or standing.stage not in FOR_STAGES[FirstKind(kind)]:
        return False
    return _may(tx, note.member, found, occasion) and Retold("stage/first", found.shown)


STILL_TRUE = {"told_first": _still_new}
TOLD_FIRST: dict[FirstKind, Found] = {FirstKind.CHALLENGE: _challenge}
