"""A resource may ask for a title of a track: who holds it or a higher one may apply; it is changed by the form."""

from rules.works.challenge import SkillTrack
from storage.works import track_titles
from tests.handlers.offers.resourcing import detail, offered
from tests.handlers.works.desk import labels
from tests.stage import Stage


def test_a_title_of_a_track_may_be_asked_for_in_one_track_or_in_any(stage: Stage) -> None:
    offered(stage, "赛道：视频", "要哪个头衔：资深创作者")
    offered(stage, "标题：补光灯", "要哪个头衔：新锐创作者")
    lin, by = stage.member(stage.lin).id, stage.member(stage.owner).id
    assert "还差：视频的“资深创作者”（见 /growth）" in detail(stage, stage.lin).text
    assert "还差：“新锐创作者”" in detail(stage, stage.lin, 2).text
    for track in (SkillTrack.PHOTO, SkillTrack.VIDEO):
        assert "申请" not in labels(detail(stage, stage.lin))
        stage.do(lambda tx, track=track: track_titles.give(tx, lin, track, "invited", by, 0, "手稳"))
        assert "申请" in labels(detail(stage, stage.lin, 2)), "a higher one of any track will do"
    assert "视频“资深创作者”起" in detail(stage, stage.lin).text and "申请" in labels(detail(stage, stage.lin))


def test_the_title_that_is_asked_for_is_changed_and_taken_away_by_the_form(stage: Stage) -> None:
    offered(stage, "要哪个头衔：资深创作者")
    stage.mo.say(stage.world.private(stage.mo), "/editresource 1")
    stage.play()
    assert "要哪个头衔：资深创作者" in stage.last(stage.mo).text
    stage.mo.say(stage.world.private(stage.mo), "要哪个头衔：")
    stage.play()
    assert "谁能申请：都可以" in stage.last(stage.mo).text
