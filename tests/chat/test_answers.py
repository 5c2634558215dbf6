"""Whatever Telegram answers to whatever the bot says: nothing is said twice, nothing vanishes unseen."""

import asyncio
import json
from pathlib import Path

import pytest

from sandbox.faults import Fault
from storage import outbox
from storage.outbox import Letter
from storage.tx import Tx
from tests.chat.live import live
from tests.stage import Stage

WORDS = "只说一次"
ANSWERS = {
    "the request is lost": Fault("drop"),
    "the answer is lost": Fault("reply_lost"),
    "an internal error": Fault("error", code=500),
    "a bad gateway": Fault("error", code=502, description="Bad Gateway"),
    "too many requests": Fault("too_many", seconds=1),
    "a late answer": Fault("delay", seconds=0.3),
    "chat not found": Fault("refuse", code=400, description="Bad Request: chat not found"),
    "not enough rights": Fault("refuse", code=400, description="Bad Request: not enough rights to send text messages"),
    "not modified": Fault("refuse", code=400, description="Bad Request: message is not modified"),
    "kicked": Fault("refuse", code=403, description="Forbidden: bot was kicked from the supergroup chat"),
    "blocked": Fault("refuse", code=403, description="Forbidden: bot was blocked by the user"),
    "a conflict": Fault("refuse", code=409, description="Conflict: terminated by other getUpdates request"),
}
POSTED_AFTER_ALL = {"too many requests", "a late answer"}


def _letters(stage: Stage, theirs: int, ours: int) -> list[Letter]:
    """One letter for each method that effects become."""
    reaction = {"message_id": theirs, "reaction": [{"type": "emoji", "emoji": "🔥"}]}
    document = {"document": {"name": "a.csv", "content": WORDS}, "caption": WORDS}
    return [
        Letter(stage.group.id, "sendMessage", json.dumps({"text": WORDS})),
        Letter(stage.lin.id, "sendMessage", json.dumps({"text": WORDS})),
        Letter(stage.lin.id, "sendDocument", json.dumps(document)),
        Letter(stage.group.id, "editMessageText", json.dumps({"message_id": ours, "text": "改过了"})),
        Letter(stage.group.id, "setMessageReaction", json.dumps(reaction)),
        Letter(stage.group.id, "pinChatMessage", json.dumps({"message_id": theirs})),
        Letter(0, "setMyCommands", json.dumps({"commands": [{"command": "help", "description": "帮助"}]})),
    ]


@pytest.mark.parametrize("answer", ANSWERS)
def test_nothing_is_said_twice_and_nothing_vanishes_unseen(answer: str, stage: Stage, tmp_path: Path) -> None:
    theirs = stage.lin.say(stage.group, "大家好")
    stage.do(lambda tx: outbox.put(tx, [Letter(stage.group.id, "sendMessage", '{"text": "原来的话"}')], 0))
    stage.play()
    letters = _letters(stage, theirs.id, stage.last(stage.group).id)
    methods = [letter.method for letter in letters]

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await bot.quiet()
            for method in methods:
                stage.world.faults.script(method, ANSWERS[answer])

            def put(tx: Tx) -> int:
                outbox.put(tx, letters, int(stage.clock.now()))
                return int(tx.value("SELECT max(id) FROM outbox"))

            last = await bot.app.database.run(put)
            bot.app.delivery.wake()
            await bot.quiet()
            rows = await bot.app.database.run(
                lambda tx: tx.all("SELECT id, method, state FROM outbox WHERE id > :first", first=last - len(letters))
            )
            states = {row.method: row.state for row in rows}
            in_group, in_private = stage.said(stage.group).count(WORDS), stage.said(stage.lin).count(WORDS)
            assert in_group <= 1
            assert in_private <= 2, "a text and a document with the same words"
            assert {"queued", "sending"}.isdisjoint(states.values())
            if answer in POSTED_AFTER_ALL:
                assert set(states.values()) == {"sent"}
                assert (in_group, in_private) == (1, 2)
            if answer == "the answer is lost":
                assert states["sendDocument"] == "uncertain"
                assert theirs.reactions

    asyncio.run(story())
