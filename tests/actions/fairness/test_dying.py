"""The bot dies at some commit of a busy day and begins anew: nobody is paid twice, and nobody loses anything."""

import pytest

from actions.operations import audit
from tests.actions.fairness.lives import CLOSE
from tests.actions.fairness.pressing import Pressing
from tests.actions.fairness.upheavals import outcome
from tests.databases import rows
from tests.dying import Mortal

STEPS, DEATHS = 30, 6
# Without numbers that a sequence gives: a server does not give the number of what was undone once more.
KEPT = (
    "SELECT rule, phase, amount, debits.kind, debits.member, credits.kind, credits.member, at FROM transfer"
    " JOIN account AS debits ON debits.id = debit JOIN account AS credits ON credits.id = credit ORDER BY transfer.id",
    "SELECT member, state, price FROM shop_order ORDER BY id",
    "SELECT stock, held, sold FROM reward ORDER BY id",
    "SELECT member, state FROM event_seat ORDER BY id",
    "SELECT job, scope, period FROM job_run ORDER BY job, scope, period",
    "SELECT state, count(*) FROM inbox GROUP BY state ORDER BY state",
)


def lived(seed: int, dies_at: int = 0, *, after: bool = False) -> tuple[object, Mortal]:
    """What came of that life, and its stage."""
    stage = Mortal(CLOSE, dies_at, after=after)
    life = Pressing(seed, stage)
    for _ in range(STEPS):
        life.step()
    assert stage.do(lambda tx: audit.verify(tx, stage.programme)).ok
    return (outcome(life), [[tuple(row) for row in rows(stage.connection, sql)] for sql in KEPT]), stage


@pytest.mark.parametrize("after", [False, True], ids=["before it", "after it"])
@pytest.mark.parametrize("seed", [3, 6])
def test_a_death_at_any_commit_changes_nothing(seed: int, *, after: bool) -> None:
    undisturbed, stage = lived(seed)
    for dies_at in range(1 + seed, stage.commits, stage.commits // DEATHS):
        came, of = lived(seed, dies_at, after=after)
        assert of.lives == 2
        assert came == undisturbed, dies_at
