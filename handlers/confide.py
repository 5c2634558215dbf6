"""A question of which nothing is remembered; see bot/flow/confidant."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Confide:
    """Ask the caller something in private without remembering that: the message itself tells what was asked.

    What they reply to it, or say next, comes back to the `Confided` route `name` with `payload`. Only what is confided
    may ask so.
    """

    name: str
    payload: str
    template: str
    outcome: Any = None
