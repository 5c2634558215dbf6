"""The help: what one can do here, grouped, for each role, from the routes themselves."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from msgspec import Struct

from handlers.call import Call
from handlers.effects import DAY_S, Button, Edit, Effects, Keyboard, Reply, Whisper
from handlers.operations.guessed import guess, named, replied, thanked_wrong
from handlers.operations.likely import offered
from handlers.operations.menu import in_order
from handlers.operations.no_command import at_the_desk, in_private
from handlers.routes import TEAMS, Command, Observe, On, Press, Route, Shelf, Start
from handlers.ways_out import Together, by_link
from messages.vocabulary import spoken_first_in
from rules.people import Role
from storage.engine.tx import Tx

# So many tools of the team stand before what everybody can do; more have a page of their own.
FEW = 8


class HelpLine(Struct, frozen=True):
    """A command, and the word or hashtag that does the same in the reader's language."""

    command: str
    word: str | None
    tag: str | None


class HelpShelf(Struct, frozen=True):
    """Commands that belong together."""

    name: Shelf
    lines: tuple[HelpLine, ...]


class HelpPage(Struct, frozen=True):
    """What the reader may do: as one of the `team`, or as everybody. `owner`: who sets up groups."""

    name: str
    shelves: tuple[HelpShelf, ...]
    team: bool
    owner: bool


def show(commands: Sequence[Command], call: Call, tx: Tx) -> Effects:
    """The page of somebody with the caller's roles, the team's tools first; in a group for them alone."""
    page, buttons = _page(commands, call, team=True)
    if call.chat.group is None:
        return Reply("help/page", page, buttons=buttons)
    return Whisper("help/page", page, buttons=buttons, gather=None if call.roles else "help/several")


def turn(commands: Sequence[Command], call: Call, tx: Tx) -> Effects:
    """The other page of one of the team, in place."""
    page, buttons = _page(commands, call, team=call.data["team"])
    return Edit("help/page", page, buttons=buttons)


def _page(commands: Sequence[Command], call: Call, team: bool) -> tuple[HelpPage, Keyboard]:
    """One of the two pages, with the way to the other; who has few tools of the team or none reads all on one."""
    shelves = _shelves(commands, call)
    tools = tuple(one for one in shelves if one.name in TEAMS)
    everyone = tuple(one for one in shelves if one.name not in TEAMS)
    if sum(len(one.lines) for one in tools) <= FEW:
        return HelpPage(call.member.name, (*tools, *everyone), team=False, owner=False), ()
    label, other = ("help/everyone" if team else "help/team"), {"team": not team}
    page = HelpPage(call.member.name, tools if team else everyone, team, Role.OWNER in call.roles)
    return page, ((Button(label, "help.turn", other, once=False, lasts_s=DAY_S),),)


def _shelves(commands: Sequence[Command], call: Call) -> tuple[HelpShelf, ...]:
    """What the caller's roles reach, shelf by shelf."""
    reach = [command for command in commands if not command.who or command.who & call.roles]
    locale = call.member.locale
    words, english = {**spoken_first_in(locale), **call.occasion.programme.words}, locale == "en"

    def fitting(listed: tuple[str, ...]) -> str | None:
        return next((one for one in listed if one.isascii() is english), None)

    def line(command: Command) -> HelpLine:
        return HelpLine(command.name, fitting(words.get(command.name, command.words)), fitting(command.tags))

    shelves = (HelpShelf(shelf, tuple(line(one) for one in reach if one.shelf is shelf)) for shelf in Shelf)
    return tuple(one for one in shelves if one.lines)


def helping(routes: Iterable[Route], worded: Callable[[Command], Command]) -> tuple[Route, ...]:
    """The routes that speak of all the others: the page, the guess, and a press for each command that is guessed."""
    commands: list[Command] = []
    own = worded(Command("help", partial(show, commands), shelf=Shelf.OURS, place=30, fades=True, outside=True))
    commands += in_order((*routes, own))
    presses = (
        Press(f"command.{one.name}", one.answer, who=one.who, covenant=one.covenant, outside=one.outside)
        for one in commands
        if offered(one)
    )
    return (
        own,
        Start("help", own.answer, outside=True),
        Together("help/several", by_link("help")),
        Press("help.turn", partial(turn, commands), outside=True),
        *presses,
        Observe(On.PRIVATE_TALK, "no_command", partial(in_private, commands), turn=82, outside=True),
        Observe(On.TALK, "no_command_at_the_desk", partial(at_the_desk, commands), turn=90),
        Observe(On.PRIVATE_TALK, "not_understood", partial(guess, commands), turn=90, outside=True),
        Observe(On.TALK, "thanked_wrong", thanked_wrong, turn=91),
        Observe(On.NAMED, "named_in_group", partial(named, commands), turn=90),
        Observe(On.REPLIED, "replied_in_group", partial(replied, commands), turn=90),
    )
