"""Effects that put a poll before a group, and that end it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct


class Poll(Struct, frozen=True):
    """A poll in a group (our id), whose answers come with who gave them; remembered as `keep`.

    Its question is a message, its `options` are labels, each with what it speaks of. `reply_to` as of a Post.
    """

    group: int
    template: str
    outcome: Any
    options: Sequence[tuple[str, Any]]
    keep: str
    reply_to: int | None = None


class ClosePoll(Struct, frozen=True):
    """The poll remembered as `keep` takes no more answers."""

    keep: str
