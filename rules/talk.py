"""Talk: what is counted of the messages that people write in a group."""

from datetime import date

from msgspec import Struct


class Said(Struct, frozen=True):
    """A message on that local day: whether it replies to another one, and shows a picture or a video.

    The pieces of an album are one message, for which the first one speaks.
    """

    day: date
    reply: bool = False
    picture: bool = False
    video: bool = False
