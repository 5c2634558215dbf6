"""The whole loop, played in the browser as a person would, with the real bot behind the page."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, expect

from demo.demo import Theatre
from demo.rehearsal import found_brand, rehearsing
from demo.season.brand import programme_of
from demo.season.cast import Cast, assemble
from demo.season.player import Player, monday_of
from demo.season.script import parse
from sandbox.api.server import serve
from sandbox.world.clock import FrozenClock
from sandbox.world.world import World
from storage.engine.sqlite import Sqlite
from tests.stage import MONDAY_9_00
from tests.web.conftest import PATIENCE_MS, Screen, visiting

PAST = """== 周一 开张
06:00 顾小北 罗一 苏木 许瑞秋 莫莉 沈星宇 林晓满 高鹏 @私聊 | /start
06:10 顾小北 罗一 苏木 许瑞秋 莫莉 沈星宇 林晓满 高鹏 @私聊 按:我同意
06:20 莫莉 @运营 | /newchallenge
 标题：一张照片，拍下你每天的路
 类型：标准
 赛道：摄影
 积分：60
 截止：10天
 说明：真实的用车日常。
 步骤：
 车要出现在画面里
06:21 莫莉 @运营 按:发布
06:30 沈星宇 @私聊 | /newreward
 标题：车友会刺绣贴纸
 分层：入门好礼
 类型：实物
 积分：30
 库存：1
 说明：贴在水杯上刚刚好。
06:31 沈星宇 @私聊 按:上架
08:00 夏天 进群
08:05 林晓满 =dawn | 今早滨江的日出，机位在芦苇荡观景台
08:06 高鹏 >dawn | 谢谢 有厕所这条最要紧
08:07 罗一 >dawn | 谢谢 我也要去
08:08 苏木 >dawn | 谢谢晓满，机位讲得真细
"""
BUSY_MS = 30_000
WEEK_MS = 150_000
Played = Callable[[Cast, Screen], Coroutine[object, object, None]]


@pytest.fixture
def demo(browser: Browser, loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Iterator[Callable[[Played, str], None]]:
    """Runs a story in front of a small demo."""

    expect.set_options(timeout=BUSY_MS)

    def run(story: Played, width: str) -> None:
        async def told() -> None:
            monday = monday_of(MONDAY_9_00)
            cast = assemble(World(FrozenClock(monday)))
            cast.world.limits.enforced = False
            database, programme = Sqlite(tmp_path / "kocbot.db"), programme_of(cast)
            found_brand(database, cast, programme)
            async with serve(cast.world) as server, rehearsing(server, database, programme) as rehearsal:
                player = Player(cast, rehearsal)
                await player.play(parse("past", PAST), monday)
                assert player.skipped == []
                theatre = Theatre(cast, rehearsal, player)
                cast.world.hooks |= {"advance": theatre.advance, "season": theatre.season}
                async with visiting(browser, server.url, width) as screen:
                    screen.page.set_default_timeout(BUSY_MS)
                    await story(cast, screen)
                await theatre.stop()

        loop.run_until_complete(told())

    yield run
    expect.set_options(timeout=PATIENCE_MS)


async def into(cast: Cast, screen: Screen, name: str, place: str) -> None:
    """Become somebody and go to a topic or chat."""
    person = cast.people[name]
    await screen.become(person)
    chat, topic = cast.place(place, person)
    await screen.open(chat)
    if topic is not None:
        await screen.by(f"topic-{topic.id}").click()


async def press(screen: Screen, *labels: str) -> None:
    """Press the latest button of each name, one after the other."""
    for label in labels:
        await screen.page.get_by_role("button", name=label, exact=True).last.click()


async def reply(screen: Screen, to: str, text: str) -> None:
    """Answer the message that says `to`; the first of them, for later ones quote it."""
    await screen.bubble(to).first.locator(".bubble").click(button="right")
    await screen.by("menu-reply").click()
    await screen.say(text)


def reactions(screen: Screen, text: str) -> Locator:
    """What stands under one's own message that says `text`."""
    mine = screen.page.locator("article.message.is-mine").filter(has_text=text)
    return mine.first.locator("[data-testid^=reactions-]")


async def covenant_and_check_in(cast: Cast, screen: Screen) -> None:
    await into(cast, screen, "夏天", "签到")
    await screen.say("签到")
    await press(screen, "我同意")
    await expect(screen.page.get_by_role("button", name="我同意", exact=True)).to_have_count(0)
    await expect(reactions(screen, "签到")).to_be_visible()


async def question_answer_thanks(cast: Cast, screen: Screen) -> None:
    await into(cast, screen, "顾小北", "提问")
    await screen.say("#提问 洗车的时候要不要关自动雨刮？")
    await expect(screen.bubble("记下了")).to_be_visible()
    await into(cast, screen, "罗一", "提问")
    await reply(screen, "#提问 洗车", "要，下拉菜单里有洗车模式")
    await into(cast, screen, "顾小北", "提问")
    await reply(screen, "要，下拉菜单", "采纳")
    await expect(screen.bubble("解决了，采纳")).to_contain_text("罗一")
    await into(cast, screen, "苏木", "提问")
    await reply(screen, "要，下拉菜单", "谢谢 洗车模式藏得太深了")
    await expect(reactions(screen, "藏得太深")).to_contain_text("🤝")


