"""Effects on who comes into a group: links, requests to join, and whoever is to go again."""

from typing import Any

from msgspec import Struct


class Invite(Struct, frozen=True):
    """A link into a group (our id) for one person, until then (UTC seconds); administrators read the `name` of it.

    What becomes of it is told by `invitation`, its number among those of that `noun`.
    """

    group: int
    invitation: int
    name: str
    until: int
    noun: str = "invitation"


class Withdraw(Struct, frozen=True):
    """A link into a group (our id) lets nobody in any more."""

    group: int
    link: str


class Admit(Struct, frozen=True):
    """`member` (our id) has asked to come into a group (our id), and may."""

    group: int
    member: int


class TurnAway(Struct, frozen=True):
    """`member` (our id) has asked to come into a group (our id), and may not; `after_s` from now."""

    group: int
    member: int
    after_s: int = 0


class PutOut(Struct, frozen=True):
    """`member` (our id) goes out of a group (our id), and may come back when they are let in."""

    group: int
    member: int


class AtTheDoor(Struct, frozen=True):
    """A private word to `member` (our id), who has asked to come in and may be written to until that is answered, whether
    they ever pressed start or not. It waits for nothing.
    """

    member: int
    template: str
    outcome: Any = None


AtDoor = Invite | Withdraw | Admit | TurnAway | PutOut | AtTheDoor
