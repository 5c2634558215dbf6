"""Polls of Telegram that the bot has put before a group, whose answers it sees with whoever gave them."""

from msgspec import Struct

QUESTION_MOST = 300
OPTION_MOST = 100


class PollAnswer(Struct, frozen=True):
    """Somebody's answer to the poll of that number (Telegram's): places of its options, from 0; none takes it back.

    Of a poll that is over: so many `voters` have answered it.
    """

    poll: str
    options: tuple[int, ...]
    voters: int = 0
