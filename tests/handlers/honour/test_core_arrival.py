"""Who comes into the core group, or knocks: forwarded links, requests, people of the past, people under a sanction."""

import pytest

from rules.people import Role
from rules.programme.levels import LADDER, Levels
from rules.programme.programme import Programme
from rules.values import replace
from sandbox.world.moving import enter, promote
from sandbox.world.people import Person
from sandbox.world.refusals import Impossible
from storage import members
from tests.handlers.honour.coring import (
    DAY,
    MINUTE,
    core_of,
    inside,
    invitation,
    joins,
    link_for,
    may_enter,
    read,
    says,
)
from tests.handlers.honour.test_me import plain
from tests.stage import Stage


def suspended(stage: Stage, person: Person, days: int = 3) -> None:
    """For so many days."""
    until, member = int(stage.clock.now()) + days * DAY, stage.member(person).id
    stage.do(lambda tx: tx.run("UPDATE member SET suspended_until = :u WHERE id = :m", u=until, m=member))


def lowered(stage: Stage, person: Person) -> None:
    """What made their level is taken back."""
    member = stage.member(person).id
    stage.do(lambda tx: tx.run("UPDATE member SET contribution = 250, level = 'active' WHERE id = :m", m=member))


def test_a_forwarded_link_lets_nobody_else_in_and_staff_read_once_whose_it_was(stage: Stage) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)
    joins(stage, stage.zhou, core, link_for(stage, stage.lin))
    assert not inside(core, stage.zhou)
    assert core.member(stage.zhou.id).status == "left", "on nobody's list"
    used = stage.last(stage.lin)
    assert "你可以进了" in used.text and [button.text for [button] in used.buttons] == ["进“核心圈”"], (
        "another, not a dead link"
    )
    told = stage.last(stage.zhou).text
    assert "那条是给另一位车友的" in told and "还差 300 贡献值" in told
    [card] = read(stage, stage.staff)
    assert "周舟 进了“核心圈”" in card and "用的是给 林晓 的那条邀请" in card
    assert not stage.said(core), "nothing in the group, nor that somebody was put out"
    joins(stage, stage.zhou, core, link_for(stage, stage.lin))
    assert not inside(core, stage.zhou)
    assert len(stage.said(stage.staff)) == 1
    joins(stage, stage.lin, core, link_for(stage, stage.lin))
    assert inside(core, stage.lin)


def test_who_never_started_the_bot_is_put_out_without_a_word(stage: Stage) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)
    joins(stage, stage.xin, core, link_for(stage, stage.lin))
    assert not inside(core, stage.xin)
    assert not stage.said(stage.xin)
    assert "也告诉了 TA" not in read(stage, stage.staff)[-1]


def test_whom_a_moderator_or_an_unnamed_admin_adds_stays_whom_a_member_adds_does_not(stage: Stage) -> None:
    core = core_of(stage, stage.mo, stage.lin)
    stage.mo.bring(stage.zhou, core)
    stage.play()
    stage.lin.bring(stage.he, core)
    stage.play()
    assert inside(core, stage.zhou)
    assert not inside(core, stage.he)
    assert "是 林晓 拉进来的" in read(stage, stage.staff)[-1]
    stage.zhou.leave(core)
    stage.play()
    joins(stage, stage.zhou, core, link_for(stage, stage.zhou))
    assert inside(core, stage.zhou), "a guest of the team may come back"
    boss = stage.world.anonymous_admin(core)
    enter(stage.world, core, stage.he, by=boss)
    stage.play()
    assert inside(core, stage.he)


def test_staff_administrators_and_bots_are_left_alone(stage: Stage) -> None:
    core = core_of(stage)
    stage.mo.join(core)
    stage.play()
    assert inside(core, stage.mo)
    promote(stage.world, core, stage.zhou, None, stage.owner)
    stage.play()
    assert inside(core, stage.zhou)


def test_a_request_of_whoever_may_is_granted_and_of_others_answered_with_what_is_missing(stage: Stage) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)
    stage.lin.request_to_join(core)
    stage.play()
    assert inside(core, stage.lin)
    stranger = stage.world.person("路过")
    stranger.request_to_join(core)
    stage.play()
    assert "到了“资深玩家”就能进，你还差 300 贡献值" in stage.last(stranger).text
    assert stranger.id in core.join_requests, "the word comes first"
    stage.advance(MINUTE)
    assert not inside(core, stranger)
    assert stranger.id not in core.join_requests
    assert not stage.said(stage.staff)