async def work_and_review(cast: Cast, screen: Screen) -> None:
    await into(cast, screen, "苏木", "挑战")
    await screen.by("attach").click()
    await screen.by("sample-camp").click()
    await screen.by("composer").fill("#挑战1 雨天的红灯")
    await screen.by("send").click()
    await expect(reactions(screen, "雨天的红灯")).to_contain_text("👀")
    await into(cast, screen, "许瑞秋", "运营")
    await press(screen, "我来看")
    await press(screen, "用光讲究")
    await expect(screen.page.get_by_role("button", name="✓ 用光讲究")).to_be_visible()
    await press(screen, "通过")
    await expect(screen.bubble("许瑞秋 通过").or_(screen.bubble("+60 分"))).to_be_visible()
    await into(cast, screen, "苏木", "私聊")
    await expect(screen.bubble("用光讲究")).to_contain_text("60")


async def redeeming(cast: Cast, screen: Screen) -> None:
    await into(cast, screen, "苏木", "私聊")
    await screen.say("商城")
    await press(screen, "车友会刺绣贴纸 · 30 分", "兑换 · 30 分", "确认兑换")
    await expect(screen.bubble("寄到哪里")).to_be_visible()
    await screen.say("杭州市西湖区文三路 1 号，苏木，137 0000 0000")
    await press(screen, "对了")
    await into(cast, screen, "莫莉", "运营")
    await press(screen, "我来处理")
    await press(screen, "已发出")
    await expect(screen.page.get_by_role("button", name="已发出", exact=True)).to_have_count(0)
    await into(cast, screen, "苏木", "私聊")
    await expect(screen.bubble("“车友会刺绣贴纸”寄出了")).to_be_visible()
    await press(screen, "已收到")
    await expect(screen.bubble("· 已收到")).to_be_visible()


async def sunday(cast: Cast, screen: Screen) -> None:
    """The rest of the week is lived through; board and best assist are announced, nobody had to be somebody else."""
    await into(cast, screen, "夏天", "公告")
    await screen.by("advance-sunday" if await screen.by("skip").is_hidden() else "skip").click()
    if await screen.by("skip-sheet").is_visible():
        await screen.by("advance-sunday").click()
    await expect(screen.by("clock")).to_contain_text("20:10", timeout=WEEK_MS)
    await expect(screen.by("clock")).to_contain_text("周日")
    await expect(screen.bubble("周榜")).to_contain_text("罗一")
    award = screen.bubble("本周最佳助攻")
    await expect(award).to_contain_text("林晓满")
    await expect(award).to_contain_text("机位讲得真细")


def test_the_loop_can_be_played_by_anyone_in_the_browser(demo: Callable[[Played, str], None], width: str) -> None:
    async def story(cast: Cast, screen: Screen) -> None:
        await covenant_and_check_in(cast, screen)
        await question_answer_thanks(cast, screen)
        await work_and_review(cast, screen)
        await redeeming(cast, screen)
        await sunday(cast, screen)

    demo(story, width)


async def desk(cast: Cast, screen: Screen) -> None:
    """A moderator returns a work, awards somebody and looks at their card and log."""
    await into(cast, screen, "高鹏", "挑战")
    await screen.by("attach").click()
    await screen.by("sample-rain").click()
    await screen.by("composer").fill("#挑战1 每天的路口")
    await screen.by("send").click()
    await expect(reactions(screen, "每天的路口")).to_contain_text("👀")
    await into(cast, screen, "莫莉", "运营")
    await press(screen, "我来看", "退回修改")
    await expect(screen.page.get_by_role("status").filter(has_text="改进建议")).to_be_visible()
    await press(screen, "画面可以再亮些", "退回修改")
    await expect(screen.bubble("第 1 版）")).to_contain_text("画面可以再亮些")
    await screen.say("/grant @lin_xiaoman 20 清早替大家看好机位")
    await expect(screen.bubble("+20 分：清早替大家看好机位")).to_be_visible()
    await screen.say("/member @lin_xiaoman")
    await expect(screen.bubble("群里发言")).to_contain_text("林晓满")
    await screen.say("/log")
    await expect(screen.bubble("团队最近的操作")).to_contain_text("奖励或扣减")
    await into(cast, screen, "高鹏", "私聊")
    await expect(screen.bubble("再打磨一下")).to_contain_text("画面可以再亮些")


async def office(cast: Cast, screen: Screen) -> None:
    """The owner sets up a new group, puts up a reward at the second attempt, and reads the help."""
    owner = cast.people["沈星宇"]
    await screen.become(owner)
    await screen.open(next(chat for chat in cast.world.chats.values() if chat.title == "周末自驾小分队"))
    await screen.by("phrase-/setup").click()
    await press(screen, "社群（大家聊天、攒积分）")
    await expect(screen.bubble("用途：社群")).to_be_visible()
    await into(cast, screen, "沈星宇", "私聊")
    await screen.say("/help")
    await expect(screen.bubble("团队能用的都在这里")).to_contain_text("/newreward")
    await screen.by("composer").fill("/newreward\n标题：车载香薰\n分层：入门好礼\n类型：实物\n积分：随便\n库存：5")
    await screen.by("send").click()
    await expect(screen.bubble("处").last).to_contain_text("随便")
    await screen.say("积分：80")
    await press(screen, "上架")
    await expect(screen.bubble("上架了，80 分")).to_be_visible()


def test_moderator_and_owner_do_their_work_on_a_phone(demo: Callable[[Played, str], None]) -> None:
    async def story(cast: Cast, screen: Screen) -> None:
        await desk(cast, screen)
        await office(cast, screen)

    demo(story, "phone")
