"""Honours over real HTTP: a launch's guest, a tie that staff decide, the badge that goes with an award, a title beside a name."""

import asyncio
from datetime import timedelta
from pathlib import Path

from actions.ledger import paying
from actions.operations.audit import verify
from rules.people import Member, Role
from rules.rights import Right
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import members
from tests.chat.live import Live, live
from tests.chat.test_sanction import later, pressed
from tests.handlers.honour.test_award import FEW, voting
from tests.handlers.honour.test_award_badge import ALONG, begin, nominate, shortlisted
from tests.handlers.honour.test_me import pay, plain
from tests.handlers.honour.test_tag import allow, tag
from tests.handlers.offers.eventing import announced, labels
from tests.handlers.offers.test_launch_guest import GUESTS, KEPT
from tests.stage import Stage

MINUTE, DAY = 60, 86_400


async def says(bot: Live, stage: Stage, person: Person, words: str) -> str:
    """What the bot answers in private."""
    person.say(stage.world.private(person), words)
    await bot.quiet()
    return plain(stage.last(person).text)


async def sound(bot: Live, stage: Stage) -> None:
    """The audit finds nothing."""
    report = await bot.app.database.run(lambda tx: verify(tx, stage.programme))
    assert report.ok, report.problems


async def seated(bot: Live, stage: Stage, person: Person) -> str | None:
    """How the person stands at the event."""
    member = stage.member(person).id
    sql = "SELECT state FROM event_seat WHERE member = :member"
    found: str | None = await bot.app.database.run(lambda tx: tx.value(sql, member=member))
    return found


async def honoured(bot: Live, stage: Stage, card: Message, label: str, citation: str) -> None:
    """The owner chooses, writes the citation and gives the award."""
    await pressed(bot, stage.owner, card, label)
    await says(bot, stage, stage.owner, citation)
    await pressed(bot, stage.owner, stage.last(stage.owner), "颁奖")


def test_a_guest_of_launches_registers_a_day_before_the_others(stage: Stage, tmp_path: Path) -> None:
    stage.restart(GUESTS)
    pay(stage, stage.lin, 60)
    announced(stage, "类型：发布会", *KEPT)

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await later(bot, 3 * DAY + 5 * 3_600)
            [*_, shown] = [one for one in stage.messages(stage.group) if "看详情" in labels(one)]
            assert "这场的嘉宾，早 24 小时报名" in shown.text
            for person in (stage.zhou, stage.lin):
                await pressed(bot, person, shown, labels(shown)[0])
            assert await seated(bot, stage, stage.lin) == "seated" and await seated(bot, stage, stage.zhou) is None
            await later(bot, DAY)
            await pressed(bot, stage.zhou, shown, labels(shown)[0])
            assert await seated(bot, stage, stage.zhou) is not None, "a day later it is open to everybody"
            await sound(bot, stage)

    asyncio.run(story())


def test_a_tie_is_decided_by_staff_and_the_ceremony_says_so(stage: Stage, tmp_path: Path) -> None:
    stage.restart(FEW)
    vote = voting(stage)

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await pressed(bot, stage.zhou, vote, "何川")
            await pressed(bot, stage.he, vote, "周舟")
            await later(bot, timedelta(days=7, hours=11, minutes=14).total_seconds())
            assert "票数一样，由版主来定" in vote.text and not vote.buttons
            [counted] = [one for one in stage.messages(stage.staff) if "计票完成" in one.text]
            await honoured(bot, stage, counted, "周舟", "半夜有人求助，总有他。")
            told = plain(stage.last(stage.group).text)
            assert "“年度热心用户”：周舟" in told and "投票打了平手，各 1 票，最后由版主定的" in told
            await sound(bot, stage)

    asyncio.run(story())


def test_a_badge_comes_with_an_award_and_goes_with_it(stage: Stage, tmp_path: Path) -> None:
    stage.restart(ALONG)
    begin(stage, "荣誉大使")
    nominate(stage, stage.lin, stage.he)
    card = shortlisted(stage, "何川")

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await honoured(bot, stage, card, "写颁奖词", "总有他。")
            assert "奖章“特别致谢”也归" in stage.last(stage.group).text
            assert "跟着 2026 年的“荣誉大使”一起给你的" in await says(bot, stage, stage.he, "/why 特别致谢")
            await pressed(bot, stage.owner, stage.last(stage.staff), "收回这个奖")
            assert "奖章“特别致谢”也一起收回" in await says(bot, stage, stage.owner, "弄错人了")
            await pressed(bot, stage.owner, stage.last(stage.owner), "就这么发")
            assert "特别致谢" not in await says(bot, stage, stage.he, "/badges")
            await sound(bot, stage)

    asyncio.run(story())


def test_a_title_beside_a_name_changes_in_the_chat_with_what_one_is(stage: Stage, tmp_path: Path) -> None:
    allow(stage, {Right.TAGS})
    lin = stage.member(stage.lin)

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            for much, title in ((60, "活跃车友"), (240, "资深玩家")):
                await earned(bot, stage, lin, much)
                await minutes(bot)
                assert stage.lin.say(stage.group, "今天的晚霞真好").sender_tag == title, "as everybody reads it"
            await bot.app.database.run(lambda tx: members.give_role(tx, lin.id, Role.MENTOR, None, 1))
            await minutes(bot)
            assert stage.lin.say(stage.group, "谁想一起拍夜景？").sender_tag == "导师"
            await says(bot, stage, stage.lin, "/tag off")
            await minutes(bot)
            assert tag(stage, stage.lin) == "" and stage.said(stage.group) == []

    asyncio.run(story())


async def earned(bot: Live, stage: Stage, member: Member, points: int) -> None:
    """They have so many points more."""
    occasion = stage.occasion()
    await bot.app.database.run(lambda tx: paying.give(tx, member, "grant", points, occasion, points=points))


async def minutes(bot: Live) -> None:
    """A few of them, in which titles are looked at."""
    for _ in range(3):
        await later(bot, MINUTE)
