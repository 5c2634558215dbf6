"""A rehearsal: the real bot, over real HTTP, in a world whose clock can be moved; it lives through all that comes due."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from actions.operations import roles, setup
from bot.database import transact
from bot.delivery.pace import Limits
from bot.start.app import App, Wiring
from demo.season.cast import TIMEZONE, Cast
from rules.occasion import Occasion
from rules.people import Part, Purpose, Role
from rules.programme.programme import Programme
from rules.talk import Said
from sandbox.api.server import Server
from sandbox.world.chats import Chat
from sandbox.world.world import World
from storage import homes, members, unheard
from storage.engine.engine import Engine
from storage.engine.tx import Tx
from storage.post import outbox

UNHURRIED = Limits(overall_per_s=1000, chat_per_s=1000, group_per_min=100_000)
DAY_S = 86_400
OFTEN_S = 3 * 3600
HEARD_WITHIN_S = 150
LONG_AGO_S = 60 * DAY_S
MESSAGES_BEFORE, GUESTS_BEFORE = 40, 20
BOARD_WEEKDAY, BOARD_HOUR, BOARD_MINUTE = 6, 20, 10
PATIENCE_S = 10.0
LOOKS_AGAIN_S = 0.004
PURPOSES = {
    "公告": Purpose.ANNOUNCEMENTS,
    "提问": Purpose.QUESTIONS,
    "签到": Purpose.CHECKINS,
    "挑战": Purpose.CHALLENGES,
}
ROLES = {"莫莉": Role.MODERATOR, "许瑞秋": Role.REVIEWER, "周建国": Role.MENTOR}


class Ended(Exception):
    """The bot has stopped in the middle of the rehearsal."""


@dataclass
class Rehearsal:
    """A running bot and its world."""

    app: App
    world: World
    task: asyncio.Task[None]
    _moving: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def pass_to(self, moment: float) -> None:
        """Go on to that time; each job that comes due on the way runs at its own time."""
        async with self._moving:
            if moment - self.world.clock.now() > HEARD_WITHIN_S:
                await self.quiet()
            while (due := await self._next_due(moment)) is not None:
                await self._jump(due)
                await self.app.tick()
                await self.quiet()
            await self._jump(moment)
            await self.app.tick()
        await self.quiet()

    @contextmanager
    def uncounted(self) -> Iterator[None]:
        """While the block runs nobody counts what the bot says in a minute: weeks go by in one."""
        self.world.limits.enforced = False
        self.app.delivery.limit(UNHURRIED)
        try:
            yield
        finally:
            self.app.delivery.limit(self.app.wiring.limits)
            self.world.limits.enforced = True

    async def quiet(self, within_s: float = PATIENCE_S) -> None:
        """Wait until everything that came in is handled and everything due is sent, but not for ever."""
        until = asyncio.get_running_loop().time() + within_s
        changed = self.app.database.changed
        while True:
            changed.clear()
            if not len(self.world.updates) and not await self._unsettled():
                return
            if self.task.done():
                self.task.result()
                raise Ended
            if asyncio.get_running_loop().time() > until:
                return
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOKS_AGAIN_S):
                    await changed.wait()

    async def _unsettled(self) -> int:
        now = int(self.world.clock.now())
        return await self.app.database.run(lambda tx: outbox.outstanding(tx, now))

    async def _jump(self, moment: float) -> None:
        """The clock is moved, but the bot has listened all along: nobody's day is passed over by it."""
        if moment > self.world.clock.now():
            await self.app.database.run(lambda tx: unheard.listens(tx, int(moment)))
            self.world.advance(max(moment - self.world.clock.now(), 0))
            self.app.delivery.wake()  # what waits for its time naps by a real clock

    async def _next_due(self, moment: float) -> int | None:
        """When the next job comes due before `moment`; those of every hour or so run a few times a day."""
        now = int(self.world.clock.now())

        def times(tx: Tx) -> list[int]:
            schedule, found = self.app.schedule, []
            for job, scope in schedule.scopes(tx):
                due = schedule.next_after(job, scope, now)
                if due and due < moment:
                    following = schedule.next_after(job, scope, due)
                    found += [due] if following is None or following - due > OFTEN_S else []
            return found

        stops = await self.app.database.run(times)
        return min([*stops, now + OFTEN_S] if now + OFTEN_S < moment else stops, default=None)


