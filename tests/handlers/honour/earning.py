"""What tests of badges do: let time look at deeds, everybody's or only those that were touched."""

from functools import partial

from actions.honour import evaluation
from rules.honour.badge import BadgeState, Held
from sandbox.world.people import Person
from storage.engine.tx import Tx
from storage.honour import badges
from tests.stage import Stage


def everybody(stage: Stage) -> None:
    """What the night does."""
    occasion = stage.occasion()
    after: int | None = 0
    while after is not None:
        after = stage.do(partial(evaluation.sweep, after=after, many=2, occasion=occasion))


def touched(stage: Stage) -> None:
    """What the minute does, until nothing waits."""
    occasion = stage.occasion()
    while stage.do(partial(evaluation.after_deeds, occasion=occasion)):
        pass


def all_badges(tx: Tx) -> dict[tuple[int, str], BadgeState]:
    """Who has which badge, and how it stands."""
    found = badges.between(tx, 0, 10_000)
    return {(member, badge): one.state for member, theirs in found.items() for badge, one in theirs.items()}


def held(stage: Stage, person: Person) -> dict[str, Held]:
    """What the person has."""
    member = stage.member(person).id
    return {one.badge: one for one in stage.do(lambda tx: badges.of_member(tx, member))}
