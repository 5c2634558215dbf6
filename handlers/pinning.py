"""Effects on what a group holds up."""

from typing import Any

from msgspec import Struct


class Unpin(Struct, frozen=True):
    """The message remembered as `keep` is held up no more; where the bot may not, it stays so."""

    keep: str


class Hold(Struct, frozen=True):
    """A message of a group (our id), whoever wrote it, is held `up` without a sound, or no more.

    Where Telegram refuses to hold it up, the `staff` group (our id) is told so by `template`.
    """

    group: int
    message: int
    up: bool = True
    staff: int | None = None
    template: str = ""
    outcome: Any = None


Pinning = Hold | Unpin
