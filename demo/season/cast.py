"""Who plays: the people of a car maker's community, and the chats in which they meet."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from rules.programme.programme import Brand
from rules.programme.wording import LOCALES, spoken
from sandbox.world.chats import Chat, Topic
from sandbox.world.members import Membership
from sandbox.world.people import Person
from sandbox.world.world import World

BRAND = {locale: spoken(Brand().name, locale) for locale in LOCALES}
TIMEZONE = "Asia/Shanghai"
WRITTEN = tomllib.loads(Path(__file__).with_name("cast.toml").read_text("utf-8"))
ABOUT: dict[str, str] = WRITTEN["about"]
TITLES: dict[str, str] = WRITTEN["titles"]


class Character(Struct, frozen=True):
    """Somebody of the cast, as the page introduces them."""

    name: str
    username: str
    role: str
    bio: str
    language: str = "zh-hans"


CHARACTERS = tuple(Character(**one) for one in WRITTEN["character"])
ARRIVALS = tuple(Character(name, username, "koc", "") for name, username in WRITTEN["arrivals"])
STAFF = ("莫莉", "许瑞秋", "沈星宇")
CORE = ("林晓满", "何川", "陈默", "周建国", "莫莉", "沈星宇")
ABROAD = ("Emily", "Tom", "Priya", "陈默", "何川", "莫莉")
NEWCOMERS = ("夏天", "贺知远", "田野", "方圆", "秦小满", "Diego")
OUTSIDE = (*NEWCOMERS, *(one.name for one in ARRIVALS))
TOPICS = (("公告", "📣"), ("提问", "🙋"), ("签到", "📅"), ("闲聊", "💬"), ("挑战", "🎯"))


class Cast(Struct, frozen=True):
    """Everybody by name, and where they meet."""

    world: World
    people: dict[str, Person]
    community: Chat
    core: Chat
    staff: Chat
    channel: Chat
    english: Chat
    fresh: Chat

    def place(self, word: str, person: Person) -> tuple[Chat, Topic | None]:
        """The chat and topic that a script calls `word`, for that person. Raises KeyError."""
        if word == "私聊":
            return self.world.private(person), None
        chats = {
            "群": self.community,
            "核心": self.core,
            "运营": self.staff,
            "频道": self.channel,
            "英文": self.english,
            "新群": self.fresh,
        }
        if word in chats:
            return chats[word], None
        topics = {topic.name: topic for topic in self.community.topics.values()}
        return self.community, topics[word]

    def settle(self, count: int) -> list[str]:
        """So many more members in the community, who have been there long; their names."""
        names = [f"邻居{n + 1:02}" for n in range(count)]
        for name in names:
            person = self.people[name] = self.world.person(name)
            self.community.members[person.id] = Membership(person, joined_at=self.world.clock.now())
        return names

    def named(self, names: Sequence[str]) -> list[Person]:
        """People by name."""
        return [self.people[name] for name in names]


def assemble(world: World) -> Cast:
    """Bring everybody together in a fresh world; the bot is in every chat and has been told nothing."""
    world.brand, world.bot.name = BRAND, "小星"
    people = {one.name: _arrived(world, one) for one in (*CHARACTERS, *ARRIVALS)}
    owner, staff = people["沈星宇"], [people[name] for name in STAFF]
    inside = [people[one.name] for one in CHARACTERS if one.name not in OUTSIDE and one.language != "en"]
    first = [owner, *(person for person in inside if person is not owner)]
    community = world.group(TITLES["community"], forum=True, people=first, bot="administrator")
    core = world.group(TITLES["core"], people=[owner, *(people[name] for name in CORE[:-1])], bot="administrator")
    desk = world.group(
        TITLES["staff"], people=[owner, *(person for person in staff if person is not owner)], bot="administrator"
    )
    channel = world.channel(TITLES["channel"], owner=owner)
    english = world.group(TITLES["english"], people=[owner, *(people[name] for name in ABROAD)], bot="administrator")
    fresh = world.group(TITLES["fresh"], people=[owner, people["何川"], people["江澜"]], bot="administrator")
    fresh.description = ABOUT["fresh"]
    cast = Cast(world, people, community, core, desk, channel, english, fresh)
    _furnish(cast, owner)
    world.updates.clear()
    return cast


def _arrived(world: World, one: Character) -> Person:
    person = world.person(one.name, username=one.username, language_code=one.language)
    person.role, person.bio = one.role, one.bio
    return person


def _furnish(cast: Cast, owner: Person) -> None:
    """Topics, descriptions, the parts that the page shows, and readers of the channel."""
    world = cast.world
    for name, emoji in TOPICS:
        world.topic(cast.community, name, emoji=emoji, by=owner)
    parts = {"community": cast.community, "core": cast.core, "staff": cast.staff, "channel": cast.channel}
    for part, chat in parts.items():
        chat.part, chat.description, chat.language = part, ABOUT[part], "zh"
    cast.english.part, cast.english.description, cast.english.language = "community", ABOUT["english"], "en"
    for name in STAFF[:-1]:
        world.promote(cast.community, cast.people[name], by=owner)
    for person in cast.people.values():
        if not cast.channel.present(person.id) and person.language_code != "en":
            person.join(cast.channel)
