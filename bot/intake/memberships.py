"""Whether somebody is in a group of ours is asked before the flow sees their update, where no update has told it yet."""

import asyncio
import logging
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct
from telegram.error import TelegramError

from bot.database import Database
from bot.intake.fields import LARGEST, present
from bot.telegram.client import Client
from bot.telegram.request import UNREACHED
from rules.people import PLAYING, Group
from storage import groups, members
from storage.engine.tx import Tx

log = logging.getLogger("kocbot.memberships")
Json = dict[str, Any]
WITHIN_S = 5.0
AGAIN_S = 60.0
MOST_GROUPS = 20
MOST_REMEMBERED = 10_000


class Doubt(Struct, frozen=True):
    """Nothing is known of `user` (a User of the Bot API), who may be in any of these groups."""

    user: Json
    groups: tuple[Group, ...]


class Memberships:
    """Asks Telegram about those who write in private or press a button, and are in no group as far as we know."""

    def __init__(self, database: Database, client: Client) -> None:
        self._database = database
        self._client = client
        self._asked_at: dict[int, float] = {}

    async def learn(self, updates: list[Json], now: int) -> None:
        """Note where the senders of `updates` are; without an answer in time they are told to say hello in the group."""
        users = [user for user in senders(updates) if self._is_due(user["id"])]
        if not users:
            return
        doubts = await self._database.run(lambda tx: list(doubtful(tx, users)))
        asked = [self._ask(doubt.user, group, now) for doubt in doubts for group in doubt.groups]
        try:
            async with asyncio.timeout(WITHIN_S):
                await asyncio.gather(*asked)
        except TimeoutError:
            log.warning("memberships", extra={"unanswered": len(asked)})

    async def _ask(self, user: Json, group: Group, now: int) -> None:
        try:
            told = await self._client.call("getChatMember", chat_id=group.chat_id, user_id=user["id"])
        except UNREACHED as away:
            self._asked_at.pop(user["id"], None)
            log.info("membership", extra={"why": type(away).__name__})
            return
        except TelegramError as unknown:
            log.info("membership", extra={"why": type(unknown).__name__})
            return
        if present(told):
            await self._database.run(lambda tx: note(tx, user, group, now))

    def _is_due(self, user: int) -> bool:
        """Whether nobody has asked about them in the last minute."""
        now = asyncio.get_running_loop().time()
        if now - self._asked_at.get(user, -AGAIN_S) < AGAIN_S:
            return False
        if len(self._asked_at) >= MOST_REMEMBERED:
            self._asked_at.clear()
        self._asked_at[user] = now
        return True


def senders(updates: Iterable[Json]) -> Iterator[Json]:
    """The people who write in private or press a button, each once; what has no shape is left to the flow."""
    found: dict[int, Json] = {}
    for update in updates:
        try:
            user = _sender(update)
        except (AttributeError, KeyError, TypeError):
            continue
        if user is not None and isinstance(user["id"], int) and abs(user["id"]) < LARGEST:
            found[user["id"]] = user
    return iter(found.values())


def _sender(update: Json) -> Json | None:
    message = update.get("message")
    if message is not None and message["chat"]["type"] != "private":
        return None
    user: Json | None = (message or update.get("callback_query") or {}).get("from")
    return user if user is not None and not user["is_bot"] and isinstance(user["first_name"], str) else None


def doubtful(tx: Tx, users: Iterable[Json]) -> Iterator[Doubt]:
    """Those of whom no group of ours is known."""
    playing = tuple(group for group in groups.active(tx) if group.part in PLAYING)[:MOST_GROUPS]
    for user in users:
        member = members.by_telegram_id(tx, user["id"])
        if playing and (member is None or member.home is None):
            yield Doubt(user, playing)


def note(tx: Tx, user: Json, group: Group, now: int) -> None:
    """The person behind `user` is in the group."""
    member = members.by_telegram_id(tx, user["id"])
    if member is None:
        member = members.remember(tx, user["id"], user["first_name"], user.get("username"), group.locale, now)
    members.found_in(tx, group.id, member.id, now)
