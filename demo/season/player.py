"""The player: lets the cast live through a script, with whatever bot is there; knows no web page and no bot's code."""

from __future__ import annotations

import asyncio
import logging
import math
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from msgspec import Struct

from demo.season.cast import STAFF, TIMEZONE, Cast
from demo.season.landmarks import Landmark, landmark
from demo.season.script import Script, Step
from rules.values import replace
from sandbox.world.chats import Chat
from sandbox.world.events import Event
from sandbox.world.messages import Message
from sandbox.world.people import Person
from sandbox.world.refusals import Impossible

log = logging.getLogger("demo.season")
DAY_S = 86_400
LOOKED_BACK = 400
CODE = "签到码:"
_TITLE = re.compile(r"\{([^}]+)\}")
PLAYED_UNTIL_S = 6 * DAY_S + 20 * 3600


class Living(Protocol):
    """Lets time pass, and lets the bot keep up with it."""

    async def pass_to(self, moment: float) -> None:
        """Go on to that time (UTC seconds); everything due on the way happens in order."""

    async def quiet(self) -> None:
        """Wait until the bot has said what it has to say."""


class Skipped(Struct, frozen=True):
    """A step that could not be done, and why."""

    step: Step
    why: str


@dataclass(slots=True)
class Player:
    """Plays scripts. The same seed, the same seconds; `breath_s` is real time between two steps, for who watches."""

    cast: Cast
    living: Living
    seed: int = 0
    breath_s: float = 0.0
    done: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    landmarks: list[Landmark] = field(default_factory=list)
    _begun: float | None = None
    _named: dict[str, Message] = field(default_factory=dict)
    _serial: int = 0

    async def play(self, script: Script, monday: float, until: float = math.inf) -> None:
        """Live through the week that begins at `monday` (midnight, UTC seconds); what lies before now is left out.

        What comes after `until` is left for later.
        """
        dice = random.Random(f"{self.seed}{script.name}")
        steps = landed(script.steps, monday)
        moments = [monday + step.day * DAY_S + step.minute * 60 + dice.uniform(0, 40) for step in steps]
        self._serial += 1
        self._begun = monday if self._begun is None else self._begun
        week = 1 + round((monday - self._begun) / (7 * DAY_S))
        now = self.cast.world.clock.now()
        day = -1
        for step, moment in zip(steps, moments, strict=True):
            if moment <= now or moment > until:
                continue
            if step.day != day:
                day = step.day
                self.tell(playing=True, title=script.titles[day], day=day + 1)
            await self.living.pass_to(moment)
            await self._take(step, dice)
            if step.mark:
                await self._mark(step, week, script.titles[step.day])
        await self.living.quiet()
        self.tell(playing=False)

    def tell(self, *, playing: bool, title: str = "", day: int = 0) -> None:
        """Tell the page which day is being played."""
        seen = [one.wire() for one in self.landmarks]
        told: dict[str, object] = {"playing": playing, "title": title, "day": day, "landmarks": seen}
        self.cast.world.scenario = told
        self.cast.world.emit(Event("season", data=dict(told)))

    async def _take(self, step: Step, dice: random.Random) -> None:
        if step.verb in ("press", "react", "vote") or step.of:
            await self.living.quiet()
        for name in step.who:
            try:
                self._act(step, self.cast.people[name])
                self.done += 1
            except (LookupError, Impossible) as why:
                log.info("skipped %s %s: %s", name, step, why)
                self.skipped.append(Skipped(step, str(why)))
            if self.breath_s:
                await asyncio.sleep(self.breath_s * dice.uniform(0.6, 1.4) / len(step.who))
        if not self.breath_s and step.verb != "say":
            await self.living.quiet()

    async def _mark(self, step: Step, week: int, title: str) -> None:
        """What the step has brought is there, and the page's list leads to it."""
        await self.living.quiet()
        person, said = self.cast.people[step.who[0]], self._named.get(step.name or step.reply)
        try:
            self.landmarks.append(landmark(self.cast, step, person, said, week=week, title=title))
        except LookupError as why:
            self.skipped.append(Skipped(step, str(why)))

    def _act(self, step: Step, person: Person) -> None:
        reply = self._named[step.reply] if step.reply else None
        match step.verb:
            case "say":
                said = self._say(step, person, reply)
                if step.name:
                    self._named[step.name] = said
            case "react":
                assert reply is not None
                person.react(reply, step.what)
            case "press":
                chat, _ = self.cast.place(step.place, person)
                message, where = button(chat, step.what, person, step.of)
                person.press(message, where)
            case "vote":
                _vote(self.cast.place(step.place, person)[0], person, step.what)
            case "leave":
                person.leave(self.cast.place(step.place, person)[0])
            case "join":
                _join(self.cast.place(step.place, person)[0], person)

    def _say(self, step: Step, person: Person, reply: Message | None) -> Message:
        if step.of and reply is None:
            reply = _speaks_of(self.cast.place(step.place, person)[0], step.of)
        if reply is not None:
            chat, topic = reply.chat, reply.topic
        else:
            chat, topic = self.cast.place(step.place, person)
        text = _TITLE.sub(self._numbered, step.what)
        if step.media is None:
            return person.say(chat, text, reply_to=reply, topic=topic)
        kind, samples = step.media
        sample, *further = (f"{kind}-{one}-{self._serial}" for one in samples.split("+"))
        if further:
            return person.album(chat, [sample, *further], caption=text, reply_to=reply, topic=topic)[0]
        photo, video = (sample, None) if kind == "photo" else (None, sample)
        return person.send(chat, photo=photo, video=video, caption=text, reply_to=reply, topic=topic)

    def _numbered(self, title: re.Match[str]) -> str:
        """The number of the challenge whose title holds those words, as the bot told it. Raises LookupError.

        With `签到码:` before them the code of that event, as it was told to whoever says it on the spot.
        """
        if title[1].startswith(CODE):
            holds, chats = re.escape(title[1].removeprefix(CODE)), self._desks()
            return _found(rf"“[^”]*{holds}[^”]*”的签到码：(\d+)", chats)
        return _found(rf"挑战 (\d+)[“\n][^”\n]*{re.escape(title[1])}", (self.cast.staff, self.cast.community))

    def _desks(self) -> list[Chat]:
        """Where each of the staff is told things."""
        return [self.cast.world.private(person) for person in self.cast.named(STAFF)]


