"""What staff can look up about a member, and members can't."""

from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.stage import Stage


def seen(stage: Stage, person: Person) -> Message:
    """The newest message in the group that only that person sees."""
    return [message for (reader, _), message in stage.group.ephemeral.items() if reader == person.id][-1]


def test_the_log_shows_entries_with_reason_and_actor_page_by_page(stage: Stage) -> None:
    for n in range(12):
        stage.owner.say(stage.staff, f"/grant @lin {n + 1} 第{n + 1}次")
    stage.play()
    stage.mo.say(stage.group, "/log @lin")
    stage.play()
    log = seen(stage, stage.mo)
    assert "+12 分 社群奖励：第12次（\u2068品牌主理人\u2069）" in log.text.replace("\u3000", " ")
    assert "奖励或扣减：第12次" in log.text
    assert "第2次" not in log.text
    assert stage.said(stage.group) == []
    stage.press(stage.mo, log, "更早的")
    assert "第2次" in log.text
    assert "第12次" not in log.text
    assert log.buttons == ()


def test_what_staff_did_lately_is_open_to_the_team(stage: Stage) -> None:
    for n in range(11):
        stage.owner.say(stage.staff, f"/grant @lin {n + 1} 第{n + 1}次")
    stage.mo.say(stage.group, "/log")
    stage.play()
    lately = seen(stage, stage.mo)
    assert "奖励或扣减 → \u2068林晓\u2069 +11 分：第11次" in lately.text
    assert "第1次" not in lately.text
    stage.press(stage.mo, lately, "更早的")
    assert "第1次" in lately.text


def test_the_card_of_a_member_by_reply(stage: Stage) -> None:
    word = stage.lin.say(stage.group, "签到")
    stage.play()
    stage.rui.say(stage.group, "/member", reply_to=word)
    stage.mo.say(stage.group, "/member @xin")
    stage.play()
    card = seen(stage, stage.rui).text
    assert "积分 2" in card
    assert "连续签到 1 天" in card
    assert str(stage.lin.id) in card
    assert "还没有同意公约" in seen(stage, stage.mo).text


def test_the_card_of_a_moderator_leads_to_the_log(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.mo.say(stage.group, "/member @lin")
    stage.play()
    card = seen(stage, stage.mo)
    stage.press(stage.mo, card, "看流水")
    assert "每日签到" in card.text


def test_members_see_neither(stage: Stage) -> None:
    stage.lin.say(stage.group, "/log @zhou")
    stage.zhou.say(stage.group, "/member @lin")
    stage.play()
    assert "给团队用" in seen(stage, stage.lin).text
    assert "给团队用" in seen(stage, stage.zhou).text
