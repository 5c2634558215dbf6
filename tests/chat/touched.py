"""What of the product was used while a story was played: every route that answered, every job that had something to do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from handlers import FEATURES, jobs, routes
from handlers.effects import Effects, flat
from handlers.routes import Command, Confided, Job, Observe, Press, Prompted, Route, Start
from rules.values import replace
from storage.engine.tx import Tx

Answering = Command | Press | Start | Prompted | Confided | Observe
Answer = Callable[[Any, Tx], Effects]


def name_of(declared: Answering | Job) -> str:
    """A command as people write it, a job by its name, anything else by what it is and its name."""
    match declared:
        case Command(name=name):
            return f"/{name}"
        case Job(name=name):
            return f"job {name}"
        case Press(action=name) | Start(payload=name) | Prompted(prompt=name) | Confided(name=name):
            return f"{type(declared).__name__.lower()} {name}"
        case Observe(name=name):
            return f"observe {name}"


@dataclass
class Touched:
    """The names of all that answered, or did something, without refusing it."""

    names: set[str] = field(default_factory=set)

    def routes(self) -> tuple[Route, ...]:
        """Every route of the product, watched."""
        return tuple(
            replace(one, answer=self._watched(one, one.answer)) if isinstance(one, Answering) else one
            for one in routes()
        )

    def jobs(self) -> tuple[Job, ...]:
        """Every job of the product, watched."""
        return tuple(replace(one, answer=self._watched(one, one.answer)) for one in jobs())

    def _watched(self, declared: Answering | Job, answer: Answer) -> Answer:
        """The same, and that it was of use is noted: one that nobody has asked has to say or write something."""
        asked = not isinstance(declared, Job | Observe)

        def answering(call: Any, tx: Tx) -> Effects:
            untouched = tx.writes
            effects = answer(call, tx)
            if asked or tx.writes != untouched or list(flat(effects)):
                self.names.add(name_of(declared))
            return effects

        return answering


@contextmanager
def watched() -> Iterator[Touched]:
    """Bots that start while the block runs are watched."""
    touched = Touched()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bot.start.app.routes", touched.routes)
        patched.setattr("bot.start.app.jobs", touched.jobs)
        yield touched


def declared() -> dict[str, set[str]]:
    """What each feature declares, by the name of its module."""
    found: dict[str, set[str]] = {}
    for feature in FEATURES:
        ways = [*getattr(feature, "ROUTES", ()), *getattr(feature, "JOBS", ())]
        names = {name_of(one) for one in ways if isinstance(one, Answering | Job)}
        if names:
            found[feature.__name__.rpartition(".")[2]] = names
    return found


def never_touched(touched: Touched) -> set[str]:
    """Features of which nothing was used, commands that nobody gave, and jobs that had nothing to do."""
    ways = declared()
    untouched = {feature for feature, names in ways.items() if not names & touched.names}
    all_names = set().union(*ways.values())
    return untouched | {one for one in all_names - touched.names if one.startswith(("/", "job "))}
