"""A first morning: many who are new say the same within moments, and a member who can't stop asking."""

import asyncio
from pathlib import Path

import pytest

from bot.delivery.pace import Limits
from sandbox.world.messages import Message
from tests.chat.live import live
from tests.stage import Stage


def told_together(stage: Stage) -> list[Message]:
    return [message for message in stage.messages(stage.group) if "公约" in message.text]


def test_newcomers_are_told_of_the_covenant_by_one_message_and_each_agrees_there(stage: Stage, tmp_path: Path) -> None:
    crowd = [stage.world.person(f"新朋友{n:02d}") for n in range(30)]
    for person in crowd:
        person.join(stage.group)
    stage.world.updates.clear()
    stage.world.limits.enforced = True

    async def story() -> None:
        async with live(stage, tmp_path, limits=Limits()) as bot:
            words = {person.id: person.say(stage.group, "签到") for person in crowd}
            await bot.until(lambda: told_together(stage), 20)
            told = told_together(stage)[0]
            alone = {reader for reader, _ in stage.group.ephemeral}
            assert all(person.name in told.text or person.id in alone for person in crowd)
            named = [person for person in crowd if person.name in told.text]
            for person in named[:2]:
                answer = await asyncio.wait_for(stage.world.answer(person.press(told, "我同意")), 5)
                assert answer.text
            await bot.until(lambda: words[named[0].id].reactions)
            assert "公约" in told.text
            assert not told.deleted

    asyncio.run(story())


@pytest.mark.parametrize(
    ("asked", "said", "label"),
    [
        ("/top week assist", "本周助攻", "我的名次"),
        ("商城", "商城在私聊里", "shop"),
        ("挑战", "进行中的挑战", "challenges"),
        ("/events", "没有活动", "events"),
        ("/help", "我能做什么", "help"),
    ],
)
def test_what_a_crowd_wants_to_see_at_once_is_shown_by_one_message(
    stage: Stage, tmp_path: Path, asked: str, said: str, label: str
) -> None:
    crowd = [stage.world.person(f"新朋友{n:02d}") for n in range(30)]
    for person in crowd:
        person.join(stage.group)
    stage.world.updates.clear()
    stage.world.limits.enforced = True

    def together() -> list[Message]:
        return [message for message in stage.messages(stage.group) if said in message.text and "等 " in message.text]

    async def story() -> None:
        async with live(stage, tmp_path, limits=Limits()) as bot:
            for person in crowd:
                person.say(stage.group, asked)
            await bot.until(together, 10)
            [told] = together()
            assert crowd[5].name in told.text
            if label == "我的名次":
                answer = await asyncio.wait_for(stage.world.answer(crowd[20].press(told, label)), 5)
                assert "本周助攻榜" in answer.text
            else:
                assert f"?start={label}" in str(told.button("去私聊"))

    asyncio.run(story())


def test_who_asks_again_and_again_holds_up_nobody(stage: Stage, tmp_path: Path) -> None:
    stage.world.limits.enforced = True

    async def story() -> None:
        async with live(stage, tmp_path, limits=Limits()) as bot:
            for _ in range(25):
                stage.lin.say(stage.group, "/me")
            await bot.until(lambda: stage.whispers(stage.lin))
            stage.zhou.say(stage.group, "/me")
            await bot.until(lambda: stage.whispers(stage.zhou), 4)
            dropped = "SELECT count(*) FROM outbox WHERE state = 'dropped'"
            assert await bot.app.database.run(lambda tx: tx.value(dropped)) > 5

    asyncio.run(story())
