"""Staff say in plain words what they want to do, and are offered the tool for it; members never are."""

import pytest

from handlers import routes
from handlers.operations.likely import likely
from handlers.routes import Command
from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.corpus.test_meant import MEANT
from tests.stage import Stage

COMMANDS = [one for one in routes() if isinstance(one, Command)]
TOOLS = {one.name for one in COMMANDS if one.who}


def answered(stage: Stage, who: Person, text: str) -> Message:
    """What the bot says in private to somebody who writes that."""
    who.say(stage.world.private(who), text)
    stage.play()
    return stage.last(who)


def whispered(stage: Stage, who: Person, text: str) -> list[Message]:
    """What it says to them alone in the staff group."""
    before = len(stage.staff.ephemeral)
    who.say(stage.staff, text)
    stage.play()
    return [message for (reader, _), message in [*stage.staff.ephemeral.items()][before:] if reader == who.id]


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


def test_a_moderator_who_asks_how_somebody_is_muted_is_offered_the_tool_and_reads_its_name(stage: Stage) -> None:
    said = answered(stage, stage.mo, "怎么禁言")
    assert "/mute" in said.text
    assert labels(said) == ["让一位成员先不发言"]
    assert "/mute" in stage.press(stage.mo, said, "让一位成员先不发言")


def test_what_waits_for_review_is_a_word_of_the_staff_group_and_talk_elsewhere(stage: Stage) -> None:
    stage.mo.say(stage.staff, "待审核")
    stage.play()
    assert "审完了" in stage.last(stage.staff).text
    stage.lin.say(stage.group, "待审核")
    stage.play()
    assert stage.said(stage.group) == []
    assert labels(answered(stage, stage.lin, "待审核")) == []


def test_whose_tool_it_is_is_said_to_one_of_the_team_who_may_not(stage: Stage) -> None:
    assert "主理人或运营" in answered(stage, stage.mo, "发公告").text
    assert labels(answered(stage, stage.owner, "发公告")) == ["向社群发公告"]


@pytest.mark.parametrize("text", ["发公告", "怎么给人加分", "怎么禁言", "今天有多少订单", "帮我撤回刚才那个"])
def test_a_member_who_says_so_is_offered_no_tool_and_not_told_of_any(stage: Stage, text: str) -> None:
    said = answered(stage, stage.lin, text)
    assert "/grant" not in said.text and "团队" not in said.text
    assert not {stage.programme.brand.name, "向社群发公告", "奖励或扣减积分"} & set(labels(said))


def test_no_sentence_offers_a_tool_to_somebody_without_a_role() -> None:
    lines = [text for _, text, _ in MEANT]
    assert not [text for text in lines for one in (likely(COMMANDS, text),) if {one[0], *one[1]} & TOOLS]


def test_in_the_staff_group_the_tool_is_offered_there_or_by_a_link_to_where_it_is_used(stage: Stage) -> None:
    [offered] = whispered(stage, stage.owner, "@kocbot 谁还没发货")
    assert labels(offered) == ["待处理的兑换"]
    [elsewhere] = whispered(stage, stage.owner, "@kocbot 发公告")
    [[link]] = elsewhere.buttons
    assert link.url is not None
    stage.owner.start(link.url.partition("start=")[2])
    stage.play()
    assert "把公告发给我" in stage.last(stage.owner).text


def test_what_is_done_below_a_message_is_told_so(stage: Stage) -> None:
    assert "/feature" in answered(stage, stage.mo, "把这条设为精选").text


def test_staff_who_ask_for_what_is_their_own_get_it(stage: Stage) -> None:
    assert (
        labels(answered(stage, stage.mo, "我还差多少能升级"))[:1] == ["等级与升级进度"]
        or "等级" in stage.last(stage.mo).text
    )


def test_a_moderator_is_not_sent_to_the_moderators(stage: Stage) -> None:
    assert "私下联系版主" not in labels(answered(stage, stage.mo, "有什么办法让大家都开心起来吗"))