@asynccontextmanager
async def rehearsing(
    server: Server, database: Engine, programme: Programme, limits: Limits = UNHURRIED
) -> AsyncIterator[Rehearsal]:
    """The bot of that brand on that database, while the block runs."""
    world = server.world
    app = App(programme, Wiring(world.token, server.url, database, world.clock, limits=limits, poll_s=20))
    task = asyncio.create_task(app.run())
    try:
        while not (hasattr(app, "intake") and server.bot_api.calls["getupdates"]):
            if task.done():
                task.result()
                raise Ended
            await asyncio.sleep(0.01)
        await app.tick()
        yield Rehearsal(app, world, task)
    finally:
        app.stop()
        await asyncio.wait([task], timeout=15)


def found_brand(database: Engine, cast: Cast, programme: Programme) -> None:
    """In an empty database the owner has given every chat its part and people their roles; the covenant is still to come."""
    with closing(database.open()) as connection:
        transact(connection, lambda tx: _settle(tx, cast, programme))


def _settle(tx: Tx, cast: Cast, programme: Programme) -> None:
    now = int(cast.world.clock.now())
    occasion = Occasion(now, programme, timezone=programme.brand.timezone)
    owner = members.remember(tx, cast.people["沈星宇"].id, "沈星宇", "shenxingyu", "zh", now - LONG_AGO_S)
    members.give_role(tx, owner.id, Role.OWNER, None, now)
    parts = {Part.COMMUNITY: cast.community, Part.CORE: cast.core, Part.STAFF: cast.staff, Part.CHANNEL: cast.channel}
    abroad = setup.activate(tx, owner, cast.english.id, cast.english.title, Part.COMMUNITY, occasion)
    setup.set_locale(tx, owner, abroad.id, "en", occasion)
    _remember(tx, cast.english, abroad.id, now, "en")
    for part, chat in parts.items():
        group = setup.activate(tx, owner, chat.id, chat.title, part, occasion)
        if part is Part.COMMUNITY:
            for topic in chat.topics.values():
                if topic.name in PURPOSES:
                    setup.bind_topic(tx, owner, group.id, PURPOSES[topic.name], topic.id, occasion)
            _remember(tx, cast.community, group.id, now, "zh")
    for name, role in ROLES.items():
        known = members.by_telegram_id(tx, cast.people[name].id)
        assert known is not None
        roles.appoint(tx, owner, frozenset({Role.OWNER}), known, role, occasion)


def _remember(tx: Tx, chat: Chat, group: int, now: int, locale: str) -> None:
    """Those who are in the chat have been here long and have talked every few days since; guests of another language less."""
    for person in (membership.person for membership in chat.members.values() if not membership.person.is_bot):
        member = members.remember(
            tx, person.id, person.name, person.username, person.language_code[:2], now - LONG_AGO_S
        )
        times = MESSAGES_BEFORE if member.locale == locale else GUESTS_BEFORE
        for ago in range(LONG_AGO_S, 0, -LONG_AGO_S // times):
            at = now - ago
            members.wrote_in(tx, group, member.id, Said(datetime.fromtimestamp(at, ZoneInfo(TIMEZONE)).date()), at)
        homes.settle(tx, member.id)


def next_board(now: float) -> float:
    """The next Sunday evening at which the week's boards have been posted (UTC seconds)."""
    local = datetime.fromtimestamp(now, ZoneInfo(TIMEZONE))
    board = local.replace(hour=BOARD_HOUR, minute=BOARD_MINUTE, second=0, microsecond=0).timestamp()
    board += (BOARD_WEEKDAY - local.weekday()) * DAY_S
    return board if board > now else board + 7 * DAY_S
