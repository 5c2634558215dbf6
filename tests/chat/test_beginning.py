"""How a bot begins: who owns it, which menus it shows, what it may do in its groups."""

import asyncio
import re
from pathlib import Path

from rules.operations.doctor import PRIVACY
from rules.people import Role
from rules.rights import BotStanding, Right
from storage import facts, groups, members, rights
from tests.chat.live import live
from tests.databases import change
from tests.stage import Stage


def disown(stage: Stage) -> None:
    owner = stage.member(stage.owner)
    stage.do(lambda tx: members.take_role(tx, owner.id, Role.OWNER))


def test_the_first_start_prints_a_link_and_whoever_opens_it_owns_the_bot(stage: Stage, tmp_path: Path) -> None:
    disown(stage)
    said: list[str] = []

    async def story() -> None:
        async with live(stage, tmp_path, say=said.append) as bot:
            link = re.search(r"https://t\.me/kocbot\?start=(claim-\S+)", "\n".join(said))
            assert link and "还没有主理人" in said[0]
            stage.owner.start(link[1])
            await bot.until(lambda: any("主理人" in text for text in stage.said(stage.owner)))
        said.clear()
        async with live(stage, tmp_path, say=said.append):
            assert not any("claim" in text for text in said)

    asyncio.run(story())


def test_the_rules_in_force_are_kept_at_every_start_once(stage: Stage, tmp_path: Path) -> None:
    change(stage.connection, "DELETE FROM programme")

    async def story() -> None:
        for _ in range(2):
            async with live(stage, tmp_path) as bot:
                kept = await bot.app.database.run(lambda tx: tx.all("SELECT version, body FROM programme"))
                assert [(row.version, row.body) for row in kept] == [(stage.programme.version, stage.programme.paying)]

    asyncio.run(story())


def test_menus_are_shown_in_the_language_of_each_and_fit_what_each_may_do(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await bot.quiet()

    asyncio.run(story())
    menus = stage.world.menus
    chinese = dict(menus.shown_in(stage.lin.id, stage.lin.id, "zh", private=True, admin=False))
    english = dict(menus.shown_in(stage.lin.id, stage.lin.id, "en", private=True, admin=False))
    assert chinese["checkin"] == "每日签到"
    assert english.keys() == chinese.keys()
    assert english["checkin"] != chinese["checkin"]
    assert "doctor" not in chinese
    desk = dict(menus.shown_in(stage.staff.id, stage.mo.id, "zh", private=False, admin=False))
    owner = dict(menus.shown_in(stage.owner.id, stage.owner.id, "zh", private=True, admin=False))
    assert "doctor" in desk
    assert "setup" not in desk
    assert {"setup", "doctor", "checkin"} <= owner.keys()


def test_the_bot_learns_its_rights_at_start_and_after_a_change(stage: Stage, tmp_path: Path) -> None:
    group = stage.community()

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            run = bot.app.database.run
            while (told := await run(lambda tx: rights.of_group(tx, group.id))) is None:
                await asyncio.sleep(0.02)
            assert told.standing is BotStanding.ADMINISTRATOR
            assert Right.DELETE in told.rights
            assert await run(lambda tx: facts.get(tx, PRIVACY)) in ("on", "off")
            stage.world.demote(stage.group, stage.world.bot)
            await bot.quiet()
            assert await run(lambda tx: rights.of_group(tx, group.id)) is None
            await bot.app.doctor.look(int(stage.clock.now()))
            told = await run(lambda tx: rights.of_group(tx, group.id))
            assert told is not None
            assert (told.standing, told.rights) == (BotStanding.MEMBER, frozenset())
            assert await run(lambda tx: groups.by_chat(tx, stage.group.id))

    asyncio.run(story())
