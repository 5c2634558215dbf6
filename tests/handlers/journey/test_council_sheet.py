"""The sheets of the council: proposals with the team's answer, what votes said, who sits there; never who voted how."""

import pytest

from sandbox.world.chats import Chat
from tests.handlers.journey.counselling import core_with, council_stage, pressed, proposed, says, seated, votes
from tests.handlers.journey.test_council_vote import TALK_S, VOTE_S
from tests.handlers.operations.test_export import exported, shown
from tests.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return council_stage()


@pytest.fixture
def core(stage: Stage) -> Chat:
    room = core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.lin, stage.zhou, stage.he)
    return room


def carried(stage: Stage, core: Chat) -> None:
    proposed(stage, stage.lin)
    stage.advance(TALK_S)
    votes(stage, core, (stage.lin, 0), (stage.zhou, 0), (stage.he, 1))
    stage.advance(VOTE_S)


def test_a_proposal_stands_with_what_became_of_it(stage: Stage, core: Chat) -> None:
    carried(stage, core)
    [found] = shown(stage, "council_proposals")
    assert (found["成员"], found["建议还是否决"], found["状态"]) == ("林晓", "建议", "通过了")
    assert (
        (found["团队的答复"], found["答复的话"]) == ("还没答复", "") and found["反馈编号"] and found["答应答复的时间"]
    )
    card = next(one for one in stage.messages(stage.staff) if "排在最前面" in one.text)
    stage.press(stage.mo, card, "暂不采纳")
    says(stage, stage.mo, "现在的电机没有防夹，先等下一代")
    [found] = shown(stage, "council_proposals")
    assert (found["团队的答复"], found["答复的话"]) == ("这次先不做", "现在的电机没有防夹，先等下一代")


def test_a_vote_stands_with_its_numbers_once_they_are_frozen_and_never_with_who_voted_how(
    stage: Stage, core: Chat
) -> None:
    proposed(stage, stage.lin)
    stage.advance(TALK_S)
    votes(stage, core, (stage.lin, 0), (stage.zhou, 0), (stage.he, 1))
    [running] = shown(stage, "council_votes")
    assert (running["状态"], running["赞成"], running["几位有票"], running["几票才作数"]) == ("在投票", None, None, 2)
    stage.advance(VOTE_S)
    [over] = shown(stage, "council_votes")
    assert (over["状态"], over["赞成"], over["反对"], over["弃权"], over["几位有票"]) == ("通过了", 2, 1, 0, 3)
    assert "telegram_id" not in exported(stage, "council_votes").columns


def test_seats_tell_who_sits_there_who_did_and_who_was_asked(stage: Stage) -> None:
    says(stage, stage.mo, "/seat @lin")
    assert [(row["成员"], row["状态"]) for row in shown(stage, "council_seats")] == [("林晓", "等答复")]
    pressed(stage, stage.lin, "我愿意")
    says(stage, stage.mo, "/seat @zhou")
    pressed(stage, stage.zhou, "这次先不了")
    rows = {row["成员"]: row for row in shown(stage, "council_seats")}
    assert (rows["林晓"]["状态"], rows["林晓"]["邀请人"], rows["周舟"]["状态"]) == ("在任", "莫莫", "这次先不了")
    assert rows["林晓"]["任期到"] and not rows["周舟"]["上任时间"]
    says(stage, stage.lin, "/council")
    pressed(stage, stage.lin, "不再担任委员")
    pressed(stage, stage.lin, "确定不再担任")
    assert {row["成员"]: row["状态"] for row in shown(stage, "council_seats")}["林晓"] == "卸任了"
