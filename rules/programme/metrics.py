"""What boards compare, and which entries count for what: the one table that totals, boards and the audit are made from."""

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache

from rules.programme.points import Track


class Metric(StrEnum):
    """What a board compares; a column of the running totals with that name, and an index over it."""

    POINTS = "points"
    ASSIST = "assist"
    CHECKIN = "checkin"
    CREATOR = "creator"
    NEWCOMER = "newcomer"


# Whether an entry of a track, earned as a newcomer or not, counts for the metric.
COUNTS: dict[Metric, Callable[[Track, bool], bool]] = {
    Metric.POINTS: lambda track, newcomer: True,
    Metric.ASSIST: lambda track, newcomer: track is Track.ASSIST,
    Metric.CHECKIN: lambda track, newcomer: track is Track.CHECKIN,
    Metric.CREATOR: lambda track, newcomer: track is Track.CREATOR,
    Metric.NEWCOMER: lambda track, newcomer: newcomer,
}
# Who is a newcomer depends on the rules of the day, which may not have been kept.
UNSURE = frozenset({Metric.NEWCOMER})


@lru_cache(maxsize=1024)
def counted(track: Track, points: int, *, newcomer: bool) -> tuple[int, ...]:
    """What an entry of that track adds to each metric, in the order of Metric."""
    return tuple(points if counts(track, newcomer) else 0 for counts in map(COUNTS.__getitem__, Metric))
