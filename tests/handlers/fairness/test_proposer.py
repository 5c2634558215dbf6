"""Nobody agrees with one who has left the team since they proposed something; anybody else may propose it anew."""

from sandbox.world.messages import Message
from tests.handlers.fairness.test_sanction import ask, give, silent
from tests.stage import Stage


def proposed(stage: Stage) -> Message:
    """A suspension too long for one person, before the staff group; then its proposer is dismissed."""
    give(stage, "/suspend @zhou 30天 反复刷分", "暂停 30 天")
    question = stage.last(stage.staff)
    stage.owner.say(stage.staff, "/dismiss @mo 版主")
    stage.play()
    return question


def test_a_sanction_is_not_carried_out_for_one_who_was_dismissed_meanwhile(stage: Stage) -> None:
    question = proposed(stage)
    assert "已经不在团队里了" in stage.press(stage.owner, question, "同意")
    assert not silent(stage, stage.zhou)
    assert stage.member(stage.zhou).suspended_until is None
    stage.press(stage.owner, question, "不同意")
    assert not question.buttons


def test_the_one_who_would_have_agreed_may_propose_it_themselves(stage: Stage) -> None:
    proposed(stage)
    card = ask(stage, "/suspend @zhou 30天 第2条 反复刷分", by=stage.owner)
    stage.press(stage.owner, card, "暂停 30 天")
    assert "请另一位来定" in stage.last(stage.staff).text
