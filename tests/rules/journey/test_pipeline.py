"""The pipeline, counted by hand."""

import pytest

from rules.journey.pipeline import Leak, Share, balance, leaking
from rules.programme.faults import Faulty
from rules.programme.stages import Stages
from rules.source import Domain
from rules.stage import Stage
from rules.stage_counts import Spell, StageCount, counted

DAY = 86_400
SINCE, UNTIL = 100 * DAY, 130 * DAY
PUBLIC, PRIVATE = Domain.PUBLIC, Domain.PRIVATE


def spell(member: int, stage: Stage, since: int, until: int | None = None, then: Stage | None = None) -> Spell:
    """A time on a stage, in days; member 1 comes from the public domain."""
    ends = None if until is None else until * DAY
    return Spell(member, stage, PUBLIC if member == 1 else PRIVATE, since * DAY, ends, then)


SPELLS = (
    spell(1, Stage.SPROUT, 90, 110, Stage.ACTIVE),
    spell(1, Stage.ACTIVE, 110),
    spell(2, Stage.SPROUT, 120),
    spell(3, Stage.SPROUT, 100, 125),
    spell(4, Stage.ACTIVE, 20, 101, Stage.ALUMNI),
    spell(4, Stage.ALUMNI, 101),
    spell(5, Stage.ACTIVE, 60),
    spell(6, Stage.SPROUT, 130),
)


def test_each_stage_is_counted_by_source_with_who_came_and_went_and_the_median_of_days() -> None:
    assert counted(SPELLS, SINCE, UNTIL) == (
        StageCount(Stage.SPROUT, 0, 1, 2, 2, 10),
        StageCount(Stage.ACTIVE, 1, 1, 1, 1, 20),
        StageCount(Stage.MATURE, 0, 0, 0, 0, 0),
        StageCount(Stage.ALUMNI, 0, 1, 1, 0, 29),
    )


def test_it_leaks_where_most_of_those_who_were_there_left_or_went_quiet() -> None:
    assert leaking(SPELLS, [], SINCE, UNTIL) == Leak(Stage.SPROUT, 1, 0)
    assert leaking(SPELLS, [5], SINCE, UNTIL) == Leak(Stage.ACTIVE, 1, 1)
    assert leaking(SPELLS[:2], [], SINCE, UNTIL) is None


def test_the_balance_leaves_alumni_aside() -> None:
    shares = balance(counted(SPELLS, SINCE, UNTIL), Stages())
    assert shares == (Share(Stage.SPROUT, 33, 50), Share(Stage.ACTIVE, 67, 35), Share(Stage.MATURE, 0, 15))
    assert [one.percent for one in balance(counted((), SINCE, UNTIL), Stages())] == [0, 0, 0]


def test_a_balance_that_makes_no_hundred_is_a_fault() -> None:
    with pytest.raises(Faulty):
        Stages(young_percent=60)
