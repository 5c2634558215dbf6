"""Accounts kept beside the ledger, by what a movement means and by nothing that the product computes of it.

Each movement is one of a few things: somebody earned, spent, lost, had it back, or it was undone. What one may spend
follows from these alone: whatever is taken stops at zero, what was undone never was, and one fact is paid once.
"""

from dataclasses import dataclass, field
from typing import Any

from tests.stage import Stage

HOUSE = 4  # accounts up to this one belong to nobody


@dataclass
class Move:
    """A change of what one has; one that no longer stands is as if it had never been."""

    points: int
    stands: bool = True


def worth(moves: list[Move]) -> int:
    """What one has when nobody owes points: whatever is taken stops at zero, and what was undone never was."""
    points = 0
    for move in moves:
        points = max(points + move.points * move.stands, 0)
    return points


@dataclass
class Accounts:
    """Whose account has lived through what; `facts` are those that are paid now, `dead` accounts of forgotten people."""

    rows: dict[int, Any] = field(default_factory=dict)
    moves: dict[int, list[Move]] = field(default_factory=dict)
    by: dict[int, Move] = field(default_factory=dict)
    roots: dict[int, int] = field(default_factory=dict)
    facts: set[str] = field(default_factory=set)
    dead: set[int] = field(default_factory=set)

    def read(self, stage: Stage) -> list[Any]:
        """Enter what the ledger has new."""
        seen = max(self.rows, default=0)
        new = stage.do(lambda tx: tx.all("SELECT * FROM transfer WHERE id > :seen ORDER BY id", seen=seen))
        for row in new:
            self.rows[row.id] = row
            self.roots[row.id] = row.id
            self._enter(row, row.credit if row.credit > HOUSE else row.debit)
        return list(new)

    def _enter(self, row: Any, account: int) -> None:
        if row.rule in ("write_off", "recovery"):
            return
        if row.rule == "forfeit":
            self.moves[account] = []
            self.dead.add(account)
        elif row.phase in ("void", "expire"):
            self.by[row.settles].stands = False
        elif row.phase == "post":
            self.by[row.id] = self.by[row.settles]
        elif row.reverses is not None:
            self._reversed(row, account)
        else:
            if row.credit > HOUSE:
                self._paid(row)
            self._moved(row, account, row.amount if row.credit > HOUSE else -row.amount)

    def _moved(self, row: Any, account: int, points: int) -> None:
        self.by[row.id] = Move(points)
        self.moves.setdefault(account, []).append(self.by[row.id])

    def _paid(self, root: Any) -> None:
        fact = root.key.partition("~")[0]
        assert fact not in self.facts, f"paid twice: {fact}"
        self.facts.add(fact)

    def _reversed(self, row: Any, account: int) -> None:
        self.roots[row.id] = self.roots[row.reverses]
        root = self.rows[self.roots[row.id]]
        earned = root.credit > HOUSE and root.reverses is None
        if row.credit > HOUSE:
            self.by[row.reverses].stands = False
            self.by[row.id] = self.by[root.id]
            if earned:
                self._paid(root)
        else:
            self._moved(row, account, -row.amount)
            if earned:
                self.facts.remove(root.key.partition("~")[0])

    def agree(self, stage: Stage) -> None:
        """What everybody may spend is what it should be."""
        for row in stage.do(lambda tx: tx.all(f"SELECT id, posted, held FROM account WHERE id > {HOUSE}")):
            should = 0 if row.id in self.dead else worth(self.moves.get(row.id, []))
            assert row.posted - row.held == should, (row, should, self.moves.get(row.id))
            assert 0 <= row.held <= row.posted, row
