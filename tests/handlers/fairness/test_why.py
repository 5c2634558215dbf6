"""Asking why something counted or did not."""

from bot.database import transact
from rules.values import replace
from storage import outcomes
from storage.outcomes import KEPT
from tests.stage import Stage


def test_why_tells_credits_and_refusals_to_the_one_who_asks_alone(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.lin.say(stage.group, "签到")
    stage.lin.say(stage.group, "/why@kocbot")
    stage.play()
    told = stage.whispers(stage.lin)[-1].text
    assert stage.said(stage.group) == []
    assert "+2 分 每日签到" in told
    assert "那天已经签过到" in told
    assert "明天 04:00 起重新算" in told


def test_why_in_private_with_nothing_to_tell_is_kind(stage: Stage) -> None:
    stage.lin.say(stage.world.private(stage.lin), "/why")
    stage.play()
    assert "还没有加分的记录" in stage.last(stage.lin).text


def test_only_the_latest_outcomes_of_a_member_are_kept(stage: Stage) -> None:
    lin, zhou = stage.member(stage.lin).id, stage.member(stage.zhou).id
    now = stage.occasion()
    transact(stage.connection, lambda tx: outcomes.note(tx, zhou, now, "thanks", "thanks/self"))
    for at in range(KEPT + 5):
        then = replace(now, now=at)
        transact(stage.connection, lambda tx, then=then: outcomes.note(tx, lin, then, "thanks", "thanks/self"))
    kept = transact(stage.connection, lambda tx: outcomes.latest(tx, lin, 1000))
    assert [noted.at for noted in kept] == list(range(KEPT + 4, 4, -1))
    assert len(transact(stage.connection, lambda tx: outcomes.latest(tx, zhou, 10))) == 1


def test_why_tells_what_of_the_day_is_used_up(stage: Stage) -> None:
    answer = stage.zhou.say(stage.group, "雨刷这样换")
    stage.play()
    stage.lin.react(answer, "🙏")
    stage.play()
    for person, told in (
        (stage.lin, "送出 1 次（每天 5 次），收到 0 次"),
        (stage.zhou, "送出 0 次（每天 5 次），收到 1 次"),
    ):
        person.say(stage.world.private(person), "/why")
        stage.play()
        assert told in stage.last(person).text and "还没签到" in stage.last(person).text


def test_who_was_thanked_reads_by_whom_and_for_what(stage: Stage) -> None:
    answer = stage.zhou.say(stage.group, "雨刷这样换")
    stage.lin.say(stage.group, "谢谢，拆得很细", reply_to=answer)
    stage.zhou.say(stage.world.private(stage.zhou), "/why")
    stage.play()
    assert "+4 分 收到感谢 · \u2068林晓\u2069：“拆得很细”" in stage.last(stage.zhou).text


def test_a_thank_that_did_not_count_names_whom_it_was_for(stage: Stage) -> None:
    answer = stage.zhou.say(stage.group, "雨刷这样换")
    stage.xin.say(stage.group, "谢谢！", reply_to=answer)
    stage.xin.start()
    stage.xin.say(stage.world.private(stage.xin), "/why")
    stage.play()
    assert "给 \u2068周舟\u2069 的感谢" in stage.last(stage.xin).text
