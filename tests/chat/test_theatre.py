"""What the page's clock and its buttons do with a season: played, stopped, moved on, and told what was left out."""

import asyncio
from pathlib import Path

import pytest

from demo.demo import Theatre
from demo.rehearsal import DAY_S, next_board
from demo.season.quarter import BUSY, WEEKS
from demo.season.script import load, parse
from tests.chat.seasons import MONDAY, heard, season


def test_a_week_that_was_stopped_goes_on_and_the_next_one_is_another(tmp_path: Path) -> None:
    async def story() -> None:
        async with season(tmp_path) as (cast, rehearsal, player):
            theatre = Theatre(cast, rehearsal, player)
            assert theatre._script().name == WEEKS[0]
            cast.world.advance(2 * DAY_S)
            assert theatre._script().name == WEEKS[0]
            played = [WEEKS[0]]
            for _ in WEEKS:
                cast.world.advance(7 * DAY_S)
                played.append(theatre._script().name)
            assert played == [*WEEKS, f"improvised-{len(WEEKS) - len(BUSY)}"]

    asyncio.run(story())


def test_the_clock_stops_for_every_job_on_the_way_to_sunday(tmp_path: Path) -> None:
    async def story() -> None:
        async with season(tmp_path) as (cast, rehearsal, _):
            await rehearsal.pass_to(next_board(cast.world.clock.now()))
            assert cast.world.clock.now() == MONDAY + 6 * DAY_S + (20 * 60 + 10) * 60
            seals = await rehearsal.app.database.run(lambda tx: tx.value("SELECT count(*) FROM seal"))
            assert seals == 7, "one for each morning"

    asyncio.run(story())


def test_the_page_plays_a_week_stops_it_and_moves_the_clock(tmp_path: Path) -> None:
    async def story() -> None:
        async with season(tmp_path) as (cast, rehearsal, player):
            theatre = Theatre(cast, rehearsal, player)
            told = cast.world.listen()
            assert await theatre.season({"action": "play-week", "speed": 1000}) == {"playing": True}
            days = set()
            while 2 not in days:
                event = await asyncio.wait_for(told.get(), 10)
                days.add(event.data.get("day"))
            assert await theatre.season({"action": "stop"}) == {"playing": False}
            assert cast.world.scenario["playing"] is False
            now = cast.world.clock.now()
            assert await theatre.advance({"seconds": 3600}) == {"now": int(now + 3600)}
            sunday = MONDAY + 6 * DAY_S + (20 * 60 + 10) * 60
            assert await theatre.advance({"to": "sunday-board"}) == {"now": int(sunday)}
            with pytest.raises(LookupError):
                await theatre.advance({"seconds": -1})
            with pytest.raises(LookupError):
                await theatre.season({"action": "dance"})

    asyncio.run(story())


def test_a_fresh_community_reaches_its_best_assist_when_time_goes_on_to_sunday(tmp_path: Path) -> None:
    async def story() -> None:
        async with season(tmp_path) as (cast, rehearsal, player):
            await player.play(load("first"), MONDAY, MONDAY + DAY_S)
            theatre = Theatre(cast, rehearsal, player)
            await theatre.advance({"seconds": DAY_S})
            assert any(message.sender is cast.people["白鹿"] for message in cast.world.messages(cast.community))
            await theatre.advance({"to": "sunday-board"})
            assert sum("本周最佳助攻" in text for text in heard(cast)) == 1
            assert sum("周榜" in text for text in heard(cast)) == 1
            assert cast.world.scenario["playing"] is False

    asyncio.run(story())


def test_what_a_missing_feature_prevents_is_left_out_and_said(tmp_path: Path) -> None:
    async def story() -> None:
        async with season(tmp_path) as (_, _, player):
            script = parse(
                "odd", "== 周一 怪事\n09:00 莫莉 @运营 按:没有这个按钮\n09:01 林晓满 | 早\n09:02 何川 >gone | 啊？"
            )
            await player.play(script, MONDAY)
            assert player.done == 1
            assert [left.step.who for left in player.skipped] == [("莫莉",), ("何川",)]

    asyncio.run(story())
