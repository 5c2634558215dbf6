"""The stages of somebody's way with the brand: found, active, mature, and honoured without duties."""

from enum import StrEnum

from msgspec import Struct


class Stage(StrEnum):
    """A stage; people of the team decide about each. Most people stand on none."""

    SPROUT = "sprout"
    ACTIVE = "active"
    MATURE = "mature"
    ALUMNI = "alumni"


class StagePeriod(Struct, frozen=True):
    """A time on a stage, from `since` until `until` (UTC seconds; None: it lasts). `by` of the team put them there (our id)."""

    stage: Stage
    since: int
    until: int | None
    by: int
