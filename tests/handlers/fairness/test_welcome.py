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
    assert "商城" in stage.last(stage.lin).text


def test_who_has_long_been_with_us_is_not_greeted_like_a_newcomer(stage: Stage) -> None:
    now, lin = int(stage.clock.now()), stage.member(stage.lin).id
    stage.do(lambda tx: tx.run("UPDATE member SET first_seen = :now WHERE id = :lin", now=now - 29 * 86_400, lin=lin))
    tell(stage, stage.lin, "/start")
    stage.play()
    assert "欢迎来到" in stage.last(stage.lin).text
    stage.advance(86_400)
    tell(stage, stage.lin, "/start")
    stage.play()
    greeting = stage.last(stage.lin).text
    assert "又见面了" in greeting and "欢迎来到" not in greeting and "每天一次" not in greeting
    stage.lin.leave(stage.group)
    stage.play()
    tell(stage, stage.lin, "/start")
    stage.play()
    assert "又见面了" in stage.last(stage.lin).text and "积分和记录都给你留着" in stage.last(stage.lin).text
