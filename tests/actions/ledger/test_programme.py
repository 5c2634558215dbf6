"""What a ledger row was paid by can be read, and the audit counts by it."""

import json

from actions.ledger import paying
from actions.operations import audit
from rules.ledger.ledger import Entry
from rules.programme.boards import Boards
from rules.programme.points import Points
from rules.values import replace
from storage.ledger import ledger, programmes
from tests.databases import change, rows
from tests.stage import Stage

DAY_S = 86_400


def helped(stage: Stage, subject: str) -> Entry:
    """Xin, who is new, is paid for an answer."""
    xin, occasion = stage.member(stage.xin), stage.occasion()
    paid = stage.do(lambda tx: paying.give(tx, xin, "answer_accepted", subject, occasion))
    entry = stage.do(lambda tx: ledger.get(tx, paid.entry))
    assert entry is not None
    return entry


def problems(stage: Stage) -> list[str]:
    """What the audit finds, but for the question that there is not."""
    found = stage.do(lambda tx: audit.verify(tx, stage.programme)).problems
    return [str(problem) for problem in found if problem.what != "transfer"]


def test_each_row_leads_to_the_numbers_it_was_paid_by(stage: Stage) -> None:
    before = helped(stage, "1")
    stage.restart(replace(stage.programme, points=Points({"answer_accepted": 40})))
    after = helped(stage, "2")
    kept = dict(stage.do(lambda tx: list(programmes.everything(tx))))
    paid = [json.loads(kept[entry.version])["points"]["answer_accepted"] for entry in (before, after)]
    assert paid == [before.amount, after.amount] == [15, 40]


def test_the_audit_counts_newcomers_by_the_rules_of_each_row(stage: Stage) -> None:
    helped(stage, "1")
    stage.clock.advance(DAY_S)
    stage.restart(replace(stage.programme, boards=Boards(newcomer_days=1)))
    helped(stage, "2")
    assert problems(stage) == []
    assert rows(stage.connection, "SELECT DISTINCT points, newcomer FROM tally WHERE period = 'all'") == [(30, 15)]
    change(stage.connection, "UPDATE tally SET newcomer = 30 WHERE period = 'all'")
    assert any("tally" in problem for problem in problems(stage))


def test_a_row_of_rules_that_are_not_kept_is_noticed_once_for_each_version(stage: Stage) -> None:
    helped(stage, "1")
    helped(stage, "2")
    version = stage.programme.version
    change(stage.connection, "DELETE FROM programme")
    assert problems(stage) == [f"programme {version}: is kept, for transfer 1: True expected, False found"]


def test_rules_that_were_changed_where_they_are_kept_are_noticed(stage: Stage) -> None:
    helped(stage, "1")
    change(stage.connection, """UPDATE programme SET body = replace(body, '"thanks":4', '"thanks":5')""")
    assert "fingerprint" in problems(stage)[0]
