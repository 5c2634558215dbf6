"""What is said to somebody of whom nothing is remembered; see bot/flow/confidant."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct


class Confide(Struct, frozen=True):
    """Say something in private without remembering that: the message itself tells what a reply to it answers.

    What they reply to it comes to the `Confided` route `name` with `payload`, and so does what they say next, if the
    message `asks`. `buttons` stand without rows of their own. Only what is confided may speak so.
    """

    name: str
    payload: str
    template: str
    outcome: Any = None
    asks: bool = True
    buttons: Sequence[Sequence[Any]] = ()


class Await(Struct, frozen=True):
    """What they say next comes to the `Confided` route with `payload`, though nothing was asked."""

    payload: str
