"""A newcomer leaves the groups: whoever accompanied them hears of it, and can take on somebody else."""

from tests.handlers.honour.announcing import plain
from tests.handlers.honour.mentoring import entrusted, mentor_stage, paired


def test_a_mentor_hears_that_their_newcomer_has_left() -> None:
    stage = mentor_stage()
    entrusted(stage, stage.zhou)
    paired(stage, stage.zhou, stage.xin)
    stage.xin.leave(stage.group)
    stage.play()
    stage.advance(3_700)
    stage.evening()
    assert "新新 离开群了" in plain(stage.last(stage.zhou).text)
