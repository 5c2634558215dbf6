"""Totals of weeks are counted anew by the migration that moved where a week begins."""

from actions.ledger import paying
from actions.ledger.reversals import take_back
from actions.operations.audit import verify
from rules.people import Role
from storage import members
from storage.engine import engine
from storage.engine.tx import Tx
from storage.ledger import ledger
from tests.stage import Stage

DAY_S = 86_400


def _weeks(tx: Tx) -> list[tuple[object, ...]]:
    columns = "member, scope, period, competes, points, checkin, assist, creator, newcomer"
    return [tuple(row) for row in tx.all(f"SELECT {columns} FROM tally WHERE period LIKE '%W%' ORDER BY 1, 2, 3")]


def _live(stage: Stage) -> None:
    """Five weeks over the turn of a year, with something earned each day and something taken back."""
    for day in range(50):
        for person, rule in (
            (stage.lin, "checkin"),
            (stage.zhou, "grant"),
            (stage.xin, "featured"),
            (stage.he, "best_assist"),
        ):
            member, occasion = stage.member(person), stage.occasion()
            stage.do(lambda tx, m=member, r=rule, o=occasion, d=day: paying.give(tx, m, r, f"{d}", o, points=3 + d))
        stage.world.advance(DAY_S)
    zhou, mo, occasion = stage.member(stage.zhou), stage.member(stage.mo), stage.occasion()
    wrong = next(e for e in stage.do(lambda tx: ledger.of_member(tx, zhou.id, 100)) if e.rule == "grant")
    stage.do(lambda tx: take_back(tx, wrong.id, occasion, mo, "看错了"))
    stage.do(lambda tx: members.give_role(tx, zhou.id, Role.REVIEWER, None, 0))


def test_the_migration_finds_what_the_ledger_says(stage: Stage) -> None:
    _live(stage)
    right = stage.do(_weeks)
    assert len({row[2] for row in right}) == 8
    stage.do(lambda tx: tx.run("UPDATE tally SET points = points + 1, period = '2020-W01' WHERE period LIKE '%-W52'"))
    assert _wrong(stage)
    [script] = [sql for number, sql in engine.migrations() if number == 87]
    stage.connection.executescript(script)
    assert stage.do(_weeks) == right
    assert not _wrong(stage)


def _wrong(stage: Stage) -> list[str]:
    """What the audit says of the totals."""
    report = stage.do(lambda tx: verify(tx, stage.programme))
    return [str(problem) for problem in report.problems if problem.what == "tally"]
