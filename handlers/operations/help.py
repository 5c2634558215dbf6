"""The help: what one can do here, grouped, for each role, from the routes themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from handlers.call import Call
from handlers.effects import Effects, Reply, Whisper
from handlers.operations.menu import in_order
from handlers.routes import TEAMS, Command, Route, Shelf
from rules.people import Role
from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A command, and the word or hashtag that does the same in the reader's language."""

    command: str
    word: str | None
    tag: str | None


@dataclass(frozen=True, slots=True)
class HelpShelf:
    """Commands that belong together."""

    name: Shelf
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What the reader may do: as one of the team (nothing for others), and as everybody. `owner`: who sets up groups."""

    name: str
    team: tuple[HelpShelf, ...]
    everyone: tuple[HelpShelf, ...]
    owner: bool


def show(commands: Sequence[Command], call: Call, tx: Tx) -> Effects:
    """The page of somebody with the caller's roles; in a group for them alone."""
    reach = [command for command in commands if not command.who or command.who & call.roles]
    words, english = call.occasion.programme.words, call.member.locale == "en"

    def fitting(listed: tuple[str, ...]) -> str | None:
        return next((one for one in listed if one.isascii() is english), None)

    def line(command: Command) -> HelpLine:
        return HelpLine(command.name, fitting(words.get(command.name, command.words)), fitting(command.tags))

    shelves = [HelpShelf(shelf, tuple(line(one) for one in reach if one.shelf is shelf)) for shelf in Shelf]
    team, everyone = (
        tuple(one for one in shelves if one.lines and (one.name in TEAMS) is ours) for ours in (True, False)
    )
    page = HelpPage(call.member.name, team, everyone, Role.OWNER in call.roles)
    return Reply("help/page", page) if call.chat.group is None else Whisper("help/page", page)


def helping(routes: Iterable[Route]) -> tuple[Command, ...]:
    """The route that speaks of all the others."""
    commands: list[Command] = []
    own = Command("help", partial(show, commands), shelf=Shelf.OURS, place=30, fades=True)
    commands += in_order((*routes, own))
    return (own,)
