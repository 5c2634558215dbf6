"""The stages of a span of time, counted: who stands on each at its end, who came and went in it, and for how long."""

from collections.abc import Sequence
from statistics import median_low

from msgspec import Struct

from rules.source import Domain
from rules.stage import Stage

DAY_S = 86_400


class Spell(Struct, frozen=True):
    """A member's time on a stage (UTC seconds), and the stage that followed it, if it has ended and one did."""

    member: int
    stage: Stage
    domain: Domain
    since: int
    until: int | None
    then: Stage | None

    def lasts_at(self, moment: int) -> bool:
        """Whether they stand there at that moment."""
        return self.since < moment and (self.until is None or self.until >= moment)


class StageCount(Struct, frozen=True):
    """Who stands on a stage at the end of a month, by source; who came and went in it; how many days half of those who
    stand there have been there at most.
    """

    stage: Stage
    public: int
    private: int
    came: int
    went: int
    days: int

    @property
    def standing(self) -> int:
        """All who stand there."""
        return self.public + self.private


def counted(spells: Sequence[Spell], since: int, until: int) -> tuple[StageCount, ...]:
    """Each stage in the span from `since` up to `until` (UTC seconds)."""
    return tuple(_count(stage, [one for one in spells if one.stage is stage], since, until) for stage in Stage)


def _count(stage: Stage, spells: Sequence[Spell], since: int, until: int) -> StageCount:
    standing = [one for one in spells if one.lasts_at(until)]
    days = [(until - one.since) // DAY_S for one in standing]
    public = sum(one.domain is Domain.PUBLIC for one in standing)
    return StageCount(
        stage,
        public,
        len(standing) - public,
        sum(since <= one.since < until for one in spells),
        sum(one.until is not None and since <= one.until < until for one in spells),
        median_low(days) if days else 0,
    )
