"""A stage on which nobody's conditions change unnoticed: whoever's do is marked by the same transaction."""

from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from rules.programme.conditions import CONDITIONS, NAMED, Source
from storage import figures, members, touched
from storage.engine.tx import Tx
from tests.stage import Stage

T = TypeVar("T")
ALL = 10_000
Known = dict[int, figures.Figures]
NAMES = [condition.name for condition in CONDITIONS]


def known(tx: Tx, now: int) -> Known:
    """What conditions read of everybody who counts, as of `now` (UTC seconds)."""
    found = figures.between(tx, NAMES, 0, ALL, now)
    return {member: found.get(member, {}) for member in members.agreed_after(tx, 0, ALL)}


def changed(before: Known, after: Known) -> set[tuple[int, str]]:
    """Of whom who counts afterwards which conditions are not as they were; who did not count before had nothing."""
    return {
        (member, name)
        for member, have in after.items()
        for name in NAMES
        if before.get(member, {}).get(name) != have.get(name)
    }


class Watched(Stage):
    """A stage that looks before and after each transaction, both times as of the same moment, and keeps count of what changed.

    It takes the marks away, so that none of an earlier deed stands for a later one: deeds are not looked at by the minute.
    """

    def __init__(self) -> None:
        super().__init__()
        self.changes: Counter[str] = Counter()

    def do(self, work: Callable[[Tx], T]) -> T:
        now = int(self.clock.now())

        def looked(tx: Tx) -> T:
            before = known(tx, now)
            done = work(tx)
            self._require_marked(changed(before, known(tx, now)), touched.waiting(tx, ALL))
            touched.looked_at(tx, 0, ALL)
            return done

        return super().do(looked)

    def _require_marked(self, new: set[tuple[int, str]], marks: dict[int, frozenset[Source]]) -> None:
        unmarked = [(member, name) for member, name in sorted(new) if not NAMED[name].reads & marks.get(member, set())]
        assert not unmarked, f"changed, and nobody is told: {unmarked}; marked: {marks}"
        self.changes.update(name for _, name in new)
