"""The badge that goes with an award: given with it, told once, taken back with the last award that stands for it."""

from actions.operations.audit import verify
from rules.programme.awards import GIVEN, Awards
from rules.programme.programme import Programme
from rules.values import replace
from tests.handlers.daily.test_feature import asked
from tests.handlers.fairness.undoing import clean
from tests.handlers.honour.test_award import begin, nominate, shortlisted
from tests.stage import Stage

BADGE = "special_thanks"
ALONG = Programme(awards=Awards([replace(one, badge=BADGE, vote=False) for one in GIVEN]))


def given(stage: Stage, award: str, words: str = "总有他。") -> None:
    """He holds the award, by the staff's choice."""
    begin(stage, award)
    nominate(stage, stage.lin, stage.he)
    stage.press(stage.owner, shortlisted(stage, "何川"), "写颁奖词")
    asked(stage, stage.owner, words)
    stage.press(stage.owner, stage.last(stage.owner), "颁奖")


def taken(stage: Stage) -> str:
    """The latest award is taken back; what the owner is answered."""
    stage.press(stage.owner, stage.last(stage.staff), "收回这个奖")
    return asked(stage, stage.owner, "弄错人了")


def badges(stage: Stage) -> str:
    return asked(stage, stage.he, "/badges")


def found(stage: Stage) -> str:
    """What the audit says."""
    return str(stage.do(lambda tx: verify(tx, stage.programme)).problems)


def test_it_comes_with_the_award_is_told_by_the_ceremony_alone_and_goes_with_it(stage: Stage) -> None:
    stage.restart(ALONG)
    given(stage, "荣誉大使")
    assert "奖章“特别致谢”也归" in stage.last(stage.group).text
    assert "特别致谢" in badges(stage) and "总有他。" in badges(stage)
    assert "跟着 2026 年的“荣誉大使”一起给你的" in asked(stage, stage.he, "/why 特别致谢")
    before = len(stage.said(stage.group))
    stage.evening()
    assert "跟它一起的还有奖章" in stage.last(stage.he).text and stage.last(stage.he).text.count("特别致谢") == 1
    assert not any("特别致谢" in text for text in stage.said(stage.group)[before:])
    clean(stage)
    assert "奖章“特别致谢”也一起收回" in taken(stage)
    assert "特别致谢" not in badges(stage) and "弄错人了" in asked(stage, stage.he, "/why 特别致谢")
    clean(stage)


def test_it_stays_as_long_as_another_award_stands_for_it(stage: Stage) -> None:
    stage.restart(ALONG)
    given(stage, "荣誉大使")
    given(stage, "创意生活家", "想得到。")
    assert "奖章" not in stage.last(stage.group).text
    assert "奖章" not in taken(stage) and "特别致谢" in badges(stage)
    stage.press(stage.owner, next(one for one in stage.messages(stage.staff) if one.buttons), "收回这个奖")
    assert "奖章“特别致谢”也一起收回" in asked(stage, stage.owner, "也弄错了")
    assert "特别致谢" not in badges(stage)
    clean(stage)


def test_who_had_it_by_hand_keeps_it_and_one_given_anew_by_hand_stays(stage: Stage) -> None:
    stage.restart(ALONG)
    stage.he.say(stage.group, "在")
    stage.play()
    asked(stage, stage.mo, "/badge @he 特别致谢 冬测那周守着群答到半夜")
    given(stage, "荣誉大使")
    assert "奖章" not in taken(stage) and "冬测那周" in badges(stage)
    asked(stage, stage.mo, "/revoke @he 特别致谢 记错了")
    given(stage, "创意生活家")
    asked(stage, stage.mo, "/revoke @he 特别致谢 又记错了")
    stage.advance(60)
    asked(stage, stage.mo, "/badge @he 特别致谢 这回没错")
    assert "奖章" not in taken(stage) and "这回没错" in badges(stage)
    clean(stage)


def test_the_audit_misses_a_badge_and_finds_one_that_was_left(stage: Stage) -> None:
    stage.restart(ALONG)
    given(stage, "荣誉大使")
    stage.do(lambda tx: tx.run("UPDATE honour SET revoked_at = 1, revoked_by = given_by, revoked_for = 'x'"))
    assert "badge that went with it" in found(stage)
    stage.do(lambda tx: tx.run("UPDATE honour SET revoked_at = NULL, revoked_by = NULL, revoked_for = NULL"))
    clean(stage)
    stage.do(lambda tx: tx.run("DELETE FROM badge"))
    assert "badge that goes with it" in found(stage)
