"""Talk: what is counted of the messages that people write in a group."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Said:
    """A message on that local day: whether it replies to another one, and shows a picture or a video.

    An album comes in pieces of the same `album`; together they are one message, and the first piece speaks for them.
    """

    day: date
    reply: bool = False
    picture: bool = False
    video: bool = False
    album: str | None = None
