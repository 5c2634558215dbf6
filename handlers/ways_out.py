"""What helps those who were refused: buttons for one, one message for many who wait for the same."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from handlers.effects import Keyboard, Link
from rules.occasion import Occasion
from rules.people import Group
from rules.refusals import Refusal
from storage.engine.tx import Tx


class WayOut(Struct, frozen=True):
    """The buttons that help one who was refused for this reason; `gather` tells by what many are helped at once, if by anything."""

    refusal: type[Refusal]
    buttons: Callable[[Any], Keyboard]
    gather: Callable[[Any], str | None] | None = None


class Several(Struct, frozen=True):
    """Those whom one message tells the same."""

    names: tuple[str, ...]


class Waiting(Struct, frozen=True):
    """Those who wait for the same in one group, now; `about` is what their answers were gathered by, behind the template."""

    several: Several
    about: str
    group: Group
    occasion: Occasion


class Together(Struct, frozen=True):
    """What many who wait for the same are told by one message in their group: what `template` speaks about, and its buttons.

    These are for anyone there. It goes after `fade_s`.
    """

    template: str
    told: Callable[[Tx, Waiting], tuple[Any, Keyboard]]
    fade_s: int = 900


class ShownToAll(Struct, frozen=True):
    """What `names`, who asked for it at the same time, are shown: as it is for everybody."""

    names: tuple[str, ...]
    shown: Any


def into_private(start: str) -> Keyboard:
    """The way to what each of them sees there as it is for them."""
    return ((Link("welcome/open_private", start=start),),)


def by_link(start: str) -> Callable[[Tx, Waiting], tuple[Several, Keyboard]]:
    """All who asked are told where they see it."""
    return lambda _, waiting: (waiting.several, into_private(start))


def gathered_by(template: str, about: str = "") -> str:
    """What an answer is gathered by: those of the same template about the same thing become one message."""
    return f"{template} {about}".rstrip()
