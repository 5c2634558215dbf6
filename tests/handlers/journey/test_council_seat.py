"""Seats of the council: offered by staff, taken by a tap, ended kindly, and never more of them than there are."""

import pytest

from rules.people import Role
from rules.rights import Right
from sandbox.world.people import Person
from storage import audits, members
from tests.handlers.honour.announcing import plain
from tests.handlers.honour.test_tag import allow
from tests.handlers.journey.counselling import DAY_S, core_with, council_stage, pressed, proposed, says, seated, votes
from tests.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return council_stage(seats=2)


def sits(stage: Stage, person: Person) -> bool:
    member = stage.member(person).id
    return Role.COUNCIL in stage.do(lambda tx: members.roles(tx, member))


def invited(stage: Stage, person: Person) -> None:
    assert "邀请" in says(stage, stage.mo, f"/seat @{person.username}")


def test_staff_invite_and_the_invited_take_the_seat_by_a_tap(stage: Stage) -> None:
    core = core_with(stage, stage.zhou)
    invited(stage, stage.lin)
    assert not sits(stage, stage.lin) and "等答复的邀请" in says(stage, stage.mo, "/council")
    offer = stage.last(stage.lin)
    pressed(stage, stage.lin, "我愿意")
    assert sits(stage, stage.lin) and "发 /core" in stage.last(stage.lin).text
    assert "林晓 加入了顾问委员会" in plain(stage.last(core).text) and "林晓" in stage.last(stage.staff).text
    assert not offer.buttons and "你是委员，这一任到" in says(stage, stage.lin, "委员会")
    acts = stage.do(lambda tx: [act.act for act in audits.latest(tx, 5)])
    assert {"council.invite", "council.accept"} <= set(acts)


def test_who_sits_and_is_not_in_the_core_group_yet_finds_the_way_into_it(stage: Stage) -> None:
    core_with(stage, stage.zhou)
    seated(stage, stage.lin, stage.zhou)
    assert "你还没进" in says(stage, stage.lin, "/council")
    assert any(one.text.startswith("进“") for row in stage.last(stage.lin).buttons for one in row)
    assert "你还没进" not in says(stage, stage.zhou, "/council")


@pytest.mark.parametrize(("shown", "mentor"), [(True, True), (False, False)])
def test_a_title_beside_the_name_is_promised_only_where_it_comes_to_stand(
    stage: Stage, *, shown: bool, mentor: bool
) -> None:
    if shown:
        allow(stage, {Right.TAGS})
    lin = stage.member(stage.lin).id
    if mentor:
        stage.do(lambda tx: members.give_role(tx, lin, Role.MENTOR, lin, 0))
    invited(stage, stage.lin)
    pressed(stage, stage.lin, "我愿意")
    assert ("名字旁边的头衔" in stage.last(stage.lin).text) is shown


def test_staff_are_asked_to_nudge_only_whom_the_bot_cannot_write_to(stage: Stage) -> None:
    assert "请提醒一声" not in says(stage, stage.mo, f"/seat {stage.lin.id}")
    zhou = stage.member(stage.zhou).id
    stage.do(lambda tx: members.set_reachable(tx, zhou, False))
    assert "还没点过“开始”，或拉黑了我，请提醒一声" in says(stage, stage.mo, f"/seat {stage.zhou.id}")


def test_by_reply_in_the_group_nobody_else_reads_that_somebody_is_invited(stage: Stage) -> None:
    there = stage.lin.say(stage.group, "这周末有人一起吗")
    call = stage.mo.say(stage.group, "/seat", reply_to=there)
    stage.play()
    assert "想请你加入" in stage.last(stage.lin).text
    assert call.deleted and not any("委员" in said for said in stage.said(stage.group))


def test_whoever_would_rather_not_is_asked_for_no_reason(stage: Stage) -> None:
    invited(stage, stage.lin)
    pressed(stage, stage.lin, "这次先不了")
    assert not sits(stage, stage.lin) and "林晓 这次先不进" in plain(stage.last(stage.staff).text)
    invited(stage, stage.lin)


def test_there_are_no_more_seats_than_the_brand_has(stage: Stage) -> None:
    invited(stage, stage.lin)
    seated(stage, stage.zhou)
    assert "没有空位（1 席留给了还没答复的邀请）" in says(stage, stage.mo, "/seat @he")
    seated(stage, stage.he)
    assert "没有空位" in pressed(stage, stage.lin, "我愿意") and not sits(stage, stage.lin)


