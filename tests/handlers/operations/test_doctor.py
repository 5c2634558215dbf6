"""The doctor: what is missing and how to mend it."""

import pytest

from rules.operations.doctor import DISK_FREE_MB, PRIVACY
from rules.people import Part
from rules.rights import BotStanding, Right, Rights
from sandbox.world.chats import Chat
from storage import facts, groups, rights
from storage.engine.tx import Tx
from storage.post import jobs, outbox
from storage.post.bodies import SendMessage
from storage.post.letters import Letter
from tests.stage import Stage

EVERYTHING = frozenset(Right)


def stand(
    stage: Stage, chat: Chat, standing: BotStanding, held: frozenset[Right] = EVERYTHING, *, forum: bool = False
) -> None:
    """What Telegram has told of the bot's rights in a chat."""

    def work(tx: Tx) -> None:
        group = groups.by_chat(tx, chat.id)
        assert group
        rights.note(tx, Rights(group.id, int(stage.clock.now()), standing, held, forum))

    stage.do(work)


@pytest.fixture
def healthy(stage: Stage) -> Stage:
    """Every chat with every right."""
    stage.do(lambda tx: facts.put(tx, PRIVACY, "off"))
    for chat in (stage.group, stage.staff, stage.channel):
        stand(stage, chat, BotStanding.ADMINISTRATOR)
    return stage


def told(stage: Stage) -> str:
    stage.mo.say(stage.world.private(stage.mo), "/doctor")
    stage.play()
    return stage.last(stage.mo).text


def test_all_is_well(healthy: Stage) -> None:
    assert told(healthy).startswith("✅ 一切就绪，3 个群和频道都好。")


def test_rights_that_are_missing_are_named_with_the_group(healthy: Stage) -> None:
    stand(healthy, healthy.group, BotStanding.ADMINISTRATOR, EVERYTHING - {Right.TAGS, Right.INVITE}, forum=True)
    stand(healthy, healthy.channel, BotStanding.MEMBER, frozenset())
    stand(healthy, healthy.staff, BotStanding.MEMBER, frozenset())
    said = told(healthy)
    assert "有 2 处要处理" in said
    assert "差“管理成员标签”" in said
    assert "星途精选\u2069：请把我设为管理员" in said
    assert "没有指定用途" in said
    assert "运营小组" not in said


def test_privacy_mode_a_full_disk_and_a_wrong_clock_are_told(healthy: Stage) -> None:
    healthy.do(lambda tx: facts.put(tx, PRIVACY, "on"))
    assert told(healthy).startswith("✅"), "an administrator hears everything"
    stand(healthy, healthy.staff, BotStanding.MEMBER, frozenset())
    healthy.do(lambda tx: facts.put(tx, DISK_FREE_MB, "120"))
    healthy.mo.say(healthy.world.private(healthy.mo), "/doctor")
    healthy.clock.advance(600)
    healthy.play()
    said = healthy.last(healthy.mo).text
    assert "/setprivacy" in said
    assert "只剩 120 MB" in said
    assert "时间差了 600 秒" in said


def test_posts_that_were_not_made_and_letters_that_may_be_lost_are_told(healthy: Stage) -> None:
    now = int(healthy.clock.now())

    def work(tx: Tx) -> None:
        jobs.claim(tx, "seal", 0, "2026-11-15T04:30", now - 80_000, now, "skipped")
        jobs.claim(tx, "clean", 0, "2026-11-01T04:30", now - 800_000, now, "failed")
        outbox.put(tx, [Letter(healthy.group.id, SendMessage("早"))], now - 60)
        [letter] = outbox.queued(tx, 0, 10)
        outbox.ended(tx, letter.id, "uncertain", "lost", now)

    healthy.do(work)
    said = told(healthy)
    assert "有 1 件定时的事没赶上" in said
    assert "每日封账" not in said and "clean" not in said, "nobody can do anything about these"
    assert "星途车友会\u2069：有 1 条消息不确定" in said


def test_a_brand_without_groups_is_told_where_to_begin(healthy: Stage) -> None:
    for chat in (healthy.group, healthy.staff):
        healthy.do(lambda tx, chat=chat: groups.deactivate(tx, chat.id))  # type: ignore[misc]
    said = told(healthy)
    assert "还没有社群" in said
    assert "还没有运营小组" in said


def test_a_changed_standing_is_looked_up_again(healthy: Stage) -> None:
    now = int(healthy.clock.now())
    assert healthy.do(lambda tx: rights.to_ask(tx, now - 3600)) == []
    healthy.world.demote(healthy.group, healthy.world.bot)
    healthy.play()
    waiting = healthy.do(lambda tx: rights.to_ask(tx, now - 3600))
    assert [chat_id for _, chat_id in waiting] == [healthy.group.id]
    assert healthy.do(lambda tx: groups.by_chat(tx, healthy.group.id)) is not None


def test_members_are_not_examined_for(healthy: Stage) -> None:
    healthy.lin.say(healthy.world.private(healthy.lin), "/doctor")
    healthy.play()
    assert "给团队用" in healthy.last(healthy.lin).text
    assert healthy.do(lambda tx: len(groups.active(tx, Part.COMMUNITY))) == 1


def test_rights_that_are_still_being_looked_at_are_not_called_ready(stage: Stage) -> None:
    stage.do(lambda tx: facts.put(tx, PRIVACY, "off"))
    assert told(stage).startswith("🔎 还有 3 个群和频道的权限正在核对")


def test_in_a_group_that_waits_it_says_what_is_missing_there(healthy: Stage) -> None:
    new = healthy.world.group("新车友群", people=[healthy.owner], bot="administrator")
    healthy.world.updates.clear()
    healthy.owner.say(new, "/doctor")
    healthy.play()
    shown = [message.text for message in new.ephemeral.values()] + healthy.said(new) + healthy.said(healthy.owner)
    assert any("新车友群\u2069 还没启用" in text for text in shown)
