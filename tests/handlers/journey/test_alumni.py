"""Alumni are invited to the celebration and asked about newcomers, and by nothing else."""

from rules.stage import Stage as Step
from tests.handlers.honour.announcing import plain
from tests.handlers.journey.test_scout import hears, says
from tests.handlers.journey.test_stage import put
from tests.handlers.offers.eventing import announced, labels
from tests.stage import Stage

DAY = 86_400


def test_they_are_invited_to_an_event_once_with_their_evening(stage: Stage) -> None:
    put(stage, stage.zhou, Step.ALUMNI)
    put(stage, stage.he, Step.MATURE)
    assert "近期还没有活动" in says(stage, "/alumni").text
    announced(stage)
    listed = says(stage, "/alumni")
    label = next(text for text in labels(listed) if "请他们来" in text)
    assert "周舟　终身荣誉会员" in plain(listed.text)
    stage.press(stage.mo, listed, label)
    assert "给 1 位荣誉会员备好了" in stage.last(stage.staff).text
    listed = says(stage, "/alumni")
    assert "已经请过他们了" in stage.press(stage.mo, listed, label)
    stage.advance(900)
    stage.evening()
    assert "请你回来聚聚" in stage.last(stage.zhou).text
    assert not any("请你回来聚聚" in text for text in stage.said(stage.he))


def test_each_quarter_they_are_asked_about_newcomers_and_the_team_reads_the_answer(stage: Stage) -> None:
    put(stage, stage.zhou, Step.ALUMNI)
    now = stage.occasion().moment
    then = now.replace(year=2027, month=1, day=8, hour=18, minute=0, second=30)
    stage.world.person("新朋友").join(stage.group)
    stage.play()
    stage.advance((then - now).total_seconds())
    stage.evening()
    asked = stage.last(stage.zhou)
    assert "2 位新车友" in asked.text
    stage.press(stage.zhou, asked, "说两句")
    assert "转给版主了" in _says(stage, "先别急着改装")
    assert "先别急着改装" in plain(stage.last(stage.staff).text)


def test_without_any_the_team_is_told_so_and_the_year_ends_quietly(stage: Stage) -> None:
    assert "还没有人在荣誉期" in hears(stage, "/alumni")
    before = len(stage.messages(stage.staff))
    now = stage.occasion().moment
    stage.advance((now.replace(year=2027, month=11, day=1, hour=10, minute=0, second=30) - now).total_seconds())
    assert not [one for one in stage.messages(stage.staff)[before:] if one.text.startswith("🕊 荣誉期")]


def _says(stage: Stage, words: str) -> str:
    stage.zhou.say(stage.world.private(stage.zhou), words)
    stage.play()
    stage.sends(stage.zhou)
    return stage.last(stage.zhou).text
