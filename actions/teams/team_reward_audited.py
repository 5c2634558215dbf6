"""Whether what teams were paid agrees with the ledger, and with the reward of their project."""

from collections import defaultdict

from actions.ledger import audit_rows
from actions.ledger.audit_books import Books
from actions.ledger.audit_rows import Paid, owned
from actions.teams.team_reward import RULE
from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.teams import projects, teammates


def _shares(tx: Tx, books: Books, programme: Programme) -> None:
    """Each share with its entry; all of them together with the reward."""
    shared: defaultdict[int, int] = defaultdict(int)
    for one in teammates.everything(tx):
        shared[one.project] += one.points
        row = ("teammate", str(one.id))
        if one.entry is None:
            books.differ(*row, "points", 0, one.points)
        else:
            paid = Paid(RULE, one.member, one.points)
            audit_rows.compare(tx, books, row, one.entry, paid, stands=one.taken_back_at is None)
    for number, points in shared.items():
        project = projects.get(tx, number)
        assert project is not None, number
        books.differ("project", number, "shares within the reward", True, points <= project.plan.reward)


AUDIT = (_shares, owned(RULE, teammates.strays))
