"""Points that would come to somebody who was forgotten are nobody's: they are forfeit at once, whatever brings them."""

from actions.operations.audit import verify
from actions.shop import order
from sandbox.world.people import Person
from storage.ledger import ledger
from tests.handlers.daily.asking import points, solved
from tests.handlers.fairness.undoing import clean, deducted, newest, redeems, undo
from tests.handlers.operations.test_forgetting import forgotten
from tests.handlers.teams.test_team_reward import made
from tests.handlers.works.desk import card as desk_card
from tests.shopping import act
from tests.stage import Stage


def last_of(stage: Stage, member: int, rule: str) -> int:
    """The newest entry of that rule of somebody whom no account leads to."""
    return next(one.id for one in stage.do(lambda tx: ledger.of_member(tx, member, 50)) if one.rule == rule)


def left(stage: Stage, member: int) -> int:
    return stage.do(lambda tx: ledger.balance(tx, member).posted)


def gone(stage: Stage, person: Person) -> int:
    """They are forgotten; the number that was theirs."""
    number = stage.member(person).id
    forgotten(stage, person)
    return number


def test_what_was_deducted_and_an_undo_of_an_undo_leave_nothing_on_a_dead_account(stage: Stage) -> None:
    lin = gone(stage, deducted(stage))
    assert " 0 分" in undo(stage, last_of(stage, lin, "deduction"))
    assert left(stage, lin) == 0
    grant = last_of(stage, lin, "grant")
    undo(stage, grant)
    back = stage.do(lambda tx: ledger.reversal_of(tx, grant))
    assert back
    undo(stage, back.id)
    assert left(stage, lin) == 0
    clean(stage)


def test_an_order_that_comes_back_later_gives_nobody_its_points(stage: Stage) -> None:
    redeems(stage)
    mo, number = stage.member(stage.mo), stage.member(stage.lin).id
    act(stage, order.claim, 1, mo)
    act(stage, order.fulfil, 1, mo, None)
    act(stage, order.receive, 1, stage.member(stage.lin))
    assert gone(stage, stage.lin) == number
    act(stage, order.take_back, 1, mo, "寄错了")
    assert left(stage, number) == 0
    clean(stage)


def test_who_answered_keeps_what_comes_again_though_the_asker_was_forgotten(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    asker, entry = gone(stage, stage.lin), newest(stage, stage.zhou, "answer_accepted").id
    undo(stage, entry)
    back = stage.do(lambda tx: ledger.reversal_of(tx, entry))
    assert back and points(stage, stage.zhou) == 0
    undo(stage, back.id)
    assert (points(stage, stage.zhou), left(stage, asker)) == (15, 0)
    clean(stage)


def test_the_part_of_a_team_that_was_forgotten_is_forfeit_and_the_rest_is_paid(stage: Stage) -> None:
    made(stage)
    lin = stage.member(stage.lin).id
    forgotten(stage, stage.lin)
    desk = desk_card(stage)
    stage.press(stage.mo, desk, "看看怎么分")
    stage.press(stage.mo, desk, "就这样发")
    assert points(stage, stage.he) > 0
    assert left(stage, lin) == 0
    clean(stage)


def test_the_audit_names_points_on_the_account_of_one_who_was_forgotten(stage: Stage) -> None:
    lin = gone(stage, deducted(stage))
    stage.do(lambda tx: tx.run("UPDATE account SET posted = 5 WHERE member = :lin", lin=lin))
    found = stage.do(lambda tx: verify(tx, stage.programme)).problems
    assert f"member {lin}: points of one who was forgotten: 0 expected, 5 found" in [str(one) for one in found]