def landed(steps: Sequence[Step], monday: float) -> list[Step]:
    """The steps in order, those of the first of a month on its day in the week that begins then, if it has one."""
    begins = datetime.fromtimestamp(monday, ZoneInfo(TIMEZONE)).date()
    first = next((n for n in range(7) if (begins + timedelta(days=n)).day == 1), None)
    placed = (replace(step, day=first) if step.first and first is not None else step for step in steps)
    return sorted(
        (step for step in placed if not step.first or first is not None), key=lambda step: (step.day, step.minute)
    )


def _found(told: str, chats: Iterable[Chat]) -> str:
    """What the bot has told in those words there, lately. Raises LookupError."""
    for chat in chats:
        for message in reversed(chat.messages.values()):
            if message.by_bot and (found := re.search(told, message.text)):
                return found[1]
    raise LookupError(f"nowhere {told}")


def _join(chat: Chat, person: Person) -> None:
    """Into that chat; in private by the latest link that the bot has sent there. Raises LookupError, Impossible."""
    if chat.person is None:
        return person.join(chat)
    links = {
        link: (room, invited) for room in person.world.chats.values() for link, invited in room.invitations.items()
    }
    urls = [one.url for message in reversed(chat.messages.values()) for row in message.buttons for one in row]
    found = [links[url] for url in urls if url in links]
    if not found:
        raise LookupError(f"no link for {person.name}")
    return person.join(*found[0])


def _vote(chat: Chat, person: Person, option: str) -> None:
    """That option of the latest poll there. Raises LookupError, Impossible."""
    for message in reversed(chat.messages.values()):
        if message.poll and not message.poll.closed and option in message.poll.options:
            return person.vote(message, message.poll.options.index(option))
    raise LookupError(f"no poll with {option} in {chat.title}")


def _speaks_of(chat: Chat, words: str) -> Message:
    """The bot's latest message there that holds those words. Raises LookupError."""
    for message in reversed(chat.messages.values()):
        if message.by_bot and words in message.text:
            return message
    raise LookupError(f"nothing of {words} in {chat.title}")


def button(chat: Chat, label: str, person: Person, of: str = "") -> tuple[Message, tuple[int, int]]:
    """The bot's latest button there whose words hold `label`, the very label first. Raises LookupError.

    Where words are given, only below what holds them.
    """
    whispered = [message for (reader, _), message in chat.ephemeral.items() if reader == person.id]
    for message in [*reversed(whispered), *list(reversed(chat.messages.values()))[:LOOKED_BACK]]:
        if of not in message.text:
            continue
        places = [(r, c) for r, row in enumerate(message.buttons) for c in range(len(row))]
        held = [at for at in places if label in message.button(at).text and message.button(at).data]
        if held and message.by_bot:
            return message, min(held, key=lambda at: message.button(at).text != label)
    raise LookupError(f"no button {label} in {chat.title or person.name}")


def monday_of(moment: float) -> float:
    """Midnight of the Monday of that week, in the cast's time zone (UTC seconds)."""
    local = datetime.fromtimestamp(moment, ZoneInfo(TIMEZONE))
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
    return midnight - local.weekday() * DAY_S


def week_to_play(now: float) -> float:
    """The Monday of the week to play now: the present one as long as something of it is left, else the next one."""
    monday = monday_of(now)
    return monday if now < monday + PLAYED_UNTIL_S else monday + 7 * DAY_S
