"""What helps those who were refused: buttons for one, one message for many who wait for the same."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from handlers.effects import Keyboard
from rules.programme.programme import Programme
from rules.refusals import Refusal


class WayOut(Struct, frozen=True):
    """The buttons that help one who was refused for this reason; `gather` names the `Together` for many at once."""

    refusal: type[Refusal]
    buttons: Callable[[Any], Keyboard]
    gather: str | None = None


class Several(Struct, frozen=True):
    """Those whom one message tells the same."""

    names: tuple[str, ...]


class Together(Struct, frozen=True):
    """What many who wait for the same are told by one message in their group; `template` speaks about `Several`.

    Its buttons are for anyone there, and answer by a toast. It goes after `fade_s`.
    """

    template: str
    buttons: Callable[[Programme], Keyboard]
    fade_s: int = 900
