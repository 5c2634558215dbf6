"""What Telegram does not do: said to staff and in /doctor, tried again by a press; the programme's half holds anyway."""

import pytest

from rules.rights import BotStanding, Right, Rights
from sandbox.world.people import Person
from storage import groups, rights
from storage.engine.tx import Tx
from tests.handlers.fairness.test_sanction import HOUR, give, silent
from tests.stage import Stage


def lacking(stage: Stage) -> None:
    """The bot is an administrator who may not restrict members, and knows it."""
    bot = stage.group.members[stage.world.bot.id]
    bot.rights = bot.rights - {"can_restrict_members"}

    def note(tx: Tx) -> None:
        group = groups.by_chat(tx, stage.group.id)
        assert group
        held = frozenset(Right) - {Right.RESTRICT}
        rights.note(tx, Rights(group.id, int(stage.clock.now()), BotStanding.ADMINISTRATOR, held))

    stage.do(note)


def doctor(stage: Stage) -> str:
    stage.mo.say(stage.world.private(stage.mo), "/doctor")
    stage.play()
    return stage.last(stage.mo).text


def test_without_the_right_staff_are_told_and_points_are_paused_all_the_same(stage: Stage) -> None:
    lacking(stage)
    card = give(stage, "/suspend @zhou 1天 互相刷分", "暂停 1 天")
    assert "我没有“限制成员”的权限" in card.text
    assert not silent(stage, stage.zhou)
    assert stage.member(stage.zhou).suspended_until is not None
    listed = stage.last(stage.staff).text
    assert "Telegram 没有让 TA 停止发言：我没有“限制成员”的权限" in listed
    assert "周舟" in listed
    assert "管理员权限里还差“限制成员”" in doctor(stage)
    assert "对 \u2068周舟\u2069 的处理 Telegram 没有照做" in doctor(stage)


def test_once_the_right_is_there_a_press_makes_up_for_it_as_long_as_it_lasts(stage: Stage) -> None:
    lacking(stage)
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    stage.group.members[stage.world.bot.id].rights |= {"can_restrict_members"}
    stage.advance(HOUR)
    stage.press(stage.mo, stage.last(stage.staff), "再发 1")
    assert silent(stage, stage.zhou)
    assert stage.group.members[stage.zhou.id].until == 1_794_790_800 + 2 * HOUR


def test_made_up_for_too_late_it_silences_nobody_for_ever(stage: Stage) -> None:
    lacking(stage)
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    listed = stage.last(stage.staff)
    stage.group.members[stage.world.bot.id].rights |= {"can_restrict_members"}
    stage.advance(2 * HOUR - 30)
    stage.press(stage.mo, listed, "再发 1")
    assert not silent(stage, stage.zhou)


def test_what_is_lifted_is_not_asked_for_again(stage: Stage) -> None:
    lacking(stage)
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    stage.group.members[stage.world.bot.id].rights |= {"can_restrict_members"}
    listed = stage.last(stage.staff)
    stage.mo.say(stage.group, "/lift @zhou 看错了人")
    stage.play()
    stage.press(stage.mo, listed, "再发 1")
    assert not silent(stage, stage.zhou)


@pytest.mark.parametrize("status", ["administrator", "creator"])
def test_an_administrator_of_the_group_is_named_as_one(stage: Stage, status: str) -> None:
    stage.group.members[stage.zhou.id].status = status  # type: ignore[assignment]
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    assert "TA 是这个群的管理员" in stage.last(stage.staff).text


def test_a_basic_group_can_not_do_it(stage: Stage) -> None:
    stage.group.kind = "group"  # type: ignore[assignment]
    give_in_private(stage, stage.zhou)
    assert "升级成超级群才行" in stage.last(stage.staff).text


def give_in_private(stage: Stage, person: Person) -> None:
    stage.mo.say(stage.world.private(stage.mo), f"/mute @{person.username} 2h 第2条 骂人")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "禁言 2 小时")
