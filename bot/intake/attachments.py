"""Small text files that staff send in private are fetched before the flow sees the update, for handlers can't."""

import logging
from typing import Any

from telegram import File
from telegram.error import TelegramError

from bot.database import Database
from bot.telegram.client import Client
from rules.people import STAFF
from storage import members
from storage.engine.tx import Tx

log = logging.getLogger("kocbot.attachments")
MOST_BYTES = 200_000
ENDINGS = (".csv", ".tsv", ".txt")
MARKED = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
ENCODINGS = ("utf-8", "gb18030")
CONTENT = "content"


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
            file: File = await self._client.get_file(document["file_id"])
            document[CONTENT] = decoded(bytes(await file.download_as_bytearray()))
        except (TelegramError, UnicodeDecodeError) as lost:
            log.warning("attachment", extra={"why": type(lost).__name__})


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
    name = str(document.get("file_name", "")).lower()
    small = 0 < int(document.get("file_size", 0)) <= MOST_BYTES
    return document if small and name.endswith(ENDINGS) else None


def decoded(data: bytes) -> str:
    """The text of a file, as spreadsheets write it, with its mark or without one. Raises UnicodeDecodeError."""
    for encoding in _encodings(data):
        try:
            return data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
    return data.decode(ENCODINGS[-1])


def _encodings(data: bytes) -> tuple[str, ...]:
    """What the file says it is, else what it may be: every other byte empty is how UTF-16 writes plain letters."""
    for mark, encoding in MARKED:
        if data.startswith(mark):
            return (encoding,)
    if data[1:2] == b"\0":
        return ("utf-16-le", *ENCODINGS)
    return ("utf-16-be", *ENCODINGS) if data[:1] == b"\0" else ENCODINGS


def _is_staff(tx: Tx, telegram_id: int) -> bool:
    member = members.by_telegram_id(tx, telegram_id)
    return member is not None and bool(members.roles(tx, member.id) & STAFF)
