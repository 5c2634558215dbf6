"""Updates are stored before they are confirmed; what ends polling for good ends the process."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from telegram.error import InvalidToken

from bot.intake.intake import TokenUsedElsewhere
from bot.start.app import App, Wiring
from sandbox.api.server import serve
from sandbox.world.faults import Fault
from storage.post import inbox
from storage.post.inbox import Arrived
from tests.chat.live import UNHURRIED, live
from tests.databases import housed
from tests.stage import Stage

REFUSED = Fault("refuse", code=401, description="Unauthorized")
CONFLICT = Fault("refuse", code=409, description="Conflict: terminated by other getUpdates request")


async def _alone(stage: Stage, folder: Path, say: Callable[[str], object] = str) -> None:
    """Run a bot until it ends by itself."""
    database = housed(stage.connection, folder)
    async with serve(stage.world) as server:
        wiring = Wiring(stage.world.token, server.url, database, stage.clock, limits=UNHURRIED, poll_s=1, say=say)
        await asyncio.wait_for(App(stage.programme, wiring).run(), 30)


def test_a_token_that_is_revoked_while_running_ends_the_process(stage: Stage, tmp_path: Path) -> None:
    stage.world.faults.script("getUpdates", None, REFUSED)
    with pytest.raises(InvalidToken):
        asyncio.run(_alone(stage, tmp_path))


def test_a_token_that_another_process_uses_ends_the_process_after_a_few_tries(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.intake.intake.CONFLICT_WAIT_S", 0.01)
    stage.world.faults.script("getUpdates", *[CONFLICT] * 10)
    said: list[str] = []
    with pytest.raises(TokenUsedElsewhere):
        asyncio.run(_alone(stage, tmp_path, said.append))
    assert len([line for line in said if "另一个程序也在用这个 token，这期间我什么都听不到" in line]) == 1, said


def test_one_conflict_as_at_a_restart_is_waited_out(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.intake.intake.CONFLICT_WAIT_S", 0.01)
    stage.world.faults.script("getUpdates", CONFLICT)

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            word = stage.lin.say(stage.group, "签到")
            await bot.until(lambda: word.reactions)

    asyncio.run(story())


def test_an_update_nobody_can_read_is_set_aside_and_the_rest_goes_on(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.world.updates.add_raw({"message": {"message_id": "broken"}})
            word = stage.lin.say(stage.group, "签到")
            await bot.until(lambda: word.reactions)
            await bot.quiet()
            states = await bot.app.database.run(
                lambda tx: {row.state: row.n for row in tx.all("SELECT state, count(*) AS n FROM inbox GROUP BY state")}
            )
            assert states["quarantined"] == 1
            assert any("没能处理成功" in text for text in stage.said(stage.owner))

    asyncio.run(story())


def test_after_a_long_silence_the_old_number_is_not_trusted(stage: Stage, tmp_path: Path) -> None:
    eight_days_ago = int(stage.clock.now()) - 8 * 86_400
    stage.do(lambda tx: inbox.put(tx, [Arrived(2_000_000_000, "{}", 0, eight_days_ago)], eight_days_ago))
    stage.do(lambda tx: tx.run("UPDATE inbox SET state = 'done', body = NULL"))

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            word = stage.lin.say(stage.group, "签到")
            await bot.until(lambda: word.reactions)

    asyncio.run(story())


def test_an_update_that_comes_again_is_handled_once(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.lin.say(stage.world.private(stage.lin), "/help")
            again = stage.world.updates._queue[-1]
            await bot.until(lambda: stage.said(stage.lin))
            stage.world.updates._queue.append(again)
            stage.world.updates._wake(True)
            await bot.quiet()
            assert len(stage.said(stage.lin)) == 1

    asyncio.run(story())
