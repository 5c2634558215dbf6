"""What every letter's body is: one call of the Bot API."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Body:
    """The parameters of one call."""

    method: ClassVar[str]


@dataclass(frozen=True, slots=True)
class AboutMessage(Body):
    """What is done to a message that stands in the chat."""

    message_id: int
