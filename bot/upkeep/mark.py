"""How far the bot has come, told by a file beside the backups: a database behind it was put back by another hand."""

import logging
import secrets
from pathlib import Path

from msgspec import Struct

from bot.upkeep.beside import put
from storage import facts
from storage.engine.tx import Tx

log = logging.getLogger("kocbot.mark")
FACT = "mark"
LINEAGE_BYTES = 8


class Mark(Struct, frozen=True):
    """What a database and all its copies are called, and how many starts and minutes of running it has seen."""

    lineage: str
    step: int

    @property
    def line(self) -> str:
        """As the database and the file hold it."""
        return f"{self.lineage} {self.step}"


class Marks:
    """The files of one folder; each bot writes its own, so that one that tries a copy out misleads nobody."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def is_behind(self, tx: Tx, bot: int) -> bool:
        """Whether the bot has gone on here from a later state of this database than the one that is there now."""
        here = _mark_of(tx)
        return here is not None and self._written(here.lineage, str(bot)) > here.step

    def go_on(self, tx: Tx) -> Mark:
        """The next step, ahead of whatever was written in any file."""
        here = _mark_of(tx) or Mark(secrets.token_hex(LINEAGE_BYTES), 0)
        mark = Mark(here.lineage, 1 + max(here.step, self._written(here.lineage, "*")))
        facts.put(tx, FACT, mark.line)
        return mark

    def write(self, mark: Mark, bot: int) -> None:
        """Once the step is committed, and before anything goes out that follows it. Raises OSError."""
        put(self._file(mark.lineage, str(bot)), mark.line + "\n")

    def _file(self, lineage: str, bot: str) -> Path:
        return self._folder / f"mark-{lineage}-{bot}.txt"

    def _written(self, lineage: str, bot: str) -> int:
        """The furthest step in the files of that bot, or of any; 0 where none is written, or none can be read."""
        files = self._folder.glob(self._file(lineage, bot).name)
        return max((mark.step for mark in map(_kept, files) if mark is not None), default=0)


def _mark_of(tx: Tx) -> Mark | None:
    held = facts.get(tx, FACT)
    return _read(held) if held is not None else None


def _kept(file: Path) -> Mark | None:
    try:
        return _read(file.read_text())
    except (OSError, ValueError) as unread:
        log.warning("mark", extra={"file": str(file), "why": str(unread)})
        return None


def _read(text: str) -> Mark | None:
    lineage, _, step = text.strip().partition(" ")
    return Mark(lineage, int(step)) if step.isdecimal() else None
