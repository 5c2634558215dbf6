"""Logs are for operators; the token and what people wrote never stand in them."""

import asyncio
import io
import json
import logging
from pathlib import Path

import pytest

from bot import logs
from sandbox.world.faults import Fault
from tests.chat.live import live
from tests.stage import Stage

CANARY = "私房话-canary-7731"


@pytest.fixture
def said() -> io.StringIO:
    stream = io.StringIO()
    root = logging.getLogger()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonLines())
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    for name in ("kocbot", "aiosqlite"):
        logging.getLogger(name).setLevel(logging.NOTSET)
    yield stream  # type: ignore[misc]
    root.removeHandler(handler)
    root.setLevel(before)


def test_a_line_is_json_and_its_token_is_hidden() -> None:
    record = logging.LogRecord(
        "kocbot", logging.ERROR, "x", 1, "at https://x/bot123456:ABC-def_9876543/getMe", None, None
    )
    line = logs.JsonLines().format(record)
    assert json.loads(line)["event"] == "at https://x/bot[token]/getMe"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("at postgresql://koc:s3cret@db.example/koc!", "at postgresql://koc:[password]@db.example/koc!"),
        ("host=db password=s3cret user=koc", "host=db password=[password] user=koc"),
        ("postgresql://koc@db.example/koc", "postgresql://koc@db.example/koc"),
    ],
)
def test_a_databases_password_is_hidden(said: str, shown: str) -> None:
    assert logs.scrubbed(said) == shown


def test_a_traceback_tells_where_but_not_what_was_said() -> None:
    try:
        raise LookupError(CANARY)
    except LookupError as error:
        record = logging.LogRecord(
            "kocbot", logging.ERROR, "x", 1, "incident", None, (LookupError, error, error.__traceback__)
        )
    line = logs.JsonLines().format(record)
    assert CANARY not in line
    assert "LookupError" in line


def test_neither_token_nor_private_words_are_logged_by_a_running_bot(
    stage: Stage, tmp_path: Path, said: io.StringIO
) -> None:
    stage.world.token = "42:SECRET-token-canary"

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.world.faults.script(
                "sendMessage", Fault("refuse", code=400, description="Bad Request: chat not found")
            )
            stage.lin.say(stage.world.private(stage.lin), CANARY)
            stage.world.updates.add_raw({"message": {"text": CANARY, "broken": True}})
            await bot.quiet()
            await asyncio.sleep(0.2)

    asyncio.run(story())
    text = said.getvalue()
    ours = "\n".join(line for line in text.splitlines() if '"from": "kocbot' in line)
    assert "incident" in ours
    assert CANARY not in ours
    assert "SECRET-token-canary" not in ours
