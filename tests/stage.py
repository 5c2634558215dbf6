"""A stage: the real flow on a real database, with the sandbox's people, chats and judges, without a network.

People act (`stage.lin.say(stage.group, "签到")`), then `stage.play()` handles every update and makes every call of the
Bot API that came of it, refused by the sandbox exactly as over HTTP.
"""

import json
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from actions.honour import evaluation, ladder
from actions.ledger.programme import keep
from bot.database import transact
from bot.delivery.attempt import taken
from bot.delivery.consequences import Answer, consequences, settle
from bot.delivery.letters import addressed, call_of
from bot.delivery.words import Words
from bot.flow.confidant import Confidant
from bot.flow.flow import Flow
from bot.flow.schedule import Schedule
from bot.identity import Identity
from bot.intake import memberships
from bot.intake.intake import ALLOWED, take_in
from bot.start.app import identity_of
from rules.occasion import Occasion
from rules.people import Group, Member, Part, Role
from rules.programme.programme import Programme
from sandbox.api.methods import METHODS
from sandbox.api.methods import Call as ApiCall
from sandbox.api.params import Params, Upload
from sandbox.api.validation import METHOD_CHECKS
from sandbox.world.chats import Chat
from sandbox.world.clock import FrozenClock
from sandbox.world.messages import Button, Message
from sandbox.world.people import Person
from sandbox.world.refusals import Refused
from sandbox.world.updates import encode
from sandbox.world.world import World
from storage import groups, members, touched
from storage.engine.tx import Tx
from storage.post import buttons, outbox
from storage.post.bodies import parameters
from storage.post.letters import Letter, Queued
from tests.databases import Kept, copied, kept, opened
from tests.fingers import place_of, under
from tests.letters import albums, answer_of
from tests.talking import talked

T = TypeVar("T")
MONDAY_9_00 = 1_794_790_800  # Monday 2026-11-16 09:00 in Shanghai


@cache
def usual() -> Identity:
    """The bot of a brand that wrote nothing into its configuration."""
    return identity_of(Programme(), "kocbot")


@cache
def _settled() -> Kept:
    """What is in the database when everybody has settled in with such a bot; their places have the same numbers every time."""
    return kept(Stage(Programme()).connection)


