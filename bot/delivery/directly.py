"""What answers something confided goes at once, from memory: no row tells that it was to be said, or to whom."""

import asyncio
from collections.abc import Sequence

from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.telegram.client import Client
from bot.telegram.request import seconds
from storage.post.bodies import parameters
from storage.post.letters import Letter

TRIES = 3
AGAIN_S = 2.0


async def say_directly(client: Client, letters: Sequence[Letter]) -> None:
    """Send them in their order. What can't be said is not logged, for the log tells when: they see no answer, and repeat it."""
    for letter in letters:
        await _say(client, letter)


async def _say(client: Client, letter: Letter) -> None:
    addressed = {"chat_id": letter.lane} if letter.lane else {}
    for _ in range(TRIES):
        try:
            await client.call(letter.method, **addressed, **parameters(letter.body))
        except RetryAfter as wait:
            await asyncio.sleep(seconds(wait))
        except NetworkError as broken:
            if type(broken) is not NetworkError:  # a refusal, or an answer that was lost: not to be said twice
                return
            await asyncio.sleep(AGAIN_S)
        except TelegramError:
            return
        else:
            return
