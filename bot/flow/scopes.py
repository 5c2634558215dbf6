"""For whom each job is done: once for the brand, for each community, or for everybody whose day goes by one clock."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from handlers.routes import Job, Scope
from rules.people import PLAYING, Group, Part
from rules.reading.zones import number_of
from storage import groups
from storage.engine.tx import Tx

BRAND_SCOPE = 0


class JobScope(Struct, frozen=True):
    """Whom a job is done for, and the zone of its times. `number` is what its rows are kept under: a group's id, 0 for
    the brand, below zero for a zone, which has its own whoever is at home there.
    """

    number: int
    zone: str
    group: Group | None = None


class Scopes:
    """Every scope there is now, by the brand's zone."""

    def __init__(self, tx: Tx, brand: str) -> None:
        active = groups.active(tx)
        everybody = JobScope(BRAND_SCOPE, brand)
        self._of = {
            Scope.BRAND: (everybody,),
            Scope.GROUP: tuple(_communities(active)),
            Scope.ZONE: tuple(_zones(active, brand)),
        }

    def of(self, job: Job) -> Sequence[JobScope]:
        """Those in which the job is done."""
        return self._of[job.scope]


def _communities(active: Iterable[Group]) -> Iterable[JobScope]:
    return (JobScope(group.id, group.timezone, group) for group in active if group.part is Part.COMMUNITY)


def _zones(active: Iterable[Group], brand: str) -> Iterable[JobScope]:
    """The brand's, and those in which somebody may be at home."""
    others = {group.timezone for group in active if group.part in PLAYING} - {brand}
    return (JobScope(number_of(zone), zone) for zone in (brand, *sorted(others)))
