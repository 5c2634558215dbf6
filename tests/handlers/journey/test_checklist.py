"""First steps with somebody whom the team has found: a card with owner, due dates and notes."""

from datetime import date

from rules.people import Role
from rules.programme.programme import Programme
from sandbox.world.messages import Message
from storage import members
from storage.operations.exports import sheets
from tests.handlers.honour.announcing import plain
from tests.handlers.journey.test_radar import helped, monday
from tests.handlers.journey.test_scout import PAGE, hears, invited, joins, says
from tests.stage import Stage

WEEK = 7 * 86_400


def begun(stage: Stage) -> Message:
    """The radar names zhou, mo talks to them and begins."""
    helped(stage)
    [listed] = monday(stage)
    stage.press(stage.mo, listed, "👋 周舟")
    stage.press(stage.mo, listed, "🌱 起步清单")
    return stage.last(stage.staff)


def overdue(stage: Stage) -> list[Message]:
    """What Monday says of it."""
    return [one for one in stage.messages(stage.staff) if "过了日子" in one.text]


def test_first_steps_of_one_s_own_group_are_ticked_noted_and_end_by_themselves(stage: Stage) -> None:
    card = begun(stage)
    said = plain(card.text)
    assert "周舟 @zhou 的起步清单　私域" in said and "给信心和舞台" in said and "莫莫 在带" in said
    assert "· 找一位导师带 TA，11月26日前" in said
    stage.press(stage.mo, card, "找一位导师带 TA")
    assert "✅ 找一位导师带 TA（莫莫）" in plain(card.text)
    stage.press(stage.mo, card, "✓ 找一位导师带 TA")
    assert "· 找一位导师带 TA" in card.text
    stage.owner.say(stage.staff, "想写 <b>冬天</b>", reply_to=card)
    stage.play()
    assert "品牌主理人：想写 <b>冬天</b>" in plain(card.text)
    for step in ("找一位导师带 TA", "陪 TA 写完第一篇", "先在群里分享一场", "精选频道转一篇 TA 的"):
        stage.press(stage.owner, card, step)
    assert "走完了" in card.text and "还没有在走" not in card.text
    assert "现在没有在走的起步清单" in hears(stage, "/checklists")
    assert not any("起步" in text for text in stage.said(stage.zhou))


def test_who_came_from_outside_gets_direction_and_pressing_again_opens_the_same(stage: Stage) -> None:
    _, address = invited(stage)
    joins(stage, stage.world.person("夏夏"), address)
    came = stage.last(stage.staff)
    stage.press(stage.owner, came, "🌱 起步清单")
    assert "给方向和资源" in stage.last(stage.staff).text and "讲讲这一季的主题" in stage.last(stage.staff).text
    stage.press(stage.mo, came, "🌱 起步清单")
    assert "品牌主理人 在带" in plain(stage.last(stage.staff).text)
    assert "夏夏　0/3 步，品牌主理人 带；下一步：讲讲这一季的主题" in plain(says(stage, "/checklists").text)


def test_monday_names_what_is_overdue_once_and_it_is_handed_to_somebody_else(stage: Stage) -> None:
    card = begun(stage)
    stage.advance(WEEK)
    told = overdue(stage)
    assert ["周舟，莫莫 带" in plain(one.text) for one in told] == [True]
    assert "找一位导师带 TA，过了 4 天" in plain(told[0].text)
    stage.press(stage.mo, told[0], "🌱 周舟")
    card = stage.last(stage.staff)
    stage.press(stage.mo, card, "交给别人")
    stage.press(stage.mo, card, "👋 品牌主理人")
    assert "品牌主理人 在带" in plain(card.text)
    stage.evening()
    assert "周舟 的起步清单交到你手上了" in plain(stage.last(stage.owner).text)


def test_whoever_left_the_team_is_named_and_somebody_takes_it_on(stage: Stage) -> None:
    card = begun(stage)
    mo = stage.member(stage.mo)
    stage.do(lambda tx: members.take_role(tx, mo.id, Role.MODERATOR))
    stage.advance(WEEK)
    assert ["原来是 莫莫 带，请换一位" in plain(one.text) for one in overdue(stage)] == [True]
    stage.press(stage.owner, card, "交给别人")
    stage.press(stage.owner, card, "👋 品牌主理人")
    stage.evening()
    assert "品牌主理人 在带" in plain(card.text) and "交到你手上" not in "".join(stage.said(stage.owner))


def test_it_can_be_ended_and_begun_again_and_nobody_begins_with_themselves(stage: Stage) -> None:
    said = says(stage, f"/scout {stage.zhou.id} 小红书 {PAGE} 写得细")
    stage.press(stage.mo, said, "🌱 起步清单")
    card = stage.last(stage.staff)
    stage.press(stage.mo, card, "到此为止")
    assert "到此为止，莫莫 带的" in plain(card.text) and not card.buttons
    stage.press(stage.mo, said, "🌱 起步清单")
    assert "莫莫 在带" in plain(stage.last(stage.staff).text)
    own = says(stage, f"/scout {stage.mo.id} 私域 总在帮新人")
    assert "自己的事不能自己经手" in stage.press(stage.mo, own, "🌱 起步清单")
    rows = stage.do(lambda tx: list(sheets()["checklists"].rows(tx, Programme(), date(2026, 11, 16))))
    assert [row[7] for row in rows] == ["ended"] * 3 + ["running"] * 3
