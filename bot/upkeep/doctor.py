"""What only Telegram and the machine can tell - rights, privacy mode, room on the disk - gathered into rows for /doctor."""

import asyncio
import logging
import shutil
from functools import partial
from pathlib import Path

from telegram import ChatMember, ChatMemberAdministrator
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.clock import Clock
from bot.database import Database
from bot.telegram.client import Client
from rules.operations.doctor import DISK_FREE_MB, PRIVACY
from rules.rights import BotStanding, Right, Rights
from storage import facts, groups, rights
from storage.engine.engine import StorageTrouble
from storage.engine.tx import Tx

log = logging.getLogger("kocbot.doctor")
EVERY_S = 3600
GLANCE_S = 5
MEGABYTE = 1024 * 1024


def standing_of(bot: ChatMember) -> tuple[BotStanding, frozenset[Right]]:
    """How the bot stands in a chat, from Telegram's answer about its membership."""
    if isinstance(bot, ChatMemberAdministrator):
        return BotStanding.ADMINISTRATOR, frozenset(right for right in Right if getattr(bot, f"can_{right}", False))
    absent = bot.status in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
    return (BotStanding.ABSENT if absent else BotStanding.MEMBER), frozenset()


async def ask(client: Client, group: int, chat_id: int, now: int) -> Rights:
    """What Telegram says of the bot's rights in a chat. Raises TelegramError when it can't say."""
    try:
        bot = await client.get_chat_member(chat_id, client.id)
        chat = await client.get_chat(chat_id)
    except (BadRequest, Forbidden):
        return Rights(group, now, BotStanding.ABSENT, frozenset())
    return Rights(
        group,
        now,
        *standing_of(bot),
        forum=bool(chat.is_forum),
        title=chat.title or "",
        username=chat.username,
    )


def _told(tx: Tx, told: Rights) -> None:
    """Remember it, the title, for a channel sends no updates that would bring a new one."""
    rights.note(tx, told)
    groups.titled(tx, groups.get(tx, told.group), told.title, told.username)


class Doctor:
    """Asks at start, soon after a change of the bot's standing, and hourly."""

    def __init__(self, database: Database, client: Client, clock: Clock, file: Path | None) -> None:
        self._database = database
        self._client = client
        self._clock = clock
        self._file = file

    async def run(self) -> None:
        """Keep the rows fresh until cancelled."""
        due = 0.0
        while True:
            steady = self._clock.pace()
            try:
                if steady >= due:
                    await self._database.run(self._note)
                    due = steady + EVERY_S
                await self.look(int(self._clock.now()))
            except (TelegramError, StorageTrouble) as broken:
                log.warning("doctor", extra={"why": type(broken).__name__})
            await asyncio.sleep(GLANCE_S)

    async def look(self, now: int) -> int:
        """Ask about every chat of which nothing fresh is known; how many there were."""
        waiting = await self._database.run(lambda tx: rights.to_ask(tx, now - EVERY_S))
        for group, chat_id in waiting:
            told = await ask(self._client, group, chat_id, now)
            await self._database.run(partial(_told, told=told))
        return len(waiting)

    def _note(self, tx: Tx) -> None:
        facts.put(tx, PRIVACY, "off" if self._client.bot.can_read_all_group_messages else "on")
        if self._file and self._file.exists():
            free = shutil.disk_usage(self._file.parent).free // MEGABYTE
            facts.put(tx, DISK_FREE_MB, str(free))
