"""Whatever people live through and staff take back, in whatever order: the books and the features agree."""

import pytest

from actions.fairness.undo import undo
from actions.operations import audit
from bot.database import transact
from storage.ledger import ledger
from tests.actions.fairness.lives import CLOSE, SUBJECTS, Life
from tests.actions.shop.test_order_life import Crash, Dying
from tests.handlers.daily.asking import solved
from tests.handlers.fairness.undoing import everything, newest
from tests.stage import Stage


@pytest.mark.parametrize("seed", range(4))
def test_the_books_and_the_features_agree_after_each_step(seed: int) -> None:
    life = Life(seed)
    for _ in range(60):
        life.step()
        report = life.stage.do(lambda tx: audit.verify(tx, CLOSE))
        assert report.ok, (seed, life.done, report.problems)


def test_a_crash_at_any_statement_leaves_everything_as_it_was() -> None:
    stage = Stage()
    for n, helper in enumerate((stage.zhou, stage.he, stage.rui, stage.owner)):
        solved(stage, stage.lin, helper, f"{SUBJECTS[n]}坏了", "去店里看看")
    entry, mo, occasion = newest(stage, stage.zhou, "answer_accepted").id, stage.member(stage.mo), stage.occasion()
    before = everything(stage)
    for nth in range(400):
        try:
            transact(
                stage.connection,
                lambda tx, nth=nth: undo(Dying(tx, nth), mo, [entry], "抄的", occasion, forced=True),  # type: ignore[misc]
            )
            break
        except Crash:
            assert everything(stage) == before, f"died at statement {nth}"
    assert nth > 40
    assert stage.do(lambda tx: ledger.reversal_of(tx, entry)) is not None
    assert stage.do(lambda tx: audit.verify(tx, stage.programme)).problems == ()
