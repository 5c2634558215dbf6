"""Incidents: updates that could not be handled and were set aside, for a while."""

from dataclasses import dataclass

from msgspec import Struct

from rules.refusals import Refusal

# What people wrote is gone within 48 hours, the promise of privacy; it is swept away hourly.
KEPT_S = 47 * 3600


class SetAside(Struct, frozen=True):
    """An update set aside: the incident's code, what kind of update it is, who caused it ("" when not known), since when
    and until when it is kept (UTC seconds)."""

    id: int
    code: str
    kind: str
    name: str
    at: int
    until: int


@dataclass(eq=False)
class IncidentGone(Refusal):
    """It has been retried or deleted, by somebody else or because its time was over."""
