"""Who may do what where: every route, for every role, in every kind of chat, from every kind of sender.

Each route of the product answers with a mark here, everything else is the real bot. What is expected is written
down below as plainly as people would say it, and not taken from the code that decides.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import pytest

from bot.flow.flow import Flow
from bot.intake.incoming import Incoming, What, read
from bot.start.app import identity_of
from handlers import routes
from handlers.call import Call, Message, Person, Sender
from handlers.effects import Effects
from handlers.routes import Command, Observe, On, Press, Prompted, Route, Start, WayOut, Where
from rules.people import Member, Part, Role
from rules.programme.limits import Limits
from rules.programme.programme import Programme
from rules.refusals import Refusal
from sandbox.world.chats import Chat
from storage import groups, members
from storage.engine.tx import Tx
from storage.post import buttons, dialogues
from storage.post.outbox import Letter
from tests.stage import Stage

PRIVATE, COMMUNITY, CORE, STAFF, STRANGE = "private", "community", "core", "staff", "not activated"
GROUPS = (COMMUNITY, CORE, STAFF, STRANGE)
OWN, FORWARDED, EDITED = "own words", "forwarded", "edited"
ANONYMOUS, CHANNEL, LINKED, BOT = "anonymous admin", "channel", "linked channel", "bot"
FACELESS = (ANONYMOUS, CHANNEL, LINKED, BOT)
CALLERS = ("newcomer", "suspended", "member", *Role)

# Where a command works, by how it is declared.
OPEN: dict[Where, tuple[str, ...]] = {
    Where.ANYWHERE: (PRIVATE, COMMUNITY, CORE, STAFF),
    Where.PRIVATE: (PRIVATE,),
    Where.GROUP: (COMMUNITY, CORE),
    Where.DESK: (PRIVATE, STAFF),
    Where.ANY_GROUP: (COMMUNITY, CORE, STAFF),
}


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


def entitled(route: Command | Press | Start | Prompted, caller: str) -> bool:
    """Whether the caller's role is one of those that may, and nothing stands in their way."""
    if route.who and caller not in {role.value for role in route.who}:
        return False
    needs_covenant = not isinstance(route, Prompted) and route.covenant
    return not (needs_covenant and caller in ("newcomer", "suspended"))


def expected(case: Case) -> bool:
    """What ought to be."""
    route = case.route
    match route:
        case Command():
            places = OPEN[route.where] + ((STRANGE,) if route.inactive and case.way.startswith("/") else ())
            return case.sender == OWN and case.place in places and entitled(route, case.caller)
        case Start():
            return case.sender == OWN and case.place == PRIVATE and entitled(route, case.caller)
        case Prompted():
            return case.sender in (OWN, FORWARDED) and case.place == PRIVATE and entitled(route, case.caller)
        case Press():
            return case.sender == OWN and entitled(route, case.caller)
        case Observe():
            return observed(route.on, case)


def observed(on: On, case: Case) -> bool:
    """Talk of people is overheard in activated groups, edits too; in private only what is said there."""
    if case.sender in FACELESS or case.place == STRANGE:
        return False
    if on is On.PRIVATE_TALK:
        return case.place == PRIVATE and case.sender != EDITED
    if on is On.TALK:
        return case.place != PRIVATE and case.sender != EDITED
    return on is On.EDIT and case.place != PRIVATE and case.sender == EDITED


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

        return Flow(replace(self.identity, routes=(replace(route, answer=mark),)))

    def letters(self, tx: Tx, flow: Flow, case: Case) -> list[Letter]:
        """What the bot sends when the call is made; whether the route was reached stands in `reached`."""
        incoming, now = self._incoming(tx, case), int(self.stage.clock.now())
        try:
            return flow.reception.letters(tx, incoming, now)
        except Refusal as refusal:
            return flow.reception.refusal(tx, incoming, refusal, now)

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
        return replace(heard, tags=((words[1:], ""),)) if words.startswith("#") else heard

    def _pressed(self, tx: Tx, case: Case, member: Member) -> Incoming:
        chat = self._template(case.place, OWN).chat
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
        until = int(self.stage.clock.now()) + 86_400
        return self.stage.do(
            lambda tx: {caller: self._caller(tx, n, caller, until) for n, caller in enumerate(CALLERS)}
        )

    @staticmethod
    def _caller(tx: Tx, n: int, caller: str, until: int) -> Member:
        member = members.remember(tx, 700_000 + n, caller, caller, "zh", 0)
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


def ways(route: Route) -> tuple[str, ...]:
    """The ways to call a route: command, words and hashtags; payload; whatever answers a question; action."""
    match route:
        case Command():
            return (f"/{route.name}", *route.words, *(f"#{tag}" for tag in route.tags))
        case Start():
            return (f"/start {route.payload}", f"/start {route.payload}-12")
        case Press():
            return (route.action,)
        case _:
            return ("今天天气不错",)


def senders(route: Route, place: str) -> tuple[str, ...]:
    """The kinds of senders there are in that place; a button knows its own person and others."""
    if isinstance(route, Press):
        return (OWN, "somebody else")
    return (OWN, FORWARDED, EDITED) if place == PRIVATE else (OWN, FORWARDED, EDITED, *FACELESS)


def cases(route: Route) -> Iterator[Case]:
    """Every case of a route. Who writes as a group or channel, or is a bot, has no role."""
    for way, place in product(ways(route), (PRIVATE, *GROUPS)):
        for sender in senders(route, place):
            for caller in ("owner",) if sender in FACELESS else CALLERS:
                yield Case(route, way, caller, place, sender)


def public(letters: list[Letter], case: Case) -> bool:
    """Whether anybody besides the caller reads it; the hint for anonymous admins is meant for whoever it was."""
    if case.place == PRIVATE or case.sender == ANONYMOUS:
        return False
    said = [letter for letter in letters if letter.method == "sendMessage"]
    return any("ephemeral_message_parameters" not in letter.body for letter in said)


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    """One for all routes."""
    return Theatre()


def named(route: Route) -> str:
    return f"{type(route).__name__}-{ways(route)[0]}" if not isinstance(route, Observe | Prompted) else repr(route)[:60]


ADDRESSED = [route for route in routes() if not isinstance(route, WayOut)]


@pytest.mark.parametrize("route", ADDRESSED, ids=named)
def test_nobody_reaches_what_they_may_not_and_everybody_what_they_may(route: Route, theatre: Theatre) -> None:
    flow = theatre.flow(route)
    wrong: list[str] = []

    def play(tx: Tx) -> None:
        for case in cases(route):
            theatre.reached.clear()
            letters = theatre.letters(tx, flow, case)
            dialogues.close(tx, theatre.callers[case.caller].id)
            if bool(theatre.reached) != expected(case):
                wrong.append(f"{'wrongly allowed' if theatre.reached else 'wrongly denied'}: {case}")
            elif not theatre.reached and public(letters, case):
                wrong.append(f"denied in public: {case}")

    theatre.stage.do(play)
    assert not wrong, "\n".join(wrong[:20])


def test_an_anonymous_admin_is_told_to_act_as_a_person(theatre: Theatre) -> None:
    [grant] = [route for route in routes() if isinstance(route, Command) and route.name == "grant"]
    flow = theatre.flow(grant)
    told = {
        place: theatre.stage.do(
            lambda tx, place=place: theatre.letters(tx, flow, Case(grant, "/grant", "owner", place, ANONYMOUS))  # type: ignore[misc]
        )
        for place in GROUPS
    }
    assert all("匿名身份" in told[place][0].body for place in (COMMUNITY, CORE, STAFF))
    assert told[STRANGE] == []
