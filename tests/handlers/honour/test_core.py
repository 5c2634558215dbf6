"""The core group: offered in the evening, entered by a link of one's own, welcomed once."""

import pytest

from rules.programme.cores import Core
from rules.programme.programme import Programme
from sandbox.world.refusals import Impossible
from tests.handlers.honour.coring import (
    DAY,
    HOUR,
    MINUTE,
    core_of,
    inside,
    invitation,
    joins,
    link_for,
    link_in,
    may_enter,
    read,
    says,
)
from tests.handlers.honour.test_me import pay
from tests.stage import Stage


def test_who_reaches_the_level_is_offered_it_with_the_day_and_makes_the_link_when_they_want_it(stage: Stage) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)
    stage.advance(15 * MINUTE)
    before = len(stage.said(stage.lin))
    assert not core.invitations, "no link before somebody wants it"
    stage.evening()
    assert len(stage.said(stage.lin)) == before + 1, "one message"
    assert "核心群的邀请" in stage.last(stage.lin).text
    assert "“核心圈”你可以进了" in stage.last(stage.lin).text
    assert "邀请马上私聊发给你" in stage.press(stage.lin, stage.last(stage.lin), "进“核心圈”")
    link = invitation(core, link_in(stage, stage.lin))
    assert (link.name, link.member_limit, link.expires_at) == ("林晓", 1, int(stage.clock.now()) + 7 * DAY)
    joins(stage, stage.lin, core, link.link)
    assert inside(core, stage.lin)
    assert not stage.said(core)
    stage.advance(12 * HOUR)
    [welcome] = read(stage, core)
    assert "欢迎 林晓 来到这里" in welcome


def test_a_brand_says_for_how_long_an_invitation_is_good() -> None:
    stage = Stage(Programme(core=Core(link_days=3)))
    core = core_of(stage)
    may_enter(stage, stage.lin)
    assert "3 天内有效" in says(stage, stage.lin, "/core")
    link = invitation(core, link_for(stage, stage.lin))
    assert link.expires_at == int(stage.clock.now()) + 3 * DAY


def test_nobody_else_is_told_and_nobody_is_told_twice(stage: Stage) -> None:
    core_of(stage)
    pay(stage, stage.zhou, 290)
    may_enter(stage, stage.lin)
    for _ in range(3):
        stage.evening()
    assert [text for text in stage.said(stage.lin) if "你可以进了" in text][1:] == []
    assert not [text for text in stage.said(stage.zhou) if "核心圈" in text]
    assert "到了“资深玩家”就能进，你还差 10 贡献值" in says(stage, stage.zhou, "怎么进核心群")


def test_a_community_with_a_past_is_offered_it_quietly_and_welcomed_in_one_message(stage: Stage) -> None:
    for person in (stage.lin, stage.zhou, stage.he):
        may_enter(stage, person)
    stage.evening()
    assert not [text for text in stage.said(stage.lin) if "核心" in text], "what is not there is not promised"
    assert "还没有核心群" in says(stage, stage.lin, "/core")
    core = core_of(stage, stage.he)
    stage.advance(DAY)
    assert not [text for text in stage.said(stage.he) if "你可以进了" in text], "who is there needs no invitation"
    for person in (stage.lin, stage.zhou):
        joins(stage, person, core, link_for(stage, person))
    stage.advance(HOUR)
    [welcome] = read(stage, core)
    assert "林晓" in welcome and "周舟" in welcome
    assert not [text for text in read(stage, stage.staff) if "核心圈" in text]


def test_a_link_that_ran_out_lets_nobody_in_and_is_asked_for_again(stage: Stage) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)
    old = link_for(stage, stage.lin)
    stage.advance(7 * DAY)
    with pytest.raises(Impossible):
        stage.lin.join(core, invitation(core, old))
    new = link_for(stage, stage.lin)
    assert new != old
    joins(stage, stage.lin, core, new)
    assert inside(core, stage.lin)


def test_a_lost_link_is_replaced_and_the_older_one_is_void(stage: Stage) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)
    old = link_for(stage, stage.lin)
    assert "再要一条，旧的就作废" in says(stage, stage.lin, "/core")
    new = link_for(stage, stage.lin)
    assert invitation(core, old).revoked
    assert not invitation(core, new).revoked
    assert [text for text in stage.said(stage.lin) if "给你的邀请" in text][1:] == [], "one link stands in the chat"


def test_who_leaves_and_comes_back_has_a_new_link_and_no_second_welcome(stage: Stage) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)
    joins(stage, stage.lin, core, link_for(stage, stage.lin))
    stage.advance(HOUR)
    assert len(stage.said(core)) == 1
    stage.lin.leave(core)
    stage.play()
    stage.evening()
    assert "你可以进了" not in stage.last(stage.lin).text
    joins(stage, stage.lin, core, link_for(stage, stage.lin))
    stage.advance(DAY)
    assert inside(core, stage.lin)
    assert len(stage.said(core)) == 1
    assert "你已经在“核心圈”里了" in says(stage, stage.lin, "/core")


def test_levels_and_the_guide_tell_of_it_once_it_is_there(stage: Stage) -> None:
    assert "核心群的邀请" not in says(stage, stage.lin, "/levels")
    assert "/core" not in says(stage, stage.lin, "/guide")
    core_of(stage)
    assert "核心群的邀请" in says(stage, stage.lin, "/levels")
    assert not stage.last(stage.lin).buttons
    assert "到了“资深玩家”就能进，发 /core" in says(stage, stage.lin, "/guide")
    may_enter(stage, stage.lin)
    says(stage, stage.lin, "/levels")
    stage.press(stage.lin, stage.last(stage.lin), "进“核心圈”")
    assert link_in(stage, stage.lin)


def test_without_the_right_to_invite_the_member_reads_kind_words_and_staff_who_it_is_once(stage: Stage) -> None:
    core = core_of(stage, held=set())
    may_enter(stage, stage.lin)
    for _ in range(2):
        says(stage, stage.lin, "/core")
        stage.press(stage.lin, stage.last(stage.lin), "进“核心圈”")
        assert "已经请版主拉你进去" in stage.last(stage.lin).text
    assert len([text for text in read(stage, stage.staff) if "我没有“邀请成员”的权限" in text]) == 1
    assert not core.invitations
    stage.owner.bring(stage.lin, core)
    stage.play()
    assert inside(core, stage.lin)
    stage.advance(HOUR)
    assert "欢迎 林晓" in read(stage, core)[-1]


def test_a_right_that_was_taken_away_unseen_is_told_the_same_way(stage: Stage) -> None:
    core = core_of(stage)
    stage.world.promote(core, stage.world.bot, "can_delete_messages")
    stage.world.updates.clear()
    may_enter(stage, stage.lin)
    says(stage, stage.lin, "/core")
    stage.press(stage.lin, stage.last(stage.lin), "进“核心圈”")
    assert "已经请版主拉你进去" in stage.last(stage.lin).text
    assert "可以进“核心圈”，可我没有“邀请成员”的权限" in read(stage, stage.staff)[-1]
