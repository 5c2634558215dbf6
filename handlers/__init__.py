"""How people reach us: routes that parse, permit, call one action and say one thing."""

from collections.abc import Iterator, Sequence

from handlers.ahead import presses
from handlers.operations.help import helping
from handlers.routes import Command, Job, Prompted, Route, Start, Where
from messages.vocabulary import opening, privately, spoken, stems, tagged
from rules.declarations import modules
from rules.values import replace

# Whatever declares a way in or a job; their order decides nothing.
FEATURES = tuple(one for one in modules(__name__) if hasattr(one, "ROUTES") or hasattr(one, "JOBS"))


def routes() -> tuple[Route, ...]:
    """The routes of every feature, the buttons below what a question shows ahead, and the help, which is made from them."""
    declared: list[Route] = [route for feature in FEATURES for route in getattr(feature, "ROUTES", ())]
    worded = [_worded(route) if isinstance(route, Command) else route for route in declared]
    below = [press for route in worded if isinstance(route, Prompted) for press in presses(route)]
    return (*worded, *below, *_links(worded), *helping(worded, _worded))


def _links(declared: Sequence[Route]) -> Iterator[Start]:
    """Whoever of the team asks in a group for what is done in private follows a link that begins it."""
    own = {one.payload for one in declared if isinstance(one, Start)}
    for one in declared:
        if isinstance(one, Command) and one.who and one.where is Where.PRIVATE and one.name not in own:
            yield Start(one.name, one.answer, who=one.who)


def _worded(route: Command) -> Command:
    """A command with what people may say for it, in whatever language."""
    tables = (spoken(), privately(), stems(), opening(), tagged())
    said, alone, parts, opens, tags = (table.get(route.name, ()) for table in tables)
    return replace(route, words=said, private_words=alone, stems=parts, openings=opens, tags=tags)


def jobs() -> tuple[Job, ...]:
    """The scheduled jobs of every feature."""
    return tuple(job for feature in FEATURES for job in getattr(feature, "JOBS", ()))
