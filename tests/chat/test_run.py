"""`kocbot run` as a process of its own, on whichever database the configuration names."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sandbox.api.server import serve
from tests.databases import housed
from tests.lending import SERVER
from tests.stage import Stage

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60


async def kocbot(word: str, configuration: Path, token: str, *more: str) -> asyncio.subprocess.Process:
    """`kocbot word --config ...` begins."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", word, "--config", str(configuration), *more),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "KOCBOT_TOKEN": token},
    )


@asynccontextmanager
async def running(configuration: Path, token: str) -> AsyncIterator[None]:
    """The bot, told to stop in the end as a service manager does."""
    bot = await kocbot("run", configuration, token)
    try:
        yield
    finally:
        bot.send_signal(signal.SIGTERM)
        said, complaints = await asyncio.wait_for(bot.communicate(), PATIENCE_S)
    assert bot.returncode == 0, complaints.decode()
    assert "@kocbot" in said.decode() and "Ctrl-C" in said.decode(), "it says when it is ready"


def configure(stage: Stage, folder: Path, url: str) -> Path:
    """A configuration that names the sandbox and a database in which the stage's brand lives."""
    engine = housed(stage.connection, folder)
    address = (folder / "kocbot.address").read_text("utf-8") if SERVER else engine.file
    written = folder / "config.toml"
    place = "database" if SERVER else "path"
    storage = f'{place} = "{address}"\nbackup_hours = 0\nbackup_dir = "{folder / "backups"}"\n'
    written.write_text(f'[telegram]\nbase_url = "{url}"\n[storage]\n{storage}', "utf-8")
    return written


def test_it_counts_is_stopped_goes_on_and_its_books_are_read(stage: Stage, tmp_path: Path) -> None:
    token = stage.world.token

    async def answered(say: str) -> None:
        before, word = len(stage.whispers(stage.lin)), stage.lin.say(stage.group, say)
        async with asyncio.timeout(PATIENCE_S):
            while not word.reactions and len(stage.whispers(stage.lin)) == before:
                await asyncio.sleep(0.05)

    async def asked(word: str, configuration: Path, *more: str) -> str:
        out, complaints = await (await kocbot(word, configuration, token, *more)).communicate()
        assert complaints == b""
        return out.decode()

    async def story() -> None:
        async with serve(stage.world) as server:
            configuration = configure(stage, tmp_path, server.url)
            for say in ("签到", "打卡"):
                async with running(configuration, token):
                    await answered(say)
                    audit = json.loads(await asked("audit", configuration, "--json"))
                    assert (audit["ok"], audit["transfers"]) == (True, 1), audit
            [entry] = json.loads(await asked("export", configuration, "ledger", "--format", "json"))
            assert (entry["telegram_id"], entry["rule"], entry["amount"]) == (stage.lin.id, "checkin", 2)

    asyncio.run(story())
