"""Those on a stage are told by name, with the rest of their day, of what is new. Shared by what publishes something."""

from collections.abc import Sequence

from actions.works import told_first as actions
from handlers.effects import Effect, Link, Note
from rules.note import Matter
from rules.occasion import Occasion
from rules.people import Group
from rules.works.told_first import FirstKind
from storage.engine.tx import Tx


def told_first(tx: Tx, kind: FirstKind, number: int, told: Sequence[Group], occasion: Occasion) -> list[Effect]:
    """The notes; none for what only groups of others are told."""
    found = actions.told_of(tx, kind, number, told, occasion)
    if found is None:
        return []
    shown, people = found
    row = ((Link("stage/see_first", start=f"{kind.value}-{number}"),),)
    about, lasts_s = actions.about(kind, number), max(shown.at - occasion.now, 0)
    return [Note(one, Matter.NEWS, about, "stage/first", shown, buttons=row, lasts_s=lasts_s) for one in people]