class Stage:
    """One brand with a community, a staff group and a channel, and a few people whom everybody knows.

    lin, zhou, he: members who agreed to the covenant and left probation long ago; xin: a newcomer who never started
    the bot nor agreed; mo: moderator; rui: reviewer; owner: the brand's owner.
    """

    def __init__(self, programme: Programme | None = None) -> None:
        self.clock = FrozenClock(MONDAY_9_00)
        self.world = World(self.clock)
        self.world.limits.enforced = False
        self.world.updates.allow(list(ALLOWED))
        self._sent = 0
        self._people()
        self._places()
        if programme is None:
            self.connection = copied(_settled())
            self._begin(usual())
        else:
            self.connection = opened()
            self.restart(programme)
            self.do(self._settle_in)
            self.tick()

    def restart(self, programme: Programme) -> None:
        """The bot starts anew with these rules; people, chats and database stay."""
        self.do(lambda tx: keep(tx, programme, int(self.clock.now())))
        self.do(lambda tx: ladder.settle(tx, programme, int(self.clock.now())))
        self.do(lambda tx: evaluation.begin(tx, programme))
        self._begin(identity_of(programme, "kocbot"))

    def _begin(self, identity: Identity) -> None:
        self.programme = identity.programme
        self.flow = Flow(identity)
        self.speech = identity.speech
        composing = self.flow.composer
        self.words = Words(identity.speech, composing.missed, composing.crowd, composing.door, composing.waits)
        self.schedule = Schedule(identity, self.flow.composer)
        self.confidant = Confidant(identity, self.flow.reception.router, self.flow.composer)

    def _people(self) -> None:
        names = {
            "owner": "品牌主理人",
            "mo": "莫莫",
            "rui": "瑞秋",
            "lin": "林晓",
            "zhou": "周舟",
            "he": "何川",
            "xin": "新新",
        }
        people = {key: self.world.person(name, username=key) for key, name in names.items()}
        self.owner, self.mo, self.rui = people["owner"], people["mo"], people["rui"]
        self.lin, self.zhou, self.he, self.xin = people["lin"], people["zhou"], people["he"], people["xin"]
        self.everyone = list(people.values())

    def _places(self) -> None:
        self.group = self.world.group("星途车友会", people=self.everyone, bot="administrator")
        self.staff = self.world.group("运营小组", people=[self.owner, self.mo, self.rui], bot="administrator")
        self.channel = self.world.channel("星途精选", owner=self.owner)
        for person in self.everyone[:-1]:
            person.start()
        self.world.updates.clear()

    def _settle_in(self, tx: Tx) -> None:
        long_ago = int(self.clock.now()) - 60 * 86_400
        for chat, part in ((self.group, Part.COMMUNITY), (self.staff, Part.STAFF), (self.channel, Part.CHANNEL)):
            groups.activate(tx, chat.id, chat.title, part, "Asia/Shanghai", "zh", int(self.clock.now()))
        group = groups.by_chat(tx, self.group.id)
        assert group
        for person in self.everyone:
            newcomer = person is self.xin
            when = int(self.clock.now()) if newcomer else long_ago
            member = members.remember(tx, person.id, person.name, person.username, "zh", when)
            members.came_to(tx, group.id, member.id, when)
            if not newcomer:
                members.set_reachable(tx, member.id, True)
                members.agree(tx, member.id, self.programme.brand.covenant_version, when)
                talked(tx, group.id, member.id, 100, when)
        for person, role in ((self.owner, Role.OWNER), (self.mo, Role.MODERATOR), (self.rui, Role.REVIEWER)):
            members.give_role(tx, self._id(tx, person), role, None, int(self.clock.now()))
        touched.looked_at(tx, 0, 10_000)

    # Acting and looking ------------------------------------------------------------------------------------------

    def do(self, work: Callable[[Tx], T]) -> T:
        """Run something in a transaction of its own."""
        return transact(self.connection, work)

    def play(self) -> None:
        """Handle what people did and make every call that came of it, until all is quiet."""
        while True:
            self._take_in()
            handled = self.do(lambda tx: self.flow.drain(tx, int(self.clock.now())))
            assert handled.quarantined == 0, "an update was set aside: see the log"
            if not self._deliver() and not handled.updates:
                return

    def advance(self, seconds: float) -> None:
        """Let time pass, and the scheduled jobs of that time run."""
        self.world.advance(seconds)
        self.tick()
        self.play()

    def tick(self) -> None:
        while self.do(lambda tx: self.schedule.tick(tx, int(self.clock.now()))).more:
            ...

    def evening(self) -> None:
        """Until the next half past eight in the evening, when each member's day is told."""
        moment = self.occasion().moment
        evening = moment.replace(hour=20, minute=30, second=0)
        self.advance((evening - moment).total_seconds() % 86_400 or 86_400)

    def said(self, chat: Chat | Person) -> list[str]:
        """What the bot has said in a chat and still stands there, oldest first; a person means their private chat."""
        return [message.text for message in self.messages(chat)]

    def messages(self, chat: Chat | Person) -> list[Message]:
        """The bot's messages that still stand in a chat."""
        where = self.world.private(chat) if isinstance(chat, Person) else chat
        return [message for message in self.world.messages(where) if message.by_bot and not message.deleted]

    def whispers(self, person: Person) -> list[Message]:
        """What only that person sees in the community group."""
        return [message for (reader, _), message in self.group.ephemeral.items() if reader == person.id]

    def last(self, chat: Chat | Person) -> Message:
        """The bot's latest message in a chat."""
        return self.messages(chat)[-1]

    def press(self, person: Person, message: Message, label: str) -> str:
        """Press a button; the text of the toast that answers it.

        Whatever was pressed, nothing final lies under the finger afterwards.
        """
        before, place = message.buttons, place_of(message.buttons, message.button(label))
        query = person.press(message, label)
        self.play()
        if message.buttons != before:
            assert not [one.text for one in under(before, place, message.buttons) if self._final(one)], label
        answer = self.world.presses[query].answer
        assert answer is not None, "the press was not answered"
        return answer.text

    def sends(self, person: Person) -> None:
        """Press what sends their words, where these are shown before anybody else reads them."""
        shown = self.last(person)
        for label in ("就这么发", "Send it like this"):
            if any(button.text == label for row in shown.buttons for button in row):
                self.press(person, shown, label)

    def member(self, person: Person) -> Member:
        """The person's account."""
        return self.do(lambda tx: members.get(tx, self._id(tx, person)))

    def community(self) -> Group:
        """The community group as we know it."""
        group = self.do(lambda tx: groups.by_chat(tx, self.group.id))
        assert group
        return group

    def occasion(self) -> Occasion:
        """Now, in the community group."""
        group = self.community()
        return Occasion(int(self.clock.now()), self.programme, group=group.id, timezone=group.timezone)

    def _final(self, button: Button) -> bool:
        """Whether it does what the presser can't make good again."""
        meant = self.do(lambda tx: buttons.get(tx, button.data)) if button.data else None
        return meant is not None and self.flow.reception.router.presses[meant.action].final

    # The post ----------------------------------------------------------------------------------------------------

    def _take_in(self) -> None:
        now = int(self.clock.now())
        waiting = [json.loads(update.body) for update in self.world.updates._queue]
        self.world.updates.clear()
        openly = [update for update in waiting if not self.confidant.hears(update)]
        self.do(lambda tx: self._learn(tx, openly, now))
        letters = self.do(lambda tx: take_in(tx, self.confidant, waiting, now))
        if letters is not None:
            self.connection.tidy()
        for letter in letters or ():
            self._say_directly(letter)

    def _learn(self, tx: Tx, waiting: list[dict[str, Any]], now: int) -> None:
        """What the intake asks Telegram before the flow sees the updates."""
        for doubt in list(memberships.doubtful(tx, memberships.senders(waiting))):
            for group in doubt.groups:
                standing = self.world.chats[group.chat_id].current(doubt.user["id"], self.clock.now())
                if standing is not None and standing.present:
                    memberships.note(tx, doubt.user, group, now)

    def _deliver(self) -> int:
        now = int(self.clock.now())
        letters = self.do(lambda tx: outbox.queued(tx, 0, 1000))
        due = [letter for letter in letters if letter.not_before <= now]
        for whole in albums(due):
            self._send(whole, now)
        return len(due)

    def _send(self, letters: list[Queued], now: int) -> None:
        try:
            answer: Answer = taken(self._call(letters))
        except Refused as refusal:
            answer = answer_of(refusal)
        found = consequences(letters, answer, letters[0].tries, self.speech)
        self.do(lambda tx: settle(tx, letters, found, now, self.words))

    def _say_directly(self, letter: Letter) -> None:
        addressed = {"chat_id": letter.lane} if letter.lane else {}
        self._carry(letter.method, {**addressed, **parameters(letter.body)}, {})

    def _call(self, letters: list[Queued]) -> Any:
        (method, said), uploads = call_of(letters), {}
        body, file = json.loads(addressed(letters[0], said)), letters[0].file
        if file is not None:
            uploads["file"] = Upload(file.name, file.content.encode())
            body["document"] = "attach://file"
        return self._carry(method, body, uploads)

    def _carry(self, method: str, body: dict[str, Any], uploads: dict[str, Upload]) -> Any:
        check = METHOD_CHECKS[method.lower()]
        params = Params(check(body, strict=True), uploads)
        return json.loads(encode(METHODS[method.lower()](ApiCall(self.world, check.name, params))))

    @staticmethod
    def _id(tx: Tx, person: Person) -> int:
        member = members.by_telegram_id(tx, person.id)
        assert member, person.name
        return member.id
