"""The command menu: which commands whom is shown."""

from collections.abc import Sequence

from handlers.routes import Command, Route
from rules.people import Role


def menu_of(routes: Sequence[Route], roles: frozenset[Role]) -> list[str]:
    """Names of the commands that somebody with `roles` may use, in the order of FEATURES."""
    commands = [route for route in routes if isinstance(route, Command) and route.menu]
    return [command.name for command in commands if not command.who or command.who & roles][:100]
