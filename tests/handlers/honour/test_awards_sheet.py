"""The sheets of awards: given, nominated, voted; never who nominated or voted for whom."""

from tests.handlers.honour.test_award import FEW, HELPED, counted, evenings, voting
from tests.handlers.honour.test_award_gone import WITHOUT
from tests.handlers.operations.test_export import exported, shown
from tests.stage import Stage


def voted(stage: Stage) -> None:
    """Two vote for He, one for Zhou; the week is over."""
    stage.restart(FEW)
    vote = voting(stage)
    for person, name in ((stage.lin, "何川"), (stage.zhou, "何川"), (stage.he, "周舟")):
        stage.press(person, vote, name)


def given(stage: Stage) -> None:
    voted(stage)
    evenings(stage, 7)
    stage.press(stage.owner, counted(stage), "何川")
    stage.owner.say(stage.world.private(stage.owner), "半夜有人求助，总有他。")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "颁奖")


def test_an_award_stands_with_its_citation_and_with_why_it_was_taken_back(stage: Stage) -> None:
    given(stage)
    [found] = shown(stage, "honours")
    assert (found["成员"], found["奖项"], found["年份"]) == ("何川", "年度热心用户", 2026)
    assert (found["颁奖词"], found["颁发人"], found["收回的时间"]) == ("半夜有人求助，总有他。", stage.owner.name, None)
    assert shown(stage, "honours", "en")[0]["Award"] == "Top Helper"
    stage.press(stage.owner, stage.last(stage.staff), "收回这个奖")
    stage.owner.say(stage.world.private(stage.owner), "弄错人了")
    stage.play()
    stage.sends(stage.owner)
    [found] = shown(stage, "honours")
    assert (found["收回的人"], found["收回的原因"]) == (stage.owner.name, "弄错人了") and found["收回的时间"]


def test_nominations_say_who_was_nominated_and_why_but_not_by_whom(stage: Stage) -> None:
    voting(stage)
    rows = shown(stage, "nominations")
    assert [(row["成员"], row["奖项"], row["提名的理由"]) for row in rows] == [
        ("何川", "年度热心用户", HELPED),
        ("周舟", "年度热心用户", HELPED),
    ]
    assert exported(stage, "nominations").columns == (
        "id",
        "at",
        "award_round",
        "award",
        "year",
        "telegram_id",
        "nominated_for",
    )
    whole = str(list(exported(stage, "nominations").rows))
    assert str(stage.lin.id) not in whole


def test_a_vote_has_numbers_once_it_is_counted_and_never_says_who_voted_how(stage: Stage) -> None:
    voted(stage)
    running = shown(stage, "award_votes")
    assert [(row["几号"], row["成员"], row["状态"], row["票数"], row["几位选了"]) for row in running] == [
        (1, "周舟", "在投票", None, None),
        (2, "何川", "在投票", None, None),
    ]
    evenings(stage, 7)
    over = shown(stage, "award_votes")
    assert [(row["成员"], row["状态"], row["票数"], row["几位选了"]) for row in over] == [
        ("周舟", "计完票了", 1, 3),
        ("何川", "计完票了", 2, 3),
    ]
    assert over[0]["几票才作数"] == 2 and over[0]["计票时间"] and over[0]["几位有票"]
    assert str(stage.lin.id) not in str(list(exported(stage, "award_votes").rows))


def test_a_vote_that_was_called_off_has_no_numbers(stage: Stage) -> None:
    voted(stage)
    stage.restart(WITHOUT)
    evenings(stage, 7)
    rows = shown(stage, "award_votes")
    assert {(row["状态"], row["票数"], row["奖项"]) for row in rows} == {("提前停了", None, "helper")}
