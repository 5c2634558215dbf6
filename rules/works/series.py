"""The series: small challenges of a track, which open by themselves, one a week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from msgspec import Struct

from rules.occasion import Occasion
from rules.refusals import Refusal
from rules.values import replace
from rules.works.challenge import Brief, SkillTrack

QUEUE_MOST = 10


class SeriesTask(Struct, frozen=True):
    """A challenge that waits in line; by `place`, the lowest opens first. `draft` is what it was made of, `made_by` our id."""

    id: int
    brief: Brief
    place: int
    draft: int
    made_by: int


class SeriesTrack(Struct, frozen=True):
    """The series of a track: what waits, what was opened last (by its title and number), and whether it pauses."""

    track: SkillTrack
    tasks: Sequence[SeriesTask]
    paused: bool
    opened: int = 0
    title: str = ""


@dataclass(eq=False)
class SeriesFull(Refusal):
    """So many wait in that track already."""

    track: SkillTrack
    most: int


@dataclass(eq=False)
class WeekTaken(Refusal):
    """One of that track has opened this week."""

    track: SkillTrack


def opening(brief: Brief, days: int, occasion: Occasion) -> Brief:
    """The brief as it opens now: it takes work until the end of its last day."""
    return replace(brief, deadline=occasion.begins(occasion.day + timedelta(days=days)) - 60)
