"""What every letter's body is: one call of the Bot API."""

from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import Struct

Json = Mapping[str, Any]


class Body(Struct, frozen=True):
    """The parameters of one call."""

    method: ClassVar[str]


class AboutMessage(Body, frozen=True):
    """What is done to a message that stands in the chat."""

    message_id: int
