"""A sanction meets what happens meanwhile: people leave and come back, join the staff, groups move, the bot is off."""

from rules.people import Part, Role
from sandbox.world.messages import Message
from storage import groups, members, pauses
from tests.handlers.fairness.test_sanction import DAY, HOUR, give, silent
from tests.stage import Stage


def appealed(stage: Stage) -> Message:
    """The card of the appeal that the member makes against the latest."""
    stage.press(stage.zhou, stage.last(stage.zhou), "申诉")
    return next(one for one in reversed(stage.messages(stage.staff)) if "申诉" in one.text)


def gone(stage: Stage) -> None:
    stage.zhou.leave(stage.group)
    stage.play()


def back(stage: Stage) -> None:
    stage.zhou.join(stage.group)
    stage.play()


def until(stage: Stage) -> float | None:
    """Until when Telegram keeps the member from writing."""
    return stage.group.members[stage.zhou.id].until


def test_who_left_and_has_it_shortened_is_kept_no_longer_when_they_come_back(stage: Stage) -> None:
    give(stage, "/suspend @zhou 2天 互相刷分", "暂停 2 天")
    gone(stage)
    stage.press(stage.owner, appealed(stage), "剩下的缩短一半")
    stage.advance(DAY + 60)
    back(stage)
    assert stage.member(stage.zhou).suspended_until is None
    assert not silent(stage, stage.zhou)


def test_who_left_and_comes_back_before_the_new_end_is_kept_until_then(stage: Stage) -> None:
    give(stage, "/suspend @zhou 2天 互相刷分", "暂停 2 天")
    gone(stage)
    stage.press(stage.owner, appealed(stage), "剩下的缩短一半")
    stage.advance(HOUR)
    back(stage)
    assert silent(stage, stage.zhou)
    assert until(stage) == stage.member(stage.zhou).suspended_until


def test_a_bot_that_was_off_at_the_end_keeps_nobody_silent(stage: Stage) -> None:
    give(stage, "/suspend @zhou 1天 互相刷分", "暂停 1 天")
    told = len(stage.said(stage.zhou))
    stage.world.advance(3 * DAY)
    assert not silent(stage, stage.zhou)
    stage.zhou.say(stage.group, "签到")
    stage.advance(0)
    assert stage.member(stage.zhou).suspended_until is None
    assert not silent(stage, stage.zhou)
    assert len(stage.said(stage.zhou)) == told


def test_of_two_the_longer_one_holds_and_the_shorter_one_ends_without_a_sound(stage: Stage) -> None:
    give(stage, "/suspend @zhou 1天 互相刷分", "暂停 1 天")
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    assert until(stage) == stage.member(stage.zhou).suspended_until
    stage.advance(3 * HOUR)
    assert silent(stage, stage.zhou)
    stage.advance(DAY)
    assert not silent(stage, stage.zhou)
    zhou = stage.member(stage.zhou).id
    assert len(stage.do(lambda tx: pauses.of(tx, zhou))) == 1


def test_an_appeal_while_two_are_in_force_takes_back_its_own_alone(stage: Stage) -> None:
    give(stage, "/suspend @zhou 1天 互相刷分", "暂停 1 天")
    card = appealed(stage)
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    stage.press(stage.owner, card, "撤回并致歉")
    assert stage.member(stage.zhou).suspended_until is None
    assert silent(stage, stage.zhou)
    stage.advance(2 * HOUR + 60)
    assert not silent(stage, stage.zhou)


def test_who_joins_the_staff_meanwhile_can_be_lifted_and_is_given_nothing_more(stage: Stage) -> None:
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    zhou, now = stage.member(stage.zhou).id, int(stage.clock.now())
    stage.do(lambda tx: members.give_role(tx, zhou, Role.REVIEWER, None, now))
    stage.mo.say(stage.group, "/mute @zhou 2h 又骂人")
    stage.play()
    assert "是团队的人" in stage.whispers(stage.mo)[-1].text
    stage.mo.say(stage.group, "/lift @zhou 现在是审核员")
    stage.play()
    assert not silent(stage, stage.zhou)


def test_what_a_basic_group_could_not_do_is_made_up_for_once_it_is_a_supergroup(stage: Stage) -> None:
    people = [stage.owner, stage.mo, stage.zhou]
    small = stage.world.group("小群", kind="group", people=people, bot="administrator")
    stage.world.updates.clear()
    now = int(stage.clock.now())
    stage.do(lambda tx: groups.activate(tx, small.id, "小群", Part.COMMUNITY, "Asia/Shanghai", "zh", now))
    for person in people:
        person.say(small, "在")
    stage.play()
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    large = stage.world.migrate(small)
    stage.play()
    stage.advance(HOUR)
    listed = next(one for one in reversed(stage.messages(stage.staff)) if "没有让 TA 停止发言" in one.text)
    stage.press(stage.mo, listed, "再发 1")
    standing = large.current(stage.zhou.id, stage.clock.now())
    assert standing is not None and standing.status == "restricted"
    assert large.members[stage.zhou.id].until == now + 2 * HOUR
