"""What a letter asks about polls."""

from collections.abc import Sequence
from typing import ClassVar

from storage.post.body import AboutMessage, Body, Json


class SendPoll(Body, frozen=True):
    """A question with options, answered under one's name."""

    method: ClassVar[str] = "sendPoll"

    question: str
    options: Sequence[Json]
    is_anonymous: bool = False
    message_thread_id: int | None = None
    reply_parameters: Json | None = None


class StopPoll(AboutMessage, frozen=True):
    """A poll of ours takes no more answers."""

    method: ClassVar[str] = "stopPoll"
