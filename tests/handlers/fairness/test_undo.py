"""Taking back: first a look at what it means, then one press, and each member is told why."""

import pytest

from actions.operations.forgetting import forget_anyway
from rules.fairness.undo import TooManyEntries, entries_in
from sandbox.world.people import Person
from storage import audits
from storage.ledger import ledger
from tests.databases import change, unguarded
from tests.stage import Stage


def points(stage: Stage, person: Person) -> int:
    member = stage.member(person)
    return stage.do(lambda tx: ledger.balance(tx, member.id).posted)


def newest(stage: Stage, person: Person) -> int:
    """The number of the person's newest entry."""
    member = stage.member(person)
    return stage.do(lambda tx: ledger.of_member(tx, member.id, 1)[0].id)


def test_an_entry_is_taken_back_after_a_preview_and_the_member_is_told(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @lin 60 好图")
    stage.play()
    private = stage.world.private(stage.mo)
    stage.mo.say(private, f"/undo {newest(stage, stage.lin)} 记到别人名下了")
    stage.play()
    preview = stage.last(stage.mo)
    assert "准备撤回 1 笔" in preview.text
    assert "从“活跃车友”回到“新晋车友”" in preview.text
    assert points(stage, stage.lin) == 60
    stage.press(stage.mo, preview, "确认撤回")
    assert (points(stage, stage.lin), stage.member(stage.lin).contribution, stage.member(stage.lin).level) == (
        0,
        0,
        "newcomer",
    )
    assert "已撤回 1 笔" in preview.text
    lin = stage.member(stage.lin)
    assert stage.do(lambda tx: audits.about(tx, lin.id, 1))[0].act == "points.undo"
    stage.evening()
    assert "有 60 分收回了，原因：记到别人名下了" in stage.last(stage.lin).text


def test_leaving_it_takes_nothing_back(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @lin 60 好图")
    stage.play()
    stage.mo.say(stage.world.private(stage.mo), f"/undo {newest(stage, stage.lin)} 看错了")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "先不撤")
    assert points(stage, stage.lin) == 60


def test_a_reply_to_the_credited_message_finds_its_entries(stage: Stage) -> None:
    word = stage.lin.say(stage.group, "签到")
    talk = stage.zhou.say(stage.group, "早")
    stage.play()
    stage.mo.say(stage.group, "/undo 代人签到", reply_to=word)
    stage.mo.say(stage.group, "/undo 代人签到", reply_to=talk)
    stage.play()
    seen = [m for (reader, _), m in stage.group.ephemeral.items() if reader == stage.mo.id]
    assert "每日签到" in seen[0].text
    assert "没有可以撤回的得分" in seen[1].text
    stage.press(stage.mo, seen[0], "确认撤回")
    assert points(stage, stage.lin) == 0
    stage.mo.say(stage.group, "/undo 代人签到", reply_to=word)
    stage.play()
    seen = [m for (reader, _), m in stage.group.ephemeral.items() if reader == stage.mo.id]
    assert "没有可以撤回的得分" in seen[-1].text


def test_a_message_of_the_same_number_before_the_group_became_a_supergroup_is_not_meant(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    stage.clock.advance(86_400)
    talk = stage.zhou.say(stage.group, "早")
    with unguarded(stage.connection):
        change(stage.connection, "UPDATE transfer SET message = :talk", talk=talk.id)
    stage.mo.say(stage.group, "/undo 看错了", reply_to=talk)
    stage.play()
    seen = [m for (reader, _), m in stage.group.ephemeral.items() if reader == stage.mo.id]
    assert "没有可以撤回的得分" in seen[-1].text


def test_several_are_taken_back_together_or_not_at_all(stage: Stage) -> None:
    for person in ("lin", "zhou", "he"):
        stage.mo.say(stage.staff, f"/grant @{person} 10 好图")
    stage.play()
    last = newest(stage, stage.he)
    private = stage.world.private(stage.owner)
    stage.owner.say(private, f"/undo {last - 2}-{last} 活动取消")
    stage.owner.say(private, f"/undo {last} 活动取消")
    stage.play()
    several, one = stage.messages(stage.owner)[-2:]
    stage.press(stage.owner, one, "确认撤回")
    assert "之前已经撤回过了" in stage.press(stage.owner, several, "确认撤回")
    assert (points(stage, stage.lin), points(stage, stage.he)) == (10, 0)
    stage.owner.say(private, f"/undo {last - 2}-{last - 1} 活动取消")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "确认撤回")
    assert points(stage, stage.lin) == points(stage, stage.zhou) == 0


def test_what_was_spent_is_borne_by_the_brand_and_nobody_is_left_in_debt(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @lin 50 好图")
    stage.play()
    entry = newest(stage, stage.lin)
    stage.mo.say(stage.staff, "/grant @lin -30 换了纪念品")
    stage.play()
    stage.mo.say(stage.world.private(stage.mo), f"/undo {entry} 记错了")
    stage.play()
    assert "其中 30 分已经花掉了" in stage.last(stage.mo).text
    stage.press(stage.mo, stage.last(stage.mo), "确认撤回")
    assert "品牌承担 30 分" in stage.last(stage.mo).text
    assert points(stage, stage.lin) == 0


def test_two_presses_of_the_same_preview_take_back_once(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @lin 50 好图")
    stage.play()
    stage.mo.say(stage.world.private(stage.mo), f"/undo {newest(stage, stage.lin)} 记错了")
    stage.play()
    preview = stage.last(stage.mo)
    stage.mo.press(preview, "确认撤回")
    stage.mo.press(preview, "确认撤回")
    stage.play()
    assert points(stage, stage.lin) == 0


def test_nobody_undoes_what_was_taken_from_themselves(stage: Stage) -> None:
    stage.owner.say(stage.staff, "/grant @mo 50 辛苦")
    stage.owner.say(stage.staff, "/grant @mo -20 误领")
    stage.play()
    stage.mo.say(stage.world.private(stage.mo), f"/undo {newest(stage, stage.mo)} 不服")
    stage.play()
    assert points(stage, stage.mo) == 30
    assert "自己的事不能自己经手" in stage.last(stage.mo).text


def test_number_reason_and_right_are_needed(stage: Stage) -> None:
    private = stage.world.private(stage.mo)
    for words in ("/undo", "/undo 99999 原因", "/undo 1"):
        stage.mo.say(private, words)
    stage.lin.say(stage.world.private(stage.lin), "/undo 1 原因")
    stage.play()
    said = stage.said(stage.mo)
    assert "要撤回哪一笔" in said[0]
    assert "99999" in said[1]
    assert "还差一句原因" in said[2]
    assert "给团队用" in stage.last(stage.lin).text


def test_numbers_and_ranges_are_understood() -> None:
    assert entries_in("#12，14-16 3 重复计分 5 次") == ((12, 14, 15, 16), "3 重复计分 5 次")
    assert entries_in("重复计分") == ((), "重复计分")
    with pytest.raises(TooManyEntries):
        entries_in("1-5000 全部")


def test_a_preview_promises_no_explanation_to_one_who_was_forgotten(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    lin = stage.member(stage.lin)
    entry = newest(stage, stage.lin)
    occasion = stage.occasion()
    stage.do(lambda tx: forget_anyway(tx, lin, occasion, "chance"))
    stage.mo.say(stage.world.private(stage.mo), f"/undo {entry} 重复计分")
    stage.play()
    preview = stage.last(stage.mo).text
    assert "对方会收到说明" not in preview and "不会再收到什么" in preview


@pytest.mark.parametrize("points", [20, 250], ids=["alone", "with a second person"])
def test_the_group_reads_of_points_for_as_long_as_they_stand(stage: Stage, points: int) -> None:
    message = stage.lin.say(stage.group, "胎压在“车辆”页里重置")
    stage.play()
    stage.mo.say(stage.group, f"/grant {points} 夜里拖车", reply_to=message)
    stage.play()
    if points > 200:
        stage.press(stage.owner, stage.last(stage.staff), "同意")

    def read() -> list[int]:
        found = [one for one in stage.messages(stage.group) if f"+{points} 分：夜里拖车" in one.text]
        return [one.reply_to.id for one in found if one.reply_to]

    assert len(read()) == 1
    for stands in (False, True, False):
        stage.owner.say(stage.world.private(stage.owner), f"/undo {newest(stage, stage.lin)} 给错人了")
        stage.play()
        stage.press(stage.owner, stage.last(stage.owner), "确认撤回")
        assert len(read()) == stands
