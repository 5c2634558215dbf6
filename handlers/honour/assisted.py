"""How a best assist stands in its group. Shared by what awards it and what takes it back."""

from actions.honour.best_assist import BestAssist, awarded
from handlers.effects import Delete, Effect, Post
from rules.letters import Kind
from rules.occasion import Occasion
from rules.people import Group, Purpose
from storage import groups
from storage.engine.tx import Tx


def gone(group: int, week: str) -> list[Effect]:
    """The award of that week is taken back: the group does not read of it any more."""
    return [Delete(keep=_praise(group, week))]


def again(tx: Tx, group: int, week: str, occasion: Occasion) -> list[Effect]:
    """It stands after all, and the group reads of it again."""
    here = groups.get(tx, group)
    return [praised(here, awarded(tx, here, week, occasion))]


def praised(group: Group, best: BestAssist) -> Post:
    """For everybody in the group."""
    place, keep = Purpose.ANNOUNCEMENTS, _praise(group.id, best.week)
    return Post(group.id, "announcements/assist", best, purpose=place, keep=keep, kind=Kind.ANNOUNCEMENT)


def _praise(group: int, week: str) -> str:
    return f"assist:{group}:{week}"


def candidate_card(group: Group, week: str) -> str:
    """Under which name the card of a week's best assist is kept that stands before the staff."""
    return f"best_assist:{group.id}:{week}"


def candidate_waits(group: Group, week: str) -> str:
    """Under which name the reminder of it is kept, which goes with the decision."""
    return f"best_assist_waits:{group.id}:{week}"
