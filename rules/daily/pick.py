"""Picking: members point at a message worth featuring by a reaction; enough of them put it before the staff, once."""

from msgspec import Struct


class Picked(Struct, frozen=True):
    """A message of a member's that enough others have picked; what became of it is `settled`."""

    id: int
    group: int
    message: int
    member: int
    settled: bool = False
