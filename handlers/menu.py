"""The command menu: which commands whom is shown."""

from collections.abc import Sequence

from handlers.routes import EVERYONE, OWNERS, Command, Route


def menu_of(routes: Sequence[Route], *, staff: bool, owner: bool) -> list[str]:
    """Names of the commands to show, in the order of FEATURES; members see what everyone may use."""
    names = []
    for route in routes:
        if isinstance(route, Command) and route.menu:
            shown = route.who == EVERYONE or (owner if route.who == OWNERS else staff)
            if shown:
                names.append(route.name)
    return names[:100]
