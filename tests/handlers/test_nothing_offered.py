"""To those who have left or are suspended nothing is offered, and of what is inside nothing reminds who has left."""

from tests.handlers.daily.asking import ask
from tests.handlers.fairness.test_sanction import give
from tests.handlers.shop.test_want import back, redeemed, restocked, wants
from tests.handlers.works.desk import labels, published
from tests.shopping import put_up
from tests.stage import Stage

DAY_S = 86_400


def evenings(stage: Stage, many: int = 8) -> None:
    for _ in range(many):
        stage.evening()


def test_who_has_left_is_reminded_of_no_question_and_no_challenge(stage: Stage) -> None:
    published(stage)
    [*_, shown] = [one for one in stage.messages(stage.group) if "参加" in labels(one)]
    stage.press(stage.lin, shown, "参加")
    ask(stage, stage.lin)
    stage.lin.leave(stage.group)
    stage.play()
    evenings(stage)
    said = "\n".join(stage.said(stage.lin))
    assert "还没收到你的作品" not in said and "你的提问还开着" not in said


def test_staff_who_are_in_no_community_are_reminded_all_the_same(stage: Stage) -> None:
    published(stage)
    [*_, shown] = [one for one in stage.messages(stage.group) if "参加" in labels(one)]
    stage.press(stage.owner, shown, "参加")
    stage.owner.leave(stage.group)
    stage.play()
    evenings(stage)
    assert "还没收到你的作品" in "\n".join(stage.said(stage.owner))


def test_a_suspended_mentor_is_asked_for_no_help_meanwhile(stage: Stage) -> None:
    stage.owner.say(stage.staff, "/appoint @zhou 导师")
    stage.play()
    give(stage, "/suspend @zhou 3天 互相刷分", "暂停 3 天")
    ask(stage, stage.lin)
    evenings(stage, 2)
    assert "这些问题还没人接" not in "\n".join(stage.said(stage.zhou))
    evenings(stage, 2)
    assert "这些问题还没人接" in "\n".join(stage.said(stage.zhou))


def test_what_is_there_again_is_told_to_the_next_who_is_there(stage: Stage) -> None:
    put_up(stage, stock=1)
    redeemed(stage, stage.he)
    for person in (stage.lin, stage.zhou):
        wants(stage, person)
    stage.lin.leave(stage.group)
    stage.play()
    restocked(stage, 1)
    stage.advance(3_600)
    assert not back(stage, stage.lin) and back(stage, stage.zhou)
