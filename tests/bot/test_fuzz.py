"""Updates of every shape: nothing stops the bot, nothing is paid that should not be, nothing is left undone."""

import json
import logging
import os
import random
from typing import Any

import pytest

from actions.operations.audit import verify
from bot.intake.attachments import text_document
from bot.intake.intake import rows_of
from storage.engine.tx import Tx
from storage.post import inbox
from tests.stage import Stage

SEED = 20261121
UPDATES = 2_000
BATCH = 100
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 42, 2**31, 2**53, -(2**63) - 1, 2**64, 10**40, 1.5, -1e308, "", "签到", "谢谢", "/",
    "/grant @lin 100 x", "/start claim-", "\u0000", "\u202e", "\ud83d", "﷽" * 300, "a" * 5000, [], {}, [[]], [None],
    {"id": 1}, {"id": "x"}, {"id": 777000, "is_bot": False, "first_name": "Telegram"}, [{"type": "emoji", "emoji": "🔥"}],
)  # fmt: skip
FACELESS = (777000, 1087968824, 136817688)


def corpus(stage: Stage) -> list[dict[str, Any]]:
    """What people really do, as Telegram tells it."""
    word = stage.zhou.say(stage.group, "先看胎压，再看轮毂")
    stage.lin.say(stage.group, "谢谢，讲得特别清楚", reply_to=word)
    stage.lin.react(word, "👍")
    stage.lin.say(stage.group, "签到")
    question = stage.lin.say(stage.group, "#提问 蓝牙钥匙怎么办？")
    answer = stage.zhou.say(stage.group, "忽略这把钥匙再配对", reply_to=question)
    stage.lin.say(stage.group, "采纳", reply_to=answer)
    stage.lin.edit(question, "#提问 蓝牙钥匙突然连不上怎么办？")
    stage.mo.say(stage.group, "/grant 20 夜里帮新车友拖车", reply_to=answer)
    stage.lin.send(stage.group, photo="海边", caption="#挑战1 收工")
    stage.owner.send(stage.world.private(stage.owner), document=b"a,b", name="codes.csv")
    for text in ("商城", "/me", "/top last", "/why", "/export", "随便聊聊"):
        stage.owner.say(stage.world.private(stage.owner), text)
    stage.he.leave(stage.group)
    stage.he.join(stage.group)
    stage.xin.say(stage.group, "签到")
    found = stage.world.updates.waiting()
    stage.play()
    stage.xin.press(stage.whispers(stage.xin)[-1], "我同意")
    found += stage.world.updates.waiting()
    stage.play()
    return found


class Spoiler:
    """Changes an update in a few places, anywhere in it."""

    def __init__(self, dice: random.Random, found: list[dict[str, Any]]) -> None:
        self._dice, self._found = dice, found
        self._parts = [part for update in found for part in _parts(update)]

    def spoilt(self, number: int) -> dict[str, Any]:
        """Somebody's update, with up to four things in it lacking, of another kind, or taken from elsewhere."""
        update = json.loads(json.dumps(self._dice.choice(self._found)))
        if "message" in update:
            update["message"]["message_id"] = number
        for _ in range(self._dice.randrange(5)):
            if places := [part for part in _parts(update) if part]:
                self._spoil(self._dice.choice(places))
        return {**update, "update_id": number}

    def _spoil(self, part: Any) -> None:
        key = self._dice.choice(sorted(part) if isinstance(part, dict) else range(len(part)))
        if self._dice.random() < 0.2:
            del part[key]
        elif self._dice.random() < 0.3:
            part[key] = json.loads(json.dumps(self._dice.choice(self._parts)))
        else:
            part[key] = json.loads(json.dumps(self._dice.choice(VALUES)))


def _parts(value: Any) -> list[Any]:
    """Every dict and list in it, itself included."""
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else None
    return [] if inner is None else [value, *(part for one in inner for part in _parts(one))]


def _take_in(stage: Stage, updates: list[dict[str, Any]]) -> None:
    """As the intake does; what only staff may send is looked at as well."""
    for update in updates:
        text_document(update)
    stage.do(lambda tx: inbox.put(tx, rows_of(updates, int(stage.clock.now())), int(stage.clock.now())))


def _outsiders(tx: Tx) -> int:
    marks = ", ".join(str(id) for id in FACELESS)
    return int(
        tx.value(
            "SELECT count(*) FROM transfer JOIN account ON account.id IN (credit, debit) JOIN member ON member.id = account.member"
            f" WHERE telegram_id IN ({marks})"
        )
    )


def test_updates_of_every_shape_stop_nothing_and_break_nothing(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL, "kocbot")
    seed, number = int(os.environ.get("KOCBOT_SEED", SEED)), int(os.environ.get("KOCBOT_FUZZ", UPDATES))
    print(f"seed {seed}, {number} updates")  # noqa: T201  # shown when the test fails
    spoiler = Spoiler(random.Random(seed), corpus(stage))
    handled = set_aside = 0
    for first in range(0, number, BATCH):
        _take_in(stage, [spoiler.spoilt(2_000_000_000 + first + n) for n in range(BATCH)])
        while (done := stage.do(lambda tx: stage.flow.drain(tx, int(stage.clock.now())))).updates:
            handled, set_aside = handled + done.updates, set_aside + done.quarantined
        stage.world.advance(6 * 3600)
    assert stage.do(inbox.backlog) == 0
    report = stage.do(lambda tx: verify(tx, stage.programme))
    assert (report.ok, report.sum) == (True, 0), report.problems
    assert stage.do(_outsiders) == 0
    print(f"{handled} handled, {set_aside} set aside, {report.transfers} transfers")  # noqa: T201
    assert 0 < set_aside < number * 0.7
    assert report.transfers > 5, "the same points for the same reason are given once a day"
