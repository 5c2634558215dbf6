"""Accepting an answer and taking that back: who may, what is paid, and when it is not."""

import pytest

from actions.daily import acceptance, question
from actions.daily.acceptance import Accepted
from rules.daily.acceptance import (
    AlreadyAccepted,
    NoAnswerYet,
    NotAnAnswer,
    NothingAccepted,
    PointsSpent,
    TooLateToTakeBack,
    Unpaid,
)
from rules.daily.question import Answer, NoSuchQuestion, NotYourQuestion
from rules.ledger.ledger import Cause
from rules.people import Member
from rules.refusals import NotForYourself
from rules.values import replace
from sandbox.world.people import Person
from storage.daily import acceptances, questions
from storage.ledger import ledger
from tests.databases import rows
from tests.handlers.daily.asking import answer, ask, points
from tests.shopping import act
from tests.stage import Stage

HOUR_S = 3600


def answered(stage: Stage, helper: Person | None = None, text: str = "蓝牙钥匙连不上怎么办？") -> tuple[int, int]:
    """A question of Lin's with one answer: its number, and the answer's message."""
    said = answer(stage, helper or stage.zhou, ask(stage, stage.lin, text))
    group = stage.community().id
    found = stage.do(lambda tx: questions.answer_at(tx, group, said.id))
    assert found
    return found.question, found.message


def numbered(stage: Stage) -> int:
    """The number of the latest question."""
    number: int = stage.do(lambda tx: tx.value("SELECT max(id) FROM question"))
    return number


def withheld(stage: Stage) -> list[tuple[str, int | None]]:
    """What was noted about acceptances that paid nothing: rule, and when the same would pay again."""
    sql = "SELECT rule, frees_at FROM outcome WHERE outcome = 'acceptance/withheld'"
    return [(rule, frees_at) for rule, frees_at in rows(stage.connection, sql)]


def accepted(
    stage: Stage, number: int, message: int, by: Person | None = None, *, moderating: bool = False
) -> Accepted:
    asked, said = stage.do(lambda tx: acceptance.chosen(tx, number, message))
    return act(stage, acceptance.accept, asked, said, stage.member(by or stage.lin), moderating=moderating)


def found(stage: Stage) -> list[tuple[int, int]]:
    """What can be found: questions, and the messages that answer them."""
    return [(one, message) for one, message in rows(stage.connection, "SELECT question, message FROM knowledge")]


def helps(stage: Stage) -> int:
    """How many helps count towards somebody's next shield."""
    return len(rows(stage.connection, "SELECT fact FROM shield_help"))


def unaccepted(stage: Stage, number: int, by: Person | None = None, *, moderating: bool = False) -> tuple[int, int]:
    done, _ = act(stage, acceptance.unaccept, number, stage.member(by or stage.lin), moderating=moderating)
    return done.points, done.asker_points


def spent(stage: Stage, person: Person, amount: int) -> None:
    member, occasion = stage.member(person), stage.occasion()
    cause = Cause("spent", "deduction", stage.programme.version, occasion.now, occasion.day.isoformat())
    stage.do(lambda tx: ledger.take(tx, member.id, amount, cause))


def test_accepting_pays_the_answer_and_the_question_and_solves_it(stage: Stage) -> None:
    number, message = answered(stage)
    done = accepted(stage, number, message)
    assert (done.points, done.asker_points, done.withheld, done.asker_withheld) == (15, 3, None, None)
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (15, 3)
    with pytest.raises(AlreadyAccepted):
        accepted(stage, number, message)
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (15, 3)


def test_only_the_asker_accepts_or_a_moderator_for_them_whose_name_stands_in_the_log(stage: Stage) -> None:
    number, message = answered(stage)
    with pytest.raises(NotYourQuestion):
        accepted(stage, number, message, by=stage.he)
    accepted(stage, number, message, by=stage.mo, moderating=True)
    found = rows(stage.connection, "SELECT actor FROM audit WHERE act = 'question.accept'")
    assert [tuple(row) for row in found] == [(stage.member(stage.mo).id,)]


