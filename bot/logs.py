"""Structured logs: one JSON object a line, never the token, never what people wrote."""

import json
import logging
import re
import sys
import traceback

PASSWORD = re.compile(r"(postgres(?:ql)?://[^\s:/@]*):[^\s@]*@|\b(password=)[^\s&\"']+")
TOKEN = re.compile(r"\d{2,}:[A-Za-z0-9_-]{5,}")
HIDDEN = "[token]"
KEPT = "[password]"
STANDARD = set(logging.makeLogRecord({}).__dict__) | {"message", "asctime"}


def scrubbed(text: str) -> str:
    """`text` without anything that looks like a bot token or a database's password."""
    return PASSWORD.sub(
        lambda found: f"{found[1]}:{KEPT}@" if found[1] is not None else f"{found[2]}{KEPT}", TOKEN.sub(HIDDEN, text)
    )


class JsonLines(logging.Formatter):
    """Time, level, logger, event, and the fields that came with it."""

    def format(self, record: logging.LogRecord) -> str:
        """One record as one line."""
        said: dict[str, object] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.getMessage(),
        }
        said.update({key: value for key, value in record.__dict__.items() if key not in STANDARD})
        if record.exc_info and record.exc_info[1]:
            said["error"] = type(record.exc_info[1]).__name__
            frames = traceback.extract_tb(record.exc_info[2])[-6:]
            said["where"] = [f"{frame.filename.rsplit('/', 2)[-1]}:{frame.lineno} {frame.name}" for frame in frames]
        return scrubbed(json.dumps(said, ensure_ascii=False, default=str))


def set_up(level: str = "INFO") -> None:
    """Log to standard error. Libraries that print addresses with the token in them are kept quiet."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("kocbot").setLevel(level)
    for noisy in ("httpx", "httpcore", "telegram", "apscheduler", "aiosqlite", "aiohttp", "psycopg"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
