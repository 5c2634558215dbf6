"""Pins: what topic moderators hold up in their group, through the bot."""

from dataclasses import dataclass

from msgspec import Struct

from rules.refusals import Refusal


class Pin(Struct, frozen=True):
    """A message of a group that is held up."""

    id: int
    group: int
    message: int


@dataclass(eq=False)
class PinsOff(Refusal):
    """The brand lets nobody hold messages up by the bot."""


@dataclass(eq=False)
class MayNotPin(Refusal):
    """The bot lacks the right to pin in that group."""


@dataclass(eq=False)
class PinnedAlready(Refusal):
    """It is held up by the bot."""


@dataclass(eq=False)
class NotPinnedHere(Refusal):
    """It was not held up by the bot."""