def test_a_moderator_does_not_accept_their_own_answer_for_somebody_else(stage: Stage) -> None:
    number, message = answered(stage, stage.mo)
    with pytest.raises(NotForYourself):
        accepted(stage, number, message, by=stage.mo, moderating=True)
    assert accepted(stage, number, message).points == 15


def test_an_answer_of_ones_own_is_accepted_without_points_and_why_is_noted_for_both(stage: Stage) -> None:
    own = answer(stage, stage.lin, ask(stage, stage.lin), "自己找到了：拔一下保险丝")
    lin, number = stage.member(stage.lin), numbered(stage)
    asked = stage.do(lambda tx: question.numbered(tx, number))
    said = Answer(number, own.id, None, lin.id, own.text, stage.occasion().now)
    done = act(stage, acceptance.accept, asked, said, lin, moderating=False)
    assert (done.points, done.asker_points, done.withheld) == (0, 0, Unpaid.SAME_PERSON)
    assert helps(stage) == 0
    assert sorted(rule for rule, _ in withheld(stage)) == ["answer_accepted", "question_solved"]


def test_the_fourth_of_a_day_pays_nobody_and_says_until_when(stage: Stage) -> None:
    for nth in range(4):
        number, message = answered(stage, text=f"第 {nth} 个问题怎么办？")
        done = accepted(stage, number, message)
    assert (done.points, done.withheld, done.cap) == (0, Unpaid.ASKER_CAP, 3)
    assert {frees_at for _, frees_at in withheld(stage)} == {stage.occasion().next_day_at}
    assert points(stage, stage.zhou) == 45


def test_what_waits_for_the_covenant_is_paid_once_it_is_agreed_to(stage: Stage) -> None:
    number, message = answered(stage, stage.xin)
    assert accepted(stage, number, message).withheld is Unpaid.COVENANT
    xin = stage.member(stage.xin)
    assert act(stage, acceptance.pay_withheld, xin) == 15
    assert act(stage, acceptance.pay_withheld, xin) == 0
    assert points(stage, stage.xin) == 15
    assert unaccepted(stage, number) == (15, 3)
    assert points(stage, stage.xin) == 0


def test_taking_back_takes_both_payments_and_the_answer_may_be_accepted_again(stage: Stage) -> None:
    number, message = answered(stage)
    with pytest.raises(NothingAccepted):
        unaccepted(stage, number)
    accepted(stage, number, message)
    with pytest.raises(NotYourQuestion):
        unaccepted(stage, number, by=stage.zhou)
    assert unaccepted(stage, number) == (15, 3)
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (0, 0)
    assert accepted(stage, number, message).points == 15


def test_what_is_accepted_is_found_and_a_help_and_so_again_when_it_stands_after_all(stage: Stage) -> None:
    number, message = answered(stage)
    accepted(stage, number, message)
    assert (found(stage), helps(stage)) == ([(number, message)], 1)
    unaccepted(stage, number)
    assert found(stage) == []
    taken = stage.do(lambda tx: acceptances.latest(tx, number))
    assert taken
    stage.do(lambda tx: tx.run("DELETE FROM shield_help"))
    act(stage, lambda tx, occasion: acceptance.accept_again(tx, taken, occasion))
    assert stage.do(lambda tx: acceptances.standing(tx, number))
    assert (found(stage), helps(stage)) == ([(number, message)], 1)
    with pytest.raises(AlreadyAccepted):
        act(stage, lambda tx, occasion: acceptance.accept_again(tx, taken, occasion))


def test_taking_back_has_its_time(stage: Stage) -> None:
    number, message = answered(stage)
    accepted(stage, number, message)
    stage.clock.advance(24 * HOUR_S + 1)
    with pytest.raises(TooLateToTakeBack):
        unaccepted(stage, number)
    assert points(stage, stage.zhou) == 15


