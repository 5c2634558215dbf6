"""Resources: what a brand lends, gives or opens to members who make something with it, and who may apply for one."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.ends import over_at
from rules.programme.levels import EVERYBODY
from rules.programme.trust import TrustStep
from rules.refusals import Refusal
from rules.works.challenge import SkillTrack


class ResourceKind(StrEnum):
    """LEND comes back after some days; a SEAT (in a shoot, at the wheel) is for one day; GIVE is theirs to keep; LINK is
    material behind an address.
    """

    LEND = "lend"
    SEAT = "seat"
    GIVE = "give"
    LINK = "link"


class ResourcePlan(Struct, frozen=True):
    """What a resource is to be: so many `pieces` (None: no end of it), lent for so many `days`, applied for `until` then.

    Who may apply: from `level` on (its key), from a step of trust on, with a work of the `track` that passed,
    or from a title of that track on, or of any (`rank`, its key). `place`, an
    address or a link, is told only to those who are granted it. Moments in UTC seconds.
    """

    title: str
    kind: ResourceKind
    about: str
    pieces: int | None = None
    days: int | None = None
    level: str = EVERYBODY
    trust: TrustStep = TrustStep.BASE
    track: SkillTrack | None = None
    until: int | None = None
    place: str = ""
    rank: str = ""


class Resource(Struct, frozen=True):
    """A published resource; `id` is the number people call it by, `taken` how many pieces are granted, out or gone."""

    id: int
    plan: ResourcePlan
    made_by: int
    made_at: int
    taken: int
    closed_at: int | None = None

    @property
    def free(self) -> int | None:
        """Pieces that can be granted; None where there is no end of them."""
        return None if self.plan.pieces is None else max(self.plan.pieces - self.taken, 0)

    def is_open(self, at: int) -> bool:
        """Whether it may be applied for at that moment (UTC seconds)."""
        until = self.plan.until
        return self.closed_at is None and (until is None or at < over_at(until))


class Lack(StrEnum):
    """What somebody has not reached who would like to apply."""

    LEVEL = "level"
    TRUST = "trust"
    TRACK = "track"
    RANK = "rank"


@dataclass(eq=False)
class ResourceUnknown(Refusal):
    """There is no resource of that number."""

    number: int


@dataclass(eq=False)
class ResourceNumberNeeded(Refusal):
    """Which resource is meant could not be told; `command` takes its number."""

    command: str


@dataclass(eq=False)
class ResourceClosed(Refusal):
    """It can't be applied for any more."""

    over = True

    title: str


@dataclass(eq=False)
class ResourceNotYet(Refusal):
    """The member has not reached what it takes: a `level` by its title, a step of trust, a work of the `track` or its
    title `rank`.
    """

    title: str
    lacks: tuple[Lack, ...]
    level: str
    trust: TrustStep
    track: SkillTrack | None
    rank: str = ""


@dataclass(eq=False)
class NoPieceFree(Refusal):
    """Every piece is granted or out."""

    title: str


@dataclass(eq=False)
class PiecesOut(Refusal):
    """So many pieces are `taken` that there can't be fewer."""

    taken: int
