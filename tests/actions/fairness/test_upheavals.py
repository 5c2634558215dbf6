"""Backups that are put back, days that begin otherwise, staff who come and go: the books and the features agree all the same."""

import pytest

from actions.operations import audit
from tests.actions.fairness.upheavals import Upheaval, outcome


def lived(seed: int, steps: int = 80) -> Upheaval:
    """So many steps of that life, looked at after each."""
    life = Upheaval(seed)
    for _ in range(steps):
        life.step()
    report = life.stage.do(lambda tx: audit.verify(tx, life.stage.programme))
    assert report.ok, (seed, life.done, report.problems)
    return life


@pytest.mark.parametrize("seed", range(3))
def test_whatever_turns_a_life_over_the_books_and_the_features_agree(seed: int) -> None:
    lived(seed)


def test_a_life_is_the_same_whenever_it_is_lived() -> None:
    assert outcome(lived(7, 40)) == outcome(lived(7, 40))