def test_points_that_are_spent_can_only_be_taken_back_by_a_moderator(stage: Stage) -> None:
    number, message = answered(stage)
    accepted(stage, number, message)
    spent(stage, stage.zhou, 10)
    with pytest.raises(PointsSpent):
        unaccepted(stage, number)
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (5, 3)
    assert unaccepted(stage, number, by=stage.mo, moderating=True) == (15, 3)
    logged = rows(stage.connection, "SELECT actor FROM audit WHERE act = 'question.unaccept'")
    assert [actor for (actor,) in logged] == [stage.member(stage.mo).id]
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (0, 0)


def test_answers_are_offered_to_the_asker_until_one_is_accepted(stage: Stage) -> None:
    asked = ask(stage, stage.lin)
    lin, zhou = stage.member(stage.lin), stage.member(stage.zhou)
    number = numbered(stage)

    def offered(actor: Member) -> list[str]:
        return [
            one.name for one in stage.do(lambda tx: acceptance.candidates(tx, number, actor, moderating=False)).answers
        ]

    with pytest.raises(NoAnswerYet):
        offered(lin)
    said = answer(stage, stage.zhou, asked)
    with pytest.raises(NotYourQuestion):
        offered(zhou)
    assert offered(lin) == [zhou.name]
    accepted(stage, number, said.id)
    with pytest.raises(AlreadyAccepted):
        offered(lin)


def test_a_message_that_replied_to_nothing_answers_the_askers_only_open_question_after_it(stage: Stage) -> None:
    before = stage.zhou.say(stage.group, "早")
    asked = ask(stage, stage.lin)
    after = stage.zhou.say(stage.group, "拔一下保险丝")
    stage.play()
    group, lin, zhou = stage.community(), stage.member(stage.lin), stage.member(stage.zhou)

    def meant(message: int, number: int | None = None) -> int:
        said = Answer(0, message, None, zhou.id, "拔一下保险丝", stage.occasion().now)
        return stage.do(lambda tx: acceptance.meant(tx, group, said, number, lin))[0].id

    number = meant(after.id)
    assert number == meant(after.id, number)
    for early in (before, asked):
        with pytest.raises(NotAnAnswer):
            meant(early.id)
    ask(stage, stage.lin, "胎压多少合适？")
    with pytest.raises(NotAnAnswer):
        meant(after.id)
    assert meant(after.id, number) == number
    said = Answer(number, after.id, None, zhou.id, "拔一下保险丝", stage.occasion().now)
    first = stage.do(lambda tx: question.numbered(tx, number))
    act(stage, acceptance.accept, first, said, lin, moderating=False)
    assert meant(after.id) == number, "it is known as an answer now, though it replies to nothing"
    elsewhere = replace(group, id=group.id + 1)
    said = Answer(0, after.id, None, zhou.id, "", 0)
    with pytest.raises(NoSuchQuestion):
        stage.do(lambda tx: acceptance.meant(tx, elsewhere, said, number, lin))


def test_only_an_answer_to_that_very_question_can_be_chosen(stage: Stage) -> None:
    first, message = answered(stage)
    second, _ = answered(stage, text="胎压多少合适？")
    assert stage.do(lambda tx: acceptance.chosen(tx, first, message))[1].message == message
    for number, other in ((second, message), (first, 9_999)):
        with pytest.raises(NotAnAnswer):
            stage.do(lambda tx, number=number, other=other: acceptance.chosen(tx, number, other))


def test_what_a_message_has_to_do_with_is_found_from_the_answer_and_the_question(stage: Stage) -> None:
    number, message = answered(stage)
    group = stage.community()
    asked = stage.do(lambda tx: question.numbered(tx, number))
    for one in (message, asked.message):
        found = stage.do(lambda tx, one=one: acceptance.about(tx, group, one))
        assert found
        assert found.id == number
