"""What answers something confided goes at once, from memory: no row tells that it was to be said, or to whom."""

import asyncio
from collections.abc import Sequence

from telegram.error import RetryAfter, TelegramError

from bot.telegram.client import Client
from bot.telegram.request import UNREACHED, seconds
from storage.post.bodies import parameters
from storage.post.letters import Letter

PATIENCE_S = 600.0
FIRST_WAIT_S, LONGEST_WAIT_S = 2.0, 30.0


async def say_directly(client: Client, letters: Sequence[Letter]) -> None:
    """Send them in their order, as soon as Telegram can be reached, for ten minutes.

    What can't be said is not logged, for the log tells when: they see no answer, and repeat it. What may have been said
    is not said twice.
    """
    until = asyncio.get_running_loop().time() + PATIENCE_S
    for letter in letters:
        await _say(client, letter, until)


async def _say(client: Client, letter: Letter, until: float) -> None:
    addressed = {"chat_id": letter.lane} if letter.lane else {}
    wait_s = FIRST_WAIT_S
    while asyncio.get_running_loop().time() < until:
        try:
            await client.call(letter.method, **addressed, **parameters(letter.body))
        except RetryAfter as wait:
            await asyncio.sleep(seconds(wait))
        except UNREACHED:
            await asyncio.sleep(wait_s)
            wait_s = min(wait_s * 2, LONGEST_WAIT_S)
        except TelegramError:  # a refusal, or an answer that was lost
            return
        else:
            return
