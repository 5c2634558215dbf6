"""What those on a stage are told of by name: for which stages, and as what."""

from enum import StrEnum

from msgspec import Struct

from rules.stage import Stage


class FirstKind(StrEnum):
    """What has been published."""

    CHALLENGE = "challenge"
    EVENT = "event"
    COCREATION = "cocreation"


# Problems to think about together are for those who have been here longest.
FOR_STAGES: dict[FirstKind, tuple[Stage, ...]] = {
    FirstKind.CHALLENGE: (Stage.MATURE, Stage.ACTIVE),
    FirstKind.EVENT: (Stage.MATURE, Stage.ACTIVE),
    FirstKind.COCREATION: (Stage.MATURE,),
}


class ToldFirst(Struct, frozen=True):
    """Something new, told by name: it takes part until then (UTC seconds), or begins then."""

    kind: FirstKind
    id: int
    title: str
    at: int
