"""The world of a sandbox: its people, its chats, its bot, its clock."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Iterable
from typing import Literal
from uuid import uuid4

from sandbox.text.entities import Entity
from sandbox.world import moving, pressing
from sandbox.world.chats import Chat, Kind, Topic
from sandbox.world.clock import Clock
from sandbox.world.events import Event
from sandbox.world.faults import Faults
from sandbox.world.files import Files
from sandbox.world.limits import Limits
from sandbox.world.members import Membership
from sandbox.world.menus import Menus
from sandbox.world.messages import Message, Wire
from sandbox.world.people import ANONYMOUS_ADMIN, CHANNEL_BOT, TELEGRAM, Person
from sandbox.world.posting import post
from sandbox.world.pressing import Answer, Press
from sandbox.world.updates import Updates

Hook = Callable[[Wire], Awaitable[Wire]]
SUPERGROUP_BASE = -1_002_000_000_000
GROUP_BASE = -5_000_000


class World:
    """Everything that exists, in memory; what people do is said by the people, what the bot does by the server."""

    def __init__(self, clock: Clock | None = None, bot_username: str = "kocbot", token: str = "42:sandbox") -> None:
        self.name = uuid4().hex  # tells this world from one that was there before it
        self.clock = clock or Clock()
        self.token = token
        self.brand: str | dict[str, str] = ""  # one name, or one for each language of the page
        self.updates = Updates(self.clock.now)
        self.limits = Limits(self.clock.pace)
        self.faults = Faults()
        self.latency_s = 0.0
        self.privacy_mode = True
        self.hears_bots = False
        self.strict = True
        self.files = Files()
        self.menus = Menus()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.hooks: dict[str, Hook] = {}
        self.default_rights: dict[bool, Wire] = {}
        self.scenario: dict[str, object] = {"playing": False, "title": ""}
        self._listeners: list[asyncio.Queue[Event]] = []
        self._numbers = itertools.count(1)
        self._box_id = 0
        bot_id = int(token.split(":", 1)[0])
        self.bot = Person(self, bot_id, bot_username, bot_username, is_bot=True, is_ours=True, role="bot")
        self.telegram = Person(self, TELEGRAM, "Telegram")
        self.people = {self.bot.id: self.bot, TELEGRAM: self.telegram}

    # Who and where there is

    def person(
        self,
        name: str,
        *,
        id: int | None = None,  # the word of the contract
        username: str | None = None,
        language_code: str = "zh-hans",
        is_bot: bool = False,
    ) -> Person:
        """Somebody new."""
        number = id if id is not None else 100_000_000 + next(self._numbers)
        person = Person(self, number, name, username or "", language_code, is_bot)
        person.avatar_hue = (number * 47) % 360
        person.has_photo = not is_bot
        self.people[number] = person
        return person

    def private(self, person: Person) -> Chat:
        """A person's chat with the bot."""
        chat = self.chats.get(person.id)
        if chat is None:
            chat = self.chats[person.id] = Chat(person.id, "private", person=person)
        return chat

    def group(
        self,
        title: str,
        *,
        forum: bool = False,
        topics: Iterable[str] = (),
        kind: Literal["supergroup", "group"] = "supergroup",
        people: Iterable[Person] = (),
        bot: Literal["member", "administrator"] | None = None,
    ) -> Chat:
        """A group with these people in it (the first owns it); nobody is told."""
        chat = self.new_chat(kind, title, forum=forum)
        for n, person in enumerate(people):
            chat.members[person.id] = Membership(person, "member" if n else "creator", joined_at=self.clock.now())
        for name in topics:
            self.topic(chat, name)
        self._seat_bot(chat, bot)
        return chat

    def channel(
        self, title: str, bot: Literal["administrator"] | None = "administrator", owner: Person | None = None
    ) -> Chat:
        """A channel."""
        chat = self.new_chat("channel", title)
        if owner is not None:
            chat.members[owner.id] = Membership(owner, "creator", in_channel=True)
        self._seat_bot(chat, bot)
        return chat

    def new_chat(self, kind: Kind, title: str, *, forum: bool = False) -> Chat:
        """An empty chat under a fresh id."""
        number = next(self._numbers)
        chat_id = GROUP_BASE - number if kind == "group" else SUPERGROUP_BASE - number
        first_id = 0 if kind == "group" else 1  # the line that says the chat was created, and the thread of General
        chat = self.chats[chat_id] = Chat(chat_id, kind, title, forum=forum, last_message_id=first_id)
        return chat

    def topic(self, chat: Chat, name: str, *, emoji: str = "", by: Person | None = None) -> Topic:
        """Open a topic in a forum."""
        topic = Topic(chat.last_message_id + 1, name, emoji)
        chat.topics[topic.id] = topic
        created: Wire = {"name": name, "icon_color": topic.icon_color}
        message = Message(chat, int(self.clock.now()), by or self._owner(chat), topic=topic)
        message.service = {"forum_topic_created": created}
        post(self, message)
        self.emit(Event("topics", chat))
        return topic

    def link(self, channel: Chat, group: Chat) -> None:
        """Make a group the discussion of a channel."""
        channel.linked, group.linked = group, channel

    # Comings and goings

    def add_bot(self, chat: Chat, by: Person, *, administrator: bool = False) -> None:
        """Somebody adds the bot."""
        moving.enter(self, chat, self.bot, by=by)
        if administrator:
            moving.promote(self, chat, self.bot, None, by)

    def remove_bot(self, chat: Chat, by: Person) -> None:
        """Somebody throws the bot out."""
        moving.remove(self, chat, self.bot, by=by, banned_until=0)

    def promote(self, chat: Chat, person: Person, *rights: str, by: Person | None = None) -> None:
        """Make somebody an administrator: with these rights, or with all but promoting."""
        moving.promote(self, chat, person, frozenset(rights) if rights else None, by or self._owner(chat))

    def demote(self, chat: Chat, person: Person, *, by: Person | None = None) -> None:
        """Make an administrator a member."""
        moving.demote(self, chat, person, by or self._owner(chat))

    def migrate(self, group: Chat, by: Person | None = None) -> Chat:
        """A basic group becomes a supergroup."""
        return moving.migrate(self, group, by or self._owner(group))

    # Other voices

    def anonymous_admin(self, chat: Chat) -> Person:
        """An administrator who writes as the group."""
        return Person(self, ANONYMOUS_ADMIN, "Group", "GroupAnonymousBot", is_bot=True, as_chat=chat)

    def channel_voice(self, channel: Chat) -> Person:
        """Somebody who writes in groups as their channel."""
        return Person(self, CHANNEL_BOT, "Channel", "Channel_Bot", is_bot=True, as_chat=channel)

    def channel_post(self, channel: Chat, text: str) -> Message:
        """A post by the channel's staff."""
        return self.channel_voice(channel).say(channel, text)

    # What the bot answers, and watching

    async def answer(self, query_id: str) -> Answer:
        """What the bot answered to a press; waits for it."""
        return await pressing.answered(self, query_id)

    def messages(self, chat: Chat) -> list[Message]:
        """What stands in a chat, oldest first."""
        return list(chat.messages.values())

    def listen(self) -> asyncio.Queue[Event]:
        """A queue of everything that happens from now on."""
        queue: asyncio.Queue[Event] = asyncio.Queue()
        self._listeners.append(queue)
        return queue

    def unlisten(self, queue: asyncio.Queue[Event]) -> None:
        """Stop watching."""
        self._listeners.remove(queue)

    def emit(self, event: Event) -> None:
        """Tell all who watch."""
        for queue in self._listeners:
            queue.put_nowait(event)

    def advance(self, seconds: float) -> None:
        """Move the clock."""
        self.clock.advance(seconds)
        self.emit(Event("clock", data={"now": int(self.clock.now())}))

    # Numbers and lookups

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups and channels count for themselves; private chats and basic groups share the bot's own count."""
        if chat.kind in ("supergroup", "channel"):
            chat.last_message_id += 1
            return chat.last_message_id
        self._box_id += 1
        chat.last_message_id = self._box_id
        return self._box_id

    def next_query_id(self) -> str:
        """An id for a callback query."""
        return str(4_200_000_000_000_000_000 + next(self._numbers))

    def next_album(self) -> str:
        """An id for a media group."""
        return str(13_000_000_000_000_000 + next(self._numbers))

    def next_number(self) -> int:
        """Any fresh number."""
        return next(self._numbers)

    def by_username(self, username: str) -> Chat | None:
        """A public chat, or a person's private chat, by @username."""
        wanted = username.lower()
        for chat in self.chats.values():
            if chat.username.lower() == wanted:
                return chat
        return None

    def written_people(self, entities: list[Entity]) -> dict[int, Wire]:
        """The people whom entities mention by id, as Users."""
        ids = {entity.user_id for entity in entities if entity.user_id}
        return {person_id: self.people[person_id].wire() for person_id in ids} if ids else {}

    def _seat_bot(self, chat: Chat, standing: Literal["member", "administrator"] | None) -> None:
        if standing is None:
            return
        membership = Membership(self.bot, standing, joined_at=self.clock.now(), in_channel=chat.kind == "channel")
        if standing == "administrator":
            membership.rights = moving.every_right(chat) - {"can_promote_members"}
        chat.members[self.bot.id] = membership
        chat.known_to_bot = True

    def _owner(self, chat: Chat) -> Person:
        for standing in chat.members.values():
            if standing.status == "creator":
                return standing.person
        return self.anonymous_admin(chat)
