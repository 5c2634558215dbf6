"""Effects on how a member stands in a group: what they may do there, and what is shown beside their name."""

from msgspec import Struct


class Silence(Struct, frozen=True):
    """`member` (our id) may not write in a group (our id) until then (UTC seconds), or (None) may again.

    Where Telegram refuses, staff hear of it and can ask once more; a later one about the same takes its place.
    """

    group: int
    member: int
    until: int | None


class Tag(Struct, frozen=True):
    """What Telegram shows beside the name of `member` (our id) in a group (our id), empty for nothing; `after_s` from now.

    It waits for everything else that is to be said. Where Telegram refuses, nobody is told: it is tried in another night.
    `account` is Telegram's id of one who has just been forgotten, and whom we know by no other.
    """

    group: int
    member: int
    tag: str
    after_s: int = 0
    account: int | None = None