def test_who_was_there_once_and_asks_to_come_back_is_a_card_and_comes_back_as_a_guest(stage: Stage) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)
    joins(stage, stage.lin, core, link_for(stage, stage.lin))
    stage.lin.leave(core)
    stage.play()
    lowered(stage, stage.lin)
    stage.lin.request_to_join(core)
    stage.play()
    assert "好久不见" in stage.last(stage.lin).text
    card = stage.last(stage.staff)
    assert "林晓 想回“核心圈”" in plain(card.text) and "差 50 贡献值" in plain(card.text)
    stage.advance(MINUTE)
    stage.press(stage.mo, card, "请 TA 回来")
    assert "请 林晓 回“核心圈”了" in plain(card.text)
    assert "欢迎你回“核心圈”" in stage.last(stage.lin).text
    stage.press(stage.lin, stage.last(stage.lin), "进“核心圈”")
    [[button]] = stage.last(stage.lin).buttons
    joins(stage, stage.lin, core, button.url or "")
    assert inside(core, stage.lin)
    stage.advance(2 * DAY)
    assert not [text for text in read(stage, stage.staff) if "等级现在不够了" in text]


def test_not_this_time_is_said_kindly(stage: Stage) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)
    joins(stage, stage.lin, core, link_for(stage, stage.lin))
    stage.lin.leave(core)
    lowered(stage, stage.lin)
    stage.play()
    stage.lin.request_to_join(core)
    stage.play()
    stage.press(stage.mo, stage.last(stage.staff), "这次先不")
    assert "这次还不行。你攒下的都还在" in stage.last(stage.lin).text


def test_whoever_comes_by_their_own_link_in_the_minute_of_a_suspension_is_not_said_to_have_none(stage: Stage) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)
    link = link_for(stage, stage.lin)
    suspended(stage, stage.lin)
    joins(stage, stage.lin, core, link)
    assert not inside(core, stage.lin)
    [card] = read(stage, stage.staff)
    assert "还在暂停期" in card and "用的是 TA 自己的那条邀请" in card and "不是我发的" not in card


def test_no_invitation_while_a_sanction_lasts_and_a_new_one_afterwards(stage: Stage) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)
    old = link_for(stage, stage.lin)
    suspended(stage, stage.lin)
    stage.advance(MINUTE)
    assert invitation(core, old).revoked
    with pytest.raises(Impossible):
        stage.lin.join(core, invitation(core, old))
    assert "你在暂停期，到11月19日" in says(stage, stage.lin, "/core")
    assert not stage.last(stage.lin).buttons
    stage.lin.request_to_join(core)
    stage.play()
    assert "这之前先进不去" in stage.last(stage.lin).text
    stage.advance(DAY)
    assert not [text for text in read(stage, stage.staff) if "核心圈" in text]
    stage.evening()
    assert "你可以进了" not in stage.last(stage.lin).text
    stage.advance(3 * DAY)
    assert "你可以进了" in stage.last(stage.lin).text
    joins(stage, stage.lin, core, link_for(stage, stage.lin))
    assert inside(core, stage.lin)


def test_an_offer_that_waits_for_the_evening_is_not_made_to_one_who_is_suspended_meanwhile(stage: Stage) -> None:
    core_of(stage)
    may_enter(stage, stage.lin)
    stage.advance(15 * MINUTE)
    suspended(stage, stage.lin)
    stage.evening()
    assert not [text for text in stage.said(stage.lin) if "你可以进了" in text]
    stage.advance(4 * DAY)
    assert [text for text in stage.said(stage.lin) if "你可以进了" in text]


def test_where_no_level_opens_the_group_people_alone_decide(stage: Stage) -> None:
    shut = [replace(one, privileges=tuple(p for p in one.privileges if p != "core_group")) for one in LADDER]
    stage.restart(Programme(levels=Levels(shut)))
    core = core_of(stage)
    stage.zhou.join(core)
    stage.he.request_to_join(core)
    stage.play()
    stage.advance(DAY)
    assert inside(core, stage.zhou)
    assert stage.he.id in core.join_requests
    assert "谁能进，由版主定" in says(stage, stage.he, "/core")


def test_an_office_opens_the_door(stage: Stage) -> None:
    core = core_of(stage)
    member = stage.member(stage.he).id
    stage.do(lambda tx: members.give_role(tx, member, Role.MENTOR, None, 1))
    joins(stage, stage.he, core, link_for(stage, stage.he))
    assert inside(core, stage.he)