def test_who_may_be_invited_is_declared(stage: Stage) -> None:
    assert "还差 30 天" in says(stage, stage.mo, "/seat @xin") or "还当不了委员" in stage.last(stage.mo).text
    assert "自己" in says(stage, stage.mo, "/seat @mo")
    invited(stage, stage.lin)
    assert "已经收到邀请" in says(stage, stage.mo, "/seat @lin")
    levels = Stage()
    assert "“领航顾问”或更高的等级" in says(levels, levels.mo, "/seat @lin")


def test_an_invitation_can_be_taken_up_to_the_end_of_the_day_that_it_names(stage: Stage) -> None:
    invited(stage, stage.lin)
    stage.advance(14 * DAY_S + 14 * 3600 + 50 * 60)
    pressed(stage, stage.lin, "我愿意")
    assert sits(stage, stage.lin)


def test_an_invitation_that_was_taken_back_or_is_over_says_so(stage: Stage) -> None:
    invited(stage, stage.lin)
    says(stage, stage.mo, "/council")
    pressed(stage, stage.mo, "收回给 林晓 的邀请")
    assert "已经结束" in pressed(stage, stage.lin, "我愿意")
    invited(stage, stage.lin)
    stage.advance(14 * DAY_S + 600)
    assert not any("到时间了" in said for said in stage.said(stage.staff))
    stage.advance(DAY_S)
    assert any("没等到答复，到时间了" in said for said in stage.said(stage.staff))
    assert not sits(stage, stage.lin)


def test_a_term_ends_with_thanks_and_goes_on_with_a_tap(stage: Stage) -> None:
    invited(stage, stage.lin)
    pressed(stage, stage.lin, "我愿意")
    stage.advance(181 * DAY_S)
    assert not sits(stage, stage.lin)
    stage.evening()
    assert "谢谢你这一程" in stage.last(stage.lin).text
    pressed(stage, stage.lin, "再任一届")
    assert sits(stage, stage.lin) and "又是一任" in stage.last(stage.lin).text


def test_the_thanks_name_what_they_brought_up_and_what_became_of_it(stage: Stage) -> None:
    core = core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.zhou)
    proposed(stage, stage.zhou, "早年提过的一件")
    says(stage, stage.zhou, "/council")
    pressed(stage, stage.zhou, "不再担任委员")
    pressed(stage, stage.zhou, "确定不再担任")
    assert "早年提过的一件：还在商量" in stage.last(stage.zhou).text
    invited(stage, stage.lin)
    pressed(stage, stage.lin, "我愿意")
    invited(stage, stage.he)
    pressed(stage, stage.he, "我愿意")
    stage.play()
    proposed(stage, stage.lin)
    stage.advance(49 * 3600)
    votes(stage, core, (stage.lin, 0), (stage.he, 0))
    stage.advance(73 * 3600)
    stage.advance(181 * DAY_S)
    stage.evening()
    own = plain(stage.last(stage.lin).text)
    assert "雨天自动升窗：委员会通过了，等团队答复" in own and "早年" not in own
    assert "委员会通过了“雨天自动升窗”" in plain(stage.last(stage.he).text)


def test_a_seat_is_given_up_only_by_a_second_tap(stage: Stage) -> None:
    seated(stage, stage.lin)
    says(stage, stage.lin, "/council")
    pressed(stage, stage.lin, "不再担任委员")
    pressed(stage, stage.lin, "我再想想")
    assert sits(stage, stage.lin)
    pressed(stage, stage.lin, "不再担任委员")
    pressed(stage, stage.lin, "确定不再担任")
    assert not sits(stage, stage.lin) and "本人交回了席位" in stage.last(stage.staff).text


def test_whoever_left_or_is_suspended_has_no_seat_and_hears_so_kindly(stage: Stage) -> None:
    seated(stage, stage.lin, stage.zhou)
    until = int(stage.clock.now()) + 10 * DAY_S
    suspended = stage.member(stage.zhou).id
    stage.do(lambda tx: tx.run("UPDATE member SET suspended_until = :until WHERE id = :id", until=until, id=suspended))
    stage.lin.leave(stage.group)
    stage.play()
    stage.advance(2 * DAY_S)
    assert not sits(stage, stage.lin) and not sits(stage, stage.zhou)
    stage.evening()
    assert "以后回来，团队还可以再请你" in plain(stage.last(stage.lin).text)
    assert "你提过的建议都还在" in plain(stage.last(stage.zhou).text)
