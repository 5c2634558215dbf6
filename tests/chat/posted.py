"""What the bot posted, as it read when it came: its messages are edited later, and taken away."""

import asyncio

from sandbox.world.events import Event
from sandbox.world.world import World


class Posted(asyncio.Queue[Event]):
    """Listens to a world from now on; `words` are the chat and the text of each message of the bot's."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.words: list[tuple[int, str]] = []
        world._listeners.append(self)

    def put_nowait(self, item: Event) -> None:
        """Something happened."""
        if item.type == "message" and item.message and item.message.by_bot:
            self.words.append((item.message.chat.id, item.message.text))
