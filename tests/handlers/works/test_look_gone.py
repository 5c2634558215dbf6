"""First looks and those who are not there: a suspended mentor reads no drafts, and nobody is asked about one who has left."""

from rules.people import Role
from rules.works.look import LookStanding
from storage import members
from storage.works import looks
from tests.handlers.fairness.test_sanction import give
from tests.handlers.works.desk import published
from tests.handlers.works.test_look import THEME, shown
from tests.stage import Stage


def standing(stage: Stage) -> LookStanding:
    found = stage.do(lambda tx: looks.get(tx, 1))
    assert found
    return found.standing


def test_a_draft_of_one_who_has_left_waits_for_nobody(stage: Stage) -> None:
    published(stage, THEME)
    draft = shown(stage)
    stage.lin.leave(stage.group)
    stage.play()
    stage.advance(700)
    assert standing(stage) is LookStanding.MOOT
    assert "不在群里了" in draft.text and not draft.buttons


def test_a_suspended_mentor_has_no_draft_in_hand_and_takes_none(stage: Stage) -> None:
    published(stage, THEME)
    draft = shown(stage)
    he = stage.member(stage.he).id
    stage.do(lambda tx: members.give_role(tx, he, Role.MENTOR, None, 0))
    stage.he.join(stage.staff)
    stage.play()
    stage.press(stage.he, draft, "构图有力")
    give(stage, "/suspend @he 3天 互相刷分", "暂停 3 天")
    stage.advance(700)
    assert "暂停着" in stage.press(stage.he, draft, "构图有力")
    stage.press(stage.rui, draft, "构图有力")
    found = stage.do(lambda tx: looks.get(tx, 1))
    assert found and found.reader == stage.member(stage.rui).id
