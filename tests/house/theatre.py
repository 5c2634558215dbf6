"""The real bot with every route answering by a mark, and calls to it from everybody, everywhere, in every way."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.flow.flow import Flow
from bot.intake.incoming import Incoming, What, read
from bot.start.app import identity_of
from handlers.call import Call, Message, Person, Sender
from handlers.effects import Effects
from handlers.routes import Command, Observe, Press, Prompted, Route
from rules.occasion import Moment
from rules.people import Member, Part, Role
from rules.programme.limits import Limits
from rules.programme.programme import Programme
from rules.refusals import Refusal
from rules.values import replace
from sandbox.world.chats import Chat
from storage import groups, members
from storage.engine.tx import Tx
from storage.post import buttons, dialogues
from storage.post.letters import Letter
from tests.stage import Stage

PRIVATE, COMMUNITY, CORE, STAFF, STRANGE = "private", "community", "core", "staff", "not activated"


GROUPS = (COMMUNITY, CORE, STAFF, STRANGE)


OWN, FORWARDED, EDITED = "own words", "forwarded", "edited"


ANONYMOUS, CHANNEL, LINKED, BOT = "anonymous admin", "channel", "linked channel", "bot"


FACELESS = (ANONYMOUS, CHANNEL, LINKED, BOT)


CALLERS = ("newcomer", "suspended", "member", *Role)


@dataclass(frozen=True)
class Case:
    """One call: which route, by whom, where, from what kind of sender, and in which way."""

    route: Route
    way: str
    caller: str
    place: str
    sender: str

    def __str__(self) -> str:
        return f"{self.way} by {self.caller} in {self.place}, {self.sender}"


class Theatre:
    """The bot with marks instead of handlers, and every kind of update to feed it."""

    def __init__(self) -> None:
        self.stage = Stage(Programme(limits=Limits(flood_per_minute=1_000_000)))
        self.identity = identity_of(self.stage.programme, "kocbot")
        self.reached: list[Route] = []
        self.chats = self._chats()
        self.callers = self._callers()
        self._heard: dict[tuple[str, str], Incoming] = {}

    def flow(self, route: Route) -> Flow:
        """The real flow with that one route, which leaves a mark when it is reached."""

        def mark(call: Call, tx: Tx) -> Effects:
            self.reached.append(route)
            return None

        marked = replace(route, answer=mark)
        if isinstance(marked, Command) and marked.afterwards:
            marked = replace(marked, afterwards=lambda call, tx: True)
        if isinstance(marked, Prompted) and marked.gathers:
            marked = replace(marked, gathers=lambda call, tx: call.words)
        return Flow(replace(self.identity, routes=(marked,)))

    def letters(self, tx: Tx, flow: Flow, case: Case) -> list[Letter]:
        """What the bot sends when the call is made; whether the route was reached stands in `reached`."""
        now = int(self.stage.clock.now())
        incoming, moment = self._incoming(tx, case), Moment.of(now, now)
        try:
            return flow.reception.letters(tx, incoming, moment)
        except Refusal as refusal:
            return flow.reception.refusal(tx, incoming, refusal, moment)

    # The calls -------------------------------------------------------------------------------------------------------

    def _incoming(self, tx: Tx, case: Case) -> Incoming:
        """The update of a case, as the bot reads it."""
        member = self.callers[case.caller]
        if isinstance(case.route, Press):
            return self._pressed(tx, case, member)
        heard = self._said(case)
        if isinstance(case.route, Prompted):
            dialogues.ask(tx, member.id, case.route.prompt, {}, 2**40)
        if heard.sender is not Sender.PERSON:
            return heard
        return replace(heard, person=Person(member.telegram_id, member.name, member.name))

    def _said(self, case: Case) -> Incoming:
        """The words of a case, in an update of its place and sender."""
        heard = self._template(case.place, case.sender)
        assert heard.message
        words = case.way
        message = replace(heard.message, text=words)
        reply_to = replace(message, id=1, author=Person(self.stage.zhou.id, "周舟"), sender=Sender.PERSON)
        replied = None if isinstance(case.route, Prompted | Observe) else reply_to
        heard = replace(heard, message=message, reply_to=replied)
        if words.startswith("/"):
            command, _, rest = words[1:].partition(" ")
            return replace(heard, command=command, command_words=rest)
        return heard

    def _pressed(self, tx: Tx, case: Case, member: Member) -> Incoming:
        chat = self._template(case.place, OWN).chat
        assert isinstance(case.route, Press)
        if case.route.among:
            token = f"{case.way}:{case.route.among[0]}"
        else:
            token = f"{case.way}:{case.caller}:{case.place}:{case.sender}"
            owner = member if case.sender == OWN else self.callers["owner" if case.caller != "owner" else "member"]
            buttons.put(tx, token, case.way, {}, owner.id, chat.id, True, 2**40)
        person = Person(member.telegram_id, member.name, member.name)
        return Incoming(What.PRESS, chat, person=person, message=Message(7), query="1", token=token)

    # Everybody and everywhere ----------------------------------------------------------------------------------------

    def _chats(self) -> dict[str, Chat]:
        stage, people = self.stage, self.stage.everyone
        core = stage.world.group("核心群", people=people, bot="administrator")
        strange = stage.world.group("陌生群", people=people, bot="administrator")
        stage.do(lambda tx: groups.activate(tx, core.id, "核心群", Part.CORE, "Asia/Shanghai", "zh", 0))
        private = stage.world.private(stage.owner)
        return {PRIVATE: private, COMMUNITY: stage.group, CORE: core, STAFF: stage.staff, STRANGE: strange}

    def _callers(self) -> dict[str, Member]:
        until, home = int(self.stage.clock.now()) + 86_400, self.stage.community().id
        return self.stage.do(
            lambda tx: {caller: self._caller(tx, home, n, caller, until) for n, caller in enumerate(CALLERS)}
        )

    @staticmethod
    def _caller(tx: Tx, home: int, n: int, caller: str, until: int) -> Member:
        member = members.remember(tx, 700_000 + n, caller, caller, "zh", 0)
        members.found_in(tx, home, member.id, 0)
        members.set_reachable(tx, member.id, True)
        if caller != "newcomer":
            members.agree(tx, member.id, 1, 0)
        if caller == "suspended":
            tx.run("UPDATE member SET suspended_until = :until WHERE id = :id", until=until, id=member.id)
        if caller in {role.value for role in Role}:
            members.give_role(tx, member.id, Role(caller), None, 0)
        return members.get(tx, member.id)

    def _template(self, place: str, sender: str) -> Incoming:
        """A message of that kind in that place, as Telegram tells it and the bot reads it."""
        if (place, sender) not in self._heard:
            update = self._update(place, sender)
            self._heard[place, sender] = read(update, "kocbot")
        return self._heard[place, sender]

    def _update(self, place: str, sender: str) -> dict[str, Any]:
        stage, chat = self.stage, self.chats[place]
        speak[sender](stage, chat)
        told = [json.loads(update.body) for update in stage.world.updates._queue]
        stage.world.updates.clear()
        update: dict[str, Any] = [each for each in told if "message" in each or "edited_message" in each][-1]
        if sender == BOT:
            update["message"]["from"]["is_bot"] = True
        return update


def _by_linked_channel(stage: Stage, chat: Chat) -> None:
    channel = stage.world.channel(f"{chat.title}的频道", owner=stage.owner)
    stage.world.link(channel, chat)
    stage.world.channel_post(channel, "您好")


def _edited(stage: Stage, chat: Chat) -> None:
    stage.owner.edit(stage.owner.say(chat, "您好"), "您好啊")


def _forwarded(stage: Stage, chat: Chat) -> None:
    stage.owner.forward(stage.lin.say(stage.group, "您好"), chat)


speak: dict[str, Callable[[Stage, Chat], object]] = {
    OWN: lambda stage, chat: stage.owner.say(chat, "您好"),
    FORWARDED: _forwarded,
    EDITED: _edited,
    ANONYMOUS: lambda stage, chat: stage.world.anonymous_admin(chat).say(chat, "您好"),
    CHANNEL: lambda stage, chat: stage.world.channel_voice(stage.channel).say(chat, "您好"),
    LINKED: _by_linked_channel,
    BOT: lambda stage, chat: stage.owner.say(chat, "您好"),
}
