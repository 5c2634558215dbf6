"""The help: what one can do here, grouped, for each role, from the routes themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from handlers.call import Call
from handlers.effects import Effects, Reply, Whisper
from handlers.routes import Command, Route
from rules.people import Role
from storage.engine.tx import Tx

# What everybody may do, and the tools of the team: each shelf with its commands, in the order they are shown.
EVERYONES = {
    "daily": ("checkin", "streak", "makeup"),
    "questions": ("ask", "questions", "find", "accept", "unaccept", "thanks"),
    "challenges": ("challenges", "submit"),
    "rewards": ("shop", "orders"),
    "standing": ("me", "top", "levels", "hideme", "showme"),
    "rules": ("guide", "why", "covenant"),
    "ours": ("quiet", "cancel", "help"),
}
TEAMS = {
    "works": ("reviews", "newchallenge", "extendchallenge", "closechallenge", "trust"),
    "goods": ("orderdesk", "rewards", "newreward", "editreward", "closereward", "codes"),
    "people": ("grant", "undo", "member", "log"),
    "publishing": ("post", "jobs", "broadcast"),
    "house": ("setup", "doctor", "incidents", "roles", "appoint", "dismiss", "export"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A command, and the word or hashtag that does the same in the reader's language."""

    command: str
    word: str | None
    tag: str | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """Commands that belong together."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What the reader may do: as one of the team (nothing for others), and as everybody. `owner`: who sets up groups."""

    name: str
    team: tuple[Shelf, ...]
    everyone: tuple[Shelf, ...]
    owner: bool


def show(commands: Sequence[Command], call: Call, tx: Tx) -> Effects:
    """The page of somebody with the caller's roles; in a group for them alone."""
    reach = {command.name: command for command in commands if not command.who or command.who & call.roles}
    words, english = call.occasion.programme.words, call.member.locale == "en"

    def fitting(listed: tuple[str, ...]) -> str | None:
        return next((one for one in listed if one.isascii() is english), None)

    def line(command: Command) -> Line:
        return Line(command.name, fitting(words.get(command.name, command.words)), fitting(command.tags))

    def shelves(declared: dict[str, tuple[str, ...]]) -> tuple[Shelf, ...]:
        found = {name: tuple(line(reach[one]) for one in listed if one in reach) for name, listed in declared.items()}
        return tuple(Shelf(name, lines) for name, lines in found.items() if lines)

    page = Page(call.member.name, shelves(TEAMS), shelves(EVERYONES), Role.OWNER in call.roles)
    return Reply("help/page", page) if call.chat.group is None else Whisper("help/page", page)


def helping(routes: Iterable[Route]) -> tuple[Command, ...]:
    """The route that speaks of all the others."""
    commands = [route for route in routes if isinstance(route, Command)]
    own = Command("help", partial(show, commands), words=("帮助",), fades=True)
    commands.append(own)
    return (own,)
