"""Points that no second person decides about: after a week they are let go, and nobody waits for them any more."""

from storage.operations import hindrances
from tests.handlers.fairness.test_grant import points
from tests.stage import Stage


def lapsed(stage: Stage) -> int:
    """How many lines of the staff group say so."""
    return sum("没人定，作罢了" in text for text in stage.said(stage.staff))


def test_what_nobody_decides_in_a_week_lapses_with_a_line_and_keeps_nobody_from_being_forgotten(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @lin 500 组织年会")
    stage.play()
    card, lin = stage.last(stage.staff), stage.member(stage.lin).id
    stage.advance(7 * 86_400 - 3_600)
    stage.advance(60)
    assert card.buttons and not lapsed(stage)
    stage.advance(2 * 3_600)
    assert not card.buttons and "没人定，作罢了：" in card.text and "+500" in card.text
    assert lapsed(stage) == 2
    stage.advance(3_600)
    assert lapsed(stage) == 2
    assert not stage.do(lambda tx: hindrances.standing(tx, lin, int(stage.clock.now()), 0))
    assert points(stage, stage.lin) == 0
    stage.mo.say(stage.staff, "/grant @lin 500 组织年会")
    stage.play()
    stage.press(stage.owner, stage.last(stage.staff), "同意")
    assert points(stage, stage.lin) == 500


def test_a_list_that_nobody_decides_in_a_week_lapses_with_a_line(stage: Stage) -> None:
    private, alone = stage.world.private(stage.mo), stage.programme.grants.alone_member_day
    stage.mo.say(private, f"/grants 组织年会\n@lin {alone + 1}\n@zhou 1")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "就这样加")
    card = stage.last(stage.staff)
    assert card.buttons
    stage.advance(7 * 86_400 + 3_600)
    assert not card.buttons and "没人定，作罢了" in card.text and lapsed(stage) == 2
    assert stage.do(lambda tx: tx.value("SELECT state FROM grant_batch")) == "lapsed"
    assert points(stage, stage.zhou) == 0
