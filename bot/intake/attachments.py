"""Small text files that staff send in private are fetched before the flow sees the update, for handlers can't."""

import asyncio
import logging
from contextlib import suppress
from typing import Any

from telegram import File
from telegram.error import TelegramError

from bot.database import Database
from bot.telegram.client import Client
from bot.telegram.request import UNREACHED
from rules.people import STAFF
from rules.reading.tables import flaw_of
from storage import members
from storage.engine.tx import Tx

log = logging.getLogger("kocbot.attachments")
MARKED = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
ENCODINGS = ("utf-8", "gb18030")
PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b")
CONTENT = "content"
WAITS_S = (0.5, 1.0, 2.0)


class NoText(ValueError):
    """A file that only its name calls a text, such as a workbook that was renamed."""


class Attachments:
    """Adds the text of a staff member's file to the update, where the inbox keeps and blanks it like all else."""

    def __init__(self, database: Database, client: Client) -> None:
        self._database = database
        self._client = client

    async def fetch(self, update: dict[str, Any]) -> None:
        """Put the file's text into `update`, if it is one to be fetched; without it the handler asks again."""
        document = text_document(update)
        if document is None:
            return
        sender = update["message"]["from"]["id"]
        if not await self._database.run(lambda tx: _is_staff(tx, sender)):
            return
        try:
            document[CONTENT] = decoded(await self._downloaded(document["file_id"]))
        except (TelegramError, UnicodeDecodeError, NoText) as lost:
            log.warning("attachment", extra={"why": type(lost).__name__})

    async def _downloaded(self, file_id: str) -> bytes:
        """Raises TelegramError; a moment in which Telegram can't be reached is waited for."""
        for wait_s in WAITS_S:
            with suppress(*UNREACHED):
                return await self._bytes(file_id)
            await asyncio.sleep(wait_s)
        return await self._bytes(file_id)

    async def _bytes(self, file_id: str) -> bytes:
        file: File = await self._client.get_file(file_id)
        return bytes(await file.download_as_bytearray())


def text_document(update: dict[str, Any]) -> dict[str, Any] | None:
    """The small text file of a person's private message; what has no shape is left to the flow, which sets it aside."""
    try:
        return _text_document(update)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _text_document(update: dict[str, Any]) -> dict[str, Any] | None:
    message = update.get("message") or {}
    document: dict[str, Any] | None = message.get("document")
    if document is None or message["chat"]["type"] != "private" or not isinstance(message["from"]["id"], int):
        return None
    flaw = flaw_of(str(document.get("file_name", "")), int(document.get("file_size", 0)))
    return document if flaw is None else None


def decoded(data: bytes) -> str:
    """The text of a file, as spreadsheets write it, with its mark or without one. Raises UnicodeDecodeError, NoText."""
    if data.startswith(PACKED):
        raise NoText
    *others, last = _encodings(data)
    for encoding in others:
        try:
            return data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
    return data.decode(last).removeprefix("\ufeff")


def _encodings(data: bytes) -> tuple[str, ...]:
    """What the file says it is, else what it may be: a text with empty bytes is UTF-16, where they are tells which."""
    for mark, encoding in MARKED:
        if data.startswith(mark):
            return (encoding,)
    if b"\0" not in data:
        return ENCODINGS
    return ("utf-16-le",) if data[1::2].count(0) > data[::2].count(0) else ("utf-16-be",)


def _is_staff(tx: Tx, telegram_id: int) -> bool:
    member = members.by_telegram_id(tx, telegram_id)
    return member is not None and bool(members.roles(tx, member.id) & STAFF)
