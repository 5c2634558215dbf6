"""What is said arrives, once, whatever the network does."""

import asyncio
from pathlib import Path

from bot.delivery.delivery import IN_MEMORY
from bot.delivery.pace import Limits
from rules.people import Part
from sandbox.world.faults import Fault
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox
from storage.post.bodies import AnswerCallbackQuery, DeleteMessage, SendMessage, SetMessageReaction
from storage.post.letters import Letter
from tests.chat.live import Live, live
from tests.letters import letters_by_state
from tests.stage import Stage


def test_a_check_in_over_http_is_acknowledged_by_a_reaction(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            word = stage.lin.say(stage.group, "签到")
            await bot.until(lambda: word.reactions)

    asyncio.run(story())


def test_a_press_is_answered_for_the_presser_alone(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.xin.say(stage.group, "签到")
            await bot.until(lambda: stage.whispers(stage.xin))
            query = stage.xin.press(stage.whispers(stage.xin)[0], "我同意")
            answer = await asyncio.wait_for(stage.world.answer(query), 5)
            assert "谢谢" in answer.text

    asyncio.run(story())


def test_whoever_presses_does_not_wait_for_the_reactions_of_a_crowd(stage: Stage, tmp_path: Path) -> None:
    """Telegram takes thirty calls a second, of which answers to presses are none."""

    async def story() -> None:
        async with live(stage, tmp_path, limits=Limits(30, 1000, 100_000)) as bot:
            stage.xin.say(stage.group, "签到")
            await bot.until(lambda: stage.whispers(stage.xin))
            word = stage.lin.say(stage.group, "大家早")
            reaction = SetMessageReaction(word.id, [{"type": "emoji", "emoji": "👍"}])
            crowd = [Letter(stage.group.id, reaction)] * 500
            await bot.app.database.run(lambda tx: outbox.put(tx, crowd, int(stage.clock.now())))
            await bot.until(lambda: word.reactions)
            query = stage.xin.press(stage.whispers(stage.xin)[0], "我同意")
            await asyncio.wait_for(stage.world.answer(query), 5)
            waiting = (await bot.app.database.run(letters_by_state))["queued"]
            assert waiting > 200, "the crowd should still be waiting"

    asyncio.run(story())


async def _states(bot: Live) -> dict[str, int]:
    await bot.quiet()
    return await bot.app.database.run(letters_by_state)


def test_a_message_whose_answer_got_lost_is_uncertain_and_never_repeated(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.world.faults.script("sendMessage", Fault("reply_lost"))
            stage.lin.say(stage.world.private(stage.lin), "/help")
            await bot.until(lambda: stage.said(stage.lin))
            async with asyncio.timeout(10):
                while not (await _states(bot)).get("uncertain"):
                    await asyncio.sleep(0.05)
            assert (await _states(bot))["uncertain"] == 1
            assert len(stage.said(stage.lin)) == 1

    asyncio.run(story())


def test_a_reaction_whose_answer_got_lost_is_repeated(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.world.faults.script("setMessageReaction", Fault("drop"))
            word = stage.lin.say(stage.group, "签到")
            await bot.until(lambda: stage.world.faults.happened)
            async with asyncio.timeout(10):
                while not word.reactions:
                    stage.world.advance(1)
                    await asyncio.sleep(0.05)

    asyncio.run(story())


def test_where_a_reaction_is_not_allowed_one_line_says_that_it_counted(stage: Stage, tmp_path: Path) -> None:
    refused = Fault("refuse", code=400, description="Bad Request: REACTION_INVALID")

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.world.faults.script("setMessageReaction", refused)
            stage.lin.say(stage.group, "签到")
            await bot.until(lambda: stage.said(stage.group))
            assert "林晓" in stage.said(stage.group)[0]
            assert "签好了" in stage.said(stage.group)[0]

    asyncio.run(story())


def test_too_many_requests_in_one_chat_do_not_hold_up_another(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.world.faults.script("sendMessage", Fault("too_many", seconds=30))
            stage.lin.say(stage.world.private(stage.lin), "/help")
            await bot.until(lambda: stage.world.faults.happened)
            stage.zhou.say(stage.world.private(stage.zhou), "/help")
            await bot.until(lambda: stage.said(stage.zhou))
            assert stage.said(stage.lin) == []

    asyncio.run(story())


def test_a_chat_keeps_its_order_when_it_had_to_wait(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.world.faults.script("sendMessage", Fault("too_many", seconds=1))
            stage.lin.say(stage.world.private(stage.lin), "/help")
            stage.lin.say(stage.world.private(stage.lin), "/cancel")
            await bot.until(lambda: len(stage.said(stage.lin)) == 2)
            assert "没有要取消的" in stage.said(stage.lin)[1]

    asyncio.run(story())


def test_letters_for_later_never_keep_todays_from_going_out(stage: Stage, tmp_path: Path) -> None:
    later = [Letter(stage.group.id, DeleteMessage(1), delay_s=9000)] * (IN_MEMORY + 10)
    stage.do(lambda tx: outbox.put(tx, later, int(stage.clock.now())))

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            word = stage.lin.say(stage.group, "签到")
            await bot.until(lambda: word.reactions)

    asyncio.run(story())


def test_a_group_that_moved_gets_its_letters_at_its_new_address(stage: Stage, tmp_path: Path) -> None:
    old = stage.world.group("小群", kind="group", people=stage.everyone, bot="member")
    moved = stage.world.migrate(old)
    stage.world.updates.clear()

    def prepare(tx: Tx) -> None:
        now = int(stage.clock.now())
        groups.activate(tx, old.id, old.title, Part.COMMUNITY, "Asia/Shanghai", "zh", now)
        outbox.put(tx, [Letter(old.id, SendMessage("早上好"))], now)

    stage.do(prepare)

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await bot.until(lambda: stage.said(moved))
            assert stage.said(moved) == ["早上好"]
            assert await bot.app.database.run(lambda tx: groups.by_chat(tx, old.id)) is None

    asyncio.run(story())


def test_a_bot_that_is_told_to_stop_leaves_nothing_half_sent(stage: Stage, tmp_path: Path) -> None:
    def prepare(tx: Tx) -> None:
        letters = [Letter(stage.group.id, SendMessage(f"第 {n} 条")) for n in range(30)]
        outbox.put(tx, letters, int(stage.clock.now()))

    stage.do(prepare)
    stage.world.latency_s = 0.02

    async def first() -> None:
        async with live(stage, tmp_path) as bot:
            await bot.until(lambda: len(stage.said(stage.group)) > 3)

    async def second() -> None:
        async with live(stage, tmp_path) as bot:
            assert "uncertain" not in await bot.app.database.run(letters_by_state)
            await bot.until(lambda: len(stage.said(stage.group)) == 30)

    asyncio.run(first())
    assert len(stage.said(stage.group)) < 30
    asyncio.run(second())
    assert stage.said(stage.group) == [f"第 {n} 条" for n in range(30)]


def test_a_letter_never_gets_the_number_of_one_that_is_forgotten(stage: Stage) -> None:
    def story(tx: Tx) -> None:
        outbox.put(tx, [Letter(0, AnswerCallbackQuery("7"))] * 2, 0)
        last = outbox.queued(tx, 0, 10)[-1].id
        outbox.done_with(tx, [last])
        outbox.put(tx, [Letter(0, AnswerCallbackQuery("7"))], 0)
        assert outbox.queued(tx, last, 10)

    stage.do(story)
