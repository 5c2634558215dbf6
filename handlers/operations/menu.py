"""The command menu: which commands whom is shown."""

from collections.abc import Iterable, Sequence

from handlers.routes import Command, Route, Shelf
from rules.people import Role


def in_order(routes: Iterable[Route]) -> list[Command]:
    """The commands as they stand on their shelves; those that stand on none come last."""
    shelves = list(Shelf)

    def standing(command: Command) -> tuple[int, int, str]:
        return shelves.index(command.shelf) if command.shelf else len(shelves), command.place, command.name

    return sorted((route for route in routes if isinstance(route, Command)), key=standing)


def menu_of(routes: Sequence[Route], roles: frozenset[Role]) -> list[str]:
    """Names of the commands that somebody with `roles` may use, in the order of the help."""
    commands = [command for command in in_order(routes) if command.menu]
    return [command.name for command in commands if not command.who or command.who & roles][:100]
