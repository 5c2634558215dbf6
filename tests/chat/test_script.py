"""Scripts: what a line of them says, which week is the present one, and weeks that nobody wrote."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from demo.rehearsal import DAY_S
from demo.season.cast import TIMEZONE, assemble
from demo.season.improvised import improvised
from demo.season.player import Player, landed, monday_of, week_to_play
from demo.season.quarter import week
from demo.season.script import Step, Unreadable, parse
from sandbox.world.clock import FrozenClock
from sandbox.world.messages import Message
from sandbox.world.posting import post
from sandbox.world.world import World
from tests.stage import MONDAY_9_00

MONDAY = monday_of(MONDAY_9_00)


def test_in_a_quarter_of_improvised_weeks_nothing_is_said_twice() -> None:
    said = [step.what for n in range(12) for step in improvised(n).steps if step.verb == "say" and len(step.what) > 8]
    assert len(said) > 800
    assert len(set(said)) == len(said)
    assert improvised(3) == improvised(3)


def test_a_line_of_a_script_says_who_where_and_what() -> None:
    script = parse(
        "week", "== 周一 开工\n# 一句旁白\n08:05 苏木 @挑战 图:海边 =w1 | #挑战1 收工\n 回家\n09:00 何川 罗一 >w1 👍"
    )
    assert script.titles == ("开工",)
    assert script.steps == (
        Step(0, 485, ("苏木",), place="挑战", name="w1", media=("photo", "海边"), what="#挑战1 收工\n回家"),
        Step(0, 540, ("何川", "罗一"), "react", reply="w1", what="👍"),
    )


class _Idle:
    """Nobody has to be waited for."""

    async def pass_to(self, moment: float) -> None:
        """At once."""

    async def quiet(self) -> None:
        """It is."""


def test_several_pictures_are_one_album_with_its_words_below_the_first() -> None:
    script = parse("week", "== 周一 定\n09:31 莫莉 @私聊 图:蓝夜+白雪 | 两个样子\n09:32 莫莉 @私聊 图:绿晨")
    cast = assemble(World(FrozenClock(MONDAY)))
    asyncio.run(Player(cast, _Idle()).play(script, MONDAY))
    first, second, alone = cast.world.messages(cast.world.private(cast.people["莫莉"]))
    assert first.album and first.album == second.album and not alone.album
    assert (first.text, second.text) == ("两个样子", "")


def test_the_code_of_an_event_is_read_from_where_it_was_told_to_the_staff() -> None:
    cast = assemble(World(FrozenClock(MONDAY)))
    desk = cast.world.private(cast.people["莫莉"])
    for title, code in (("夜拍工作坊", "111222"), ("雪地刹车工作坊", "482913"), ("夜拍工作坊", "333444")):
        told = Message(chat=desk, date=int(MONDAY), sender=cast.world.bot, text=f"活动 3“{title}”的签到码：{code}")
        post(cast.world, told)
    script = parse("week", "== 周一 到\n09:31 方圆 @私聊 | /here {签到码:雪地}\n09:32 方圆 @私聊 | /here {签到码:年会}")
    player = Player(cast, _Idle())
    asyncio.run(player.play(script, MONDAY))
    assert [one.text for one in cast.world.messages(cast.world.private(cast.people["方圆"]))] == ["/here 482913"]
    assert [left.step.what for left in player.skipped] == ["/here {签到码:年会}"]


def test_a_line_of_a_script_says_below_which_message_and_what_is_voted() -> None:
    script = parse(
        "week", "== 周一 定\n10:00 莫莉 @运营 ~小满_姐 按:就这么定\n10:01 何川 @核心 投:赞成\n10:02 方圆 @运营 退群"
    )
    assert script.steps == (
        Step(0, 600, ("莫莉",), "press", place="运营", what="就这么定", of="小满 姐"),
        Step(0, 601, ("何川",), "vote", place="核心", what="赞成"),
        Step(0, 602, ("方圆",), "leave", place="运营"),
    )


def test_an_unreadable_line_is_named() -> None:
    with pytest.raises(Unreadable, match="week, line 3"):
        parse("week", "== 周一 开工\n08:05 苏木 | 早\n八点半 苏木 | 早")


def test_the_present_week_is_played_while_something_of_it_is_left() -> None:
    assert week_to_play(MONDAY + 9 * 3600) == MONDAY
    assert week_to_play(MONDAY + 6 * DAY_S) == MONDAY
    assert week_to_play(MONDAY + 6 * DAY_S + 20 * 3600) == MONDAY + 7 * DAY_S


def test_what_is_done_on_the_first_of_a_month_finds_its_day_in_any_week() -> None:
    """The letters are written for on the first, which is no day of the week of its own."""
    steps = week(1).steps
    pressed = [step for step in steps if step.what == "写给 陈默"]
    assert len(pressed) == 1 and pressed[0].first
    for days, day in ((0, 1), (28, 4), (7, None)):
        found = landed(steps, datetime(2026, 11, 30, tzinfo=ZoneInfo(TIMEZONE)).timestamp() + days * 86_400)
        assert [step.day for step in found if step.first and step.verb == "press"] == ([] if day is None else [day])
        assert found == sorted(found, key=lambda step: (step.day, step.minute))
