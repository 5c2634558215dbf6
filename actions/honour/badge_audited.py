"""Whether every badge that was earned is still true, where no doubt has been put to the staff."""

from collections.abc import Iterator

from actions.ledger.audit_books import Books
from rules.honour.badge import BadgeState
from rules.programme.conditions import NAMED, met
from rules.programme.programme import Programme
from storage import figures, members, touched
from storage.engine.tx import Tx
from storage.honour import badges

SLICE = 200
_STEADY = {name for name, condition in NAMED.items() if condition.lasting and not condition.passes}


def _badges(tx: Tx, books: Books, programme: Programme) -> None:
    """By conditions that neither time nor a sanction changes; whoever was touched a moment ago is still looked at."""
    for first, last in _slices(tx):
        found = figures.between(tx, sorted(_STEADY), first, last, 0)
        waiting = touched.among(tx, first, last)
        for member, theirs in badges.between(tx, first, last).items():
            for key, one in theirs.items():
                needs = {name: much for name, much in one.needs.items() if name in _STEADY}
                given = bool(one.needs) or one.given_by is not None
                books.differ("badge", f"{member}:{key}", "earned or given by hand", True, given)
                if one.state is BadgeState.HELD and member not in waiting:
                    books.differ("badge", f"{member}:{key}", "earned", True, met(needs, found.get(member, {})))


def _slices(tx: Tx) -> Iterator[tuple[int, int]]:
    people = members.agreed_after(tx, 0, SLICE)
    while people:
        yield people[0], people[-1]
        people = members.agreed_after(tx, people[-1], SLICE)


AUDIT = (_badges,)
