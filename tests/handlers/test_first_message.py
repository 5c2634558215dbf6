"""The first private message: from it on the bot may write, and nothing asked before it has been seen."""

from sandbox.world.people import Person
from storage import members
from storage.engine.tx import Tx
from tests.handlers.works.desk import published
from tests.stage import Stage


def stranger(stage: Stage) -> Person:
    """The newcomer, who agreed in the group and has never written to the bot."""

    def agree(tx: Tx) -> None:
        member = members.by_telegram_id(tx, stage.xin.id)
        assert member
        members.agree(tx, member.id, 1, 1)

    stage.do(agree)
    return stage.xin


def works(stage: Stage) -> int:
    """How many works were handed in."""
    n: int = stage.do(lambda tx: tx.value("SELECT count(*) FROM submission"))
    return n


def test_a_link_to_hand_in_is_answered_at_once_and_the_next_message_answers_it(stage: Stage) -> None:
    number = published(stage)
    xin = stranger(stage)
    xin.start(f"submit-{number}")
    stage.play()
    assert stage.member(xin).reachable
    assert "转场练习" in stage.last(xin).text
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM outbox WHERE state = 'parked'")) == 0


def test_the_first_message_of_all_is_no_answer_to_a_question_that_was_never_shown(stage: Stage) -> None:
    stage.mo.blocked_bot = True
    stage.mo.say(stage.staff, "/newchallenge")
    stage.play()
    mo = stage.member(stage.mo).telegram_id
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM outbox WHERE lane = :mo AND state = 'parked'", mo=mo)) > 0
    stage.do(lambda tx: tx.run("UPDATE member SET reachable = 0 WHERE telegram_id = :mo", mo=mo))
    stage.mo.blocked_bot = False
    stage.mo.say(stage.world.private(stage.mo), "在吗")
    stage.play()
    said = " ".join(stage.said(stage.mo))
    assert "在吗" not in said
    assert works(stage) == 0
