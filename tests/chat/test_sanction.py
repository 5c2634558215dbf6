"""Fair order over real HTTP: a mute from the report that led to it to its silent end, and what it never touches."""

import asyncio
from pathlib import Path

from actions.operations.audit import verify
from rules.ledger.ledger import Balance
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.ledger import ledger
from tests.chat.live import Live, live
from tests.stage import Stage

MINUTE, HOUR = 60, 3_600
CHECKIN = 2
LINK = "二手机脚垫，便宜出：https://ershou.example/mats"


async def pressed(bot: Live, person: Person, message: Message, label: str) -> str:
    """What the toast says, after everything has followed."""
    query = person.press(message, label)
    await bot.until(lambda: bot.world.presses[query].answer)
    await bot.quiet()
    answer = bot.world.presses[query].answer
    assert answer
    return answer.text


async def later(bot: Live, seconds: float) -> None:
    """Time passes, and what is due then runs."""
    bot.world.advance(seconds)
    await bot.app.tick()
    await bot.quiet()


async def balance(bot: Live, stage: Stage, person: Person) -> Balance:
    """What the person has."""
    member = stage.member(person)
    return await bot.app.database.run(lambda tx: ledger.balance(tx, member.id))


def ends(stage: Stage, person: Person) -> float | None:
    """Until when Telegram keeps the person from writing (UTC seconds); None when it does not."""
    standing = stage.group.current(person.id, stage.clock.now())
    return standing.until if standing and standing.status == "restricted" else None


async def muted(bot: Live, stage: Stage, word: Message) -> None:
    """The moderator answers the message with a reason, chooses the clause and presses what stands on the card."""
    stage.mo.say(stage.group, "/mute 2h 一早上发了三次卖货链接", reply_to=word)
    await bot.until(lambda: stage.whispers(stage.mo))
    card = stage.whispers(stage.mo)[-1]
    assert "先点是哪一条公约" in await pressed(bot, stage.mo, card, "禁言 2 小时")
    await pressed(bot, stage.mo, card, "真诚分享")
    await pressed(bot, stage.mo, card, "禁言 2 小时")


async def reported(bot: Live, stage: Stage, word: Message) -> None:
    """A member shows the message; staff see it, nobody else sees that it was shown."""
    call = stage.lin.say(stage.group, "/report 第三次了", reply_to=word)
    await bot.until(lambda: stage.said(stage.staff))
    await bot.quiet()
    shown = stage.last(stage.staff).text
    assert LINK in shown and "第三次了" in shown
    assert call.deleted and "我只转给版主" in stage.whispers(stage.lin)[-1].text


async def appealed(bot: Live, stage: Stage, told: Message) -> Message:
    """One button, and words that follow; the card in the staff group."""
    await pressed(bot, stage.zhou, told, "申诉")
    stage.zhou.say(stage.world.private(stage.zhou), "是我自己的旧脚垫")
    await bot.quiet()
    await pressed(bot, stage.zhou, stage.last(stage.zhou), "就这么发")
    case = stage.last(stage.staff)
    assert "TA 说：是我自己的旧脚垫" in case.text
    return case


async def lived(bot: Live, stage: Stage) -> None:
    """Given at nine for two hours, halved after twenty minutes: it ends at ten past ten."""
    zhou, began = stage.zhou, int(stage.clock.now())
    zhou.say(stage.group, "签到")
    word = zhou.say(stage.group, LINK)
    await bot.quiet()
    await reported(bot, stage, word)
    await muted(bot, stage, word)
    told = stage.last(zhou)
    assert "公约第 1 条“真诚分享”：一早上发了三次卖货链接" in told.text and "11:00" in told.text
    assert ends(stage, zhou) == began + 2 * HOUR
    await later(bot, 20 * MINUTE)
    case = await appealed(bot, stage, told)
    assert "没参与的另一位" in await pressed(bot, stage.mo, case, "剩下的缩短一半")
    assert ends(stage, zhou) == began + 2 * HOUR
    await pressed(bot, stage.owner, case, "剩下的缩短一半")
    assert "剩下的时间缩短一半，到11月16日 10:10" in stage.last(zhou).text
    assert ends(stage, zhou) == began + 70 * MINUTE


def test_reported_muted_appealed_halved_and_over_without_a_word(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await lived(bot, stage)
            said = stage.said(stage.zhou)
            await later(bot, 50 * MINUTE + 1)
            assert ends(stage, stage.zhou) is None
            assert stage.said(stage.zhou) == said
            assert stage.said(stage.group) == [], "nobody else heard of it"
            stage.zhou.say(stage.group, "回来了")
            await bot.quiet()
            assert (await balance(bot, stage, stage.zhou)).free == CHECKIN
            report = await bot.app.database.run(lambda tx: verify(tx, stage.programme))
            assert report.ok, report.problems

    asyncio.run(story())
