"""Whoever stands on a stage is told by name of what is new: who they are, and what is true of it still."""

from collections.abc import Callable, Sequence

from actions.works import trust
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import Group
from rules.programme.trust import TrustStep
from rules.stage import Stage
from rules.works.event import EventPhase
from rules.works.told_first import FOR_STAGES, FirstKind, ToldFirst
from storage import members, stages
from storage.engine.tx import Tx
from storage.works import challenges, cocreations, events

GETTING_READY = (EventPhase.AHEAD, EventPhase.OPEN)
Found = tuple[ToldFirst, TrustStep]


def come_first(tx: Tx, told: Sequence[Group], on: Sequence[Stage], now: int) -> list[int]:
    """Who stands on one of these stages and is in one of these groups, the stage that is named first before the others."""
    found = [member for stage in on for group in told for member in stages.standing_in(tx, group.id, stage, now)]
    return list(dict.fromkeys(found))


def told_of(
    tx: Tx, kind: FirstKind, number: int, told: Sequence[Group], occasion: Occasion
) -> tuple[ToldFirst, tuple[int, ...]] | None:
    """What they read of it, and who does: those who may take it on and have no other part in it; None once it is over."""
    found = FOUND[kind](tx, number, occasion)
    if found is None:
        return None
    shown, needed = found
    there = come_first(tx, told, FOR_STAGES[kind], occasion.now)
    return shown, tuple(one for one in there if _may(tx, one, needed, occasion) and not _speaks(tx, shown, one))


def _may(tx: Tx, member: int, needed: TrustStep, occasion: Occasion) -> bool:
    return needed is TrustStep.BASE or trust.step_of(tx, members.get(tx, member), occasion).place >= needed.place


def _speaks(tx: Tx, shown: ToldFirst, member: int) -> bool:
    event = events.get(tx, shown.id) if shown.kind is FirstKind.EVENT else None
    return event is not None and event.spoken_by == member


def _challenge(tx: Tx, number: int, occasion: Occasion) -> Found | None:
    made = challenges.get(tx, number)
    if made is None or not made.is_open(occasion.now):
        return None
    return ToldFirst(FirstKind.CHALLENGE, number, made.brief.title, made.brief.deadline), made.brief.trust


def _event(tx: Tx, number: int, occasion: Occasion) -> Found | None:
    made = events.get(tx, number)
    if made is None or made.phase(occasion.now) not in GETTING_READY:
        return None
    return ToldFirst(FirstKind.EVENT, number, made.plan.title, made.plan.starts_at), TrustStep.BASE


def _cocreation(tx: Tx, number: int, occasion: Occasion) -> Found | None:
    made = cocreations.get(tx, number)
    if made is None or not made.is_open(occasion.now):
        return None
    return ToldFirst(FirstKind.COCREATION, number, made.plan.title, made.plan.deadline), made.plan.trust


FOUND: dict[FirstKind, Callable[[Tx, int, Occasion], Found | None]] = {
    FirstKind.CHALLENGE: _challenge,
    FirstKind.EVENT: _event,
    FirstKind.COCREATION: _cocreation,
}


def about(kind: FirstKind, number: int) -> str:
    """What the note about it is about."""
    return f"told_first:{kind.value}:{number}"


def _still_new(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """While it takes part, as it stands now, for one who may still take it on and stands on such a stage."""
    kind, _, number = note.subject.partition(":")
    found, standing = FOUND[FirstKind(kind)](tx, int(number), occasion), stages.now_on(tx, note.member)
    if found is None or standing is None or standing.stage not in FOR_STAGES[FirstKind(kind)]:
        return False
    shown, needed = found
    return _may(tx, note.member, needed, occasion) and Retold("stage/first", shown)


STILL_TRUE = {"told_first": _still_new}
