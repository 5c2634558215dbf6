"""The first words in private, to members and to those who run the place."""

from tests.shopping import tell
from tests.stage import Stage


def test_one_of_the_team_reads_where_their_work_waits_and_is_only_thanked(stage: Stage) -> None:
    tell(stage, stage.rui, "/start")
    stage.play()
    greeting = stage.last(stage.rui).text
    assert "运营小组" in greeting and "签到" not in greeting and "在群里才算数" not in greeting
    tell(stage, stage.lin, "/start")
    stage.play()
    assert "签到" in stage.last(stage.lin).text
