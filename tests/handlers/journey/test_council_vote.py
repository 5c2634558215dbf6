"""Proposals and votes of the council: talked about, voted on by name, closed in time, frozen, and answered by the team."""

import pytest

from sandbox.api.methods import METHODS
from sandbox.api.methods import Call as ApiCall
from sandbox.api.params import Params
from sandbox.world import pressing
from sandbox.world.chats import Chat
from storage.journey import council_votes
from tests.databases import rows
from tests.handlers.honour.announcing import plain
from tests.handlers.journey.counselling import (
    DAY_S,
    core_with,
    council_stage,
    pressed,
    proposed,
    says,
    seated,
    vote_of,
    votes,
)
from tests.stage import Stage

HOUR_S = 3_600
TALK_S, VOTE_S = 48 * HOUR_S + 60, 72 * HOUR_S + 60


@pytest.fixture
def stage() -> Stage:
    return council_stage()


@pytest.fixture
def core(stage: Stage) -> Chat:
    room = core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.lin, stage.zhou, stage.he)
    return room


def last(stage: Stage, core: Chat) -> str:
    return plain(stage.last(core).text)


def stopped_by_hand(stage: Stage, core: Chat) -> None:
    message = vote_of(stage, core)
    params = Params({"chat_id": core.id, "message_id": message.id}, {})
    METHODS["stoppoll"](ApiCall(stage.world, "stopPoll", params))
    stage.play()


def test_a_proposal_is_talked_about_voted_on_and_comes_to_the_top_of_the_list(stage: Stage, core: Chat) -> None:
    proposed(stage, stage.lin)
    assert "林晓 提议：雨天自动升窗" in last(stage, core)
    assert "聊到" in says(stage, stage.he, "/council")
    stage.advance(TALK_S)
    poll = vote_of(stage, core).poll
    assert poll and not poll.anonymous and "雨天自动升窗" in poll.question and "至少 2 位" in poll.question
    stage.evening()
    assert "委员会在投票" in stage.last(stage.zhou).text
    votes(stage, core, (stage.lin, 0), (stage.zhou, 0), (stage.he, 1))
    stage.advance(VOTE_S)
    assert poll.closed and "通过了：赞成 2，反对 1，弃权 0（有票的委员 3 位）" in last(stage, core)
    assert "对不上" not in last(stage, core), "nobody else has clicked"
    assert "等团队答复\n· 雨天自动升窗，" in says(stage, stage.he, "/council")
    card = stage.last(stage.staff)
    assert "排在最前面" in card.text and "雨天自动升窗" in card.text and "答应" in card.text
    assert "🏛 #" in says(stage, stage.mo, "/tickets")
    says(stage, stage.he, "/council")
    pressed(stage, stage.he, "委员会的决定")
    assert "产品团队" in stage.last(stage.he).text and "前答复" in stage.last(stage.he).text


def test_the_answer_is_told_in_the_core_group_and_stands_with_the_decision(stage: Stage, core: Chat) -> None:
    proposed(stage, stage.lin)
    stage.advance(TALK_S)
    votes(stage, core, (stage.lin, 0), (stage.zhou, 0))
    stage.advance(VOTE_S)
    stage.advance(15 * DAY_S)
    stage.advance(HOUR_S)
    assert any("过了答应的时间" in said for said in stage.said(stage.staff))
    assert "产品团队还没答复" in says(stage, stage.zhou, "/council")
    card = next(one for one in stage.messages(stage.staff) if "排在最前面" in one.text)
    stage.press(stage.mo, card, "暂不采纳")
    says(stage, stage.mo, "现在的电机没有防夹，先等下一代")
    stage.advance(60)
    assert "这次先不做，原因：现在的电机没有防夹" in last(stage, core)
    assert "还没答复" not in says(stage, stage.zhou, "/council")
    pressed(stage, stage.zhou, "委员会的决定")
    assert "暂不采纳：现在的电机没有防夹" in stage.last(stage.zhou).text
    before = len(stage.said(core))
    stage.advance(3 * HOUR_S)
    assert len(stage.said(core)) == before


def test_votes_change_are_taken_back_and_count_only_for_whoever_sits_there(stage: Stage, core: Chat) -> None:
    proposed(stage, stage.lin)
    stage.advance(TALK_S)
    votes(stage, core, (stage.lin, 0), (stage.zhou, 1), (stage.he, 0), (stage.owner, 1))
    votes(stage, core, (stage.zhou, 0), (stage.he, 1))
    pressing.vote(stage.lin, vote_of(stage, core), ())
    stage.he.leave(stage.group)
    stage.he.leave(core)
    stage.play()
    stage.advance(VOTE_S)
    assert "要 2 票，投了 1 票" in last(stage, core) and "另有 2 票" in last(stage, core)


def test_a_tie_and_too_few_are_said_plainly_and_nobody_has_failed(stage: Stage, core: Chat) -> None:
    proposed(stage, stage.lin)
    proposed(stage, stage.zhou, "车机夜间主题")
    stage.advance(TALK_S)
    polls = [message for message in stage.messages(core) if message.poll]
    pressing.vote(stage.lin, polls[0], (0,))
    pressing.vote(stage.zhou, polls[0], (1,))
    pressing.vote(stage.he, polls[0], (2,))
    stage.advance(VOTE_S)
    said = [plain(text) for text in stage.said(core)]
    assert any("票数一样多，没有定下来：赞成 1，反对 1，弃权 1" in text for text in said)
    assert any("要 2 票，投了 0 票" in text for text in said)


def test_a_vote_that_ends_while_the_bot_is_away_is_counted_once_when_it_is_back(stage: Stage, core: Chat) -> None:
    proposed(stage, stage.lin)
    stage.advance(TALK_S)
    votes(stage, core, (stage.lin, 0))
    pressing.vote(stage.zhou, vote_of(stage, core), (0,))
    stage.world.advance(5 * DAY_S)
    stage.restart(stage.programme)
    stage.tick()
    stage.play()
    stage.advance(60)
    results = [text for text in stage.said(core) if "通过了：赞成 2" in plain(text)]
    assert len(results) == 1, stage.said(core)
    assert len([text for text in stage.said(stage.staff) if "排在最前面" in text]) == 1


def test_a_poll_that_is_stopped_by_hand_decides_nothing_and_says_so(stage: Stage, core: Chat) -> None:
    proposed(stage, stage.lin)
    stage.advance(TALK_S)
    votes(stage, core, (stage.lin, 0), (stage.zhou, 0))
    stopped_by_hand(stage, core)
    assert "投票提前停了，没有定下来" in last(stage, core)
    stage.advance(VOTE_S)
    assert "投票提前停了" in last(stage, core)


def test_a_poll_that_was_deleted_is_counted_all_the_same(stage: Stage, core: Chat) -> None:
    proposed(stage, stage.lin)
    stage.advance(TALK_S)
    votes(stage, core, (stage.lin, 0), (stage.zhou, 0))
    vote_of(stage, core).deleted = True
    stage.advance(VOTE_S + 700)
    assert "通过了：赞成 2" in last(stage, core)


def test_a_title_with_the_reason_below_it_needs_no_names_of_fields(stage: Stage, core: Chat) -> None:
    says(stage, stage.lin, "/propose")
    asked = says(stage, stage.lin, "雨天自动升窗")
    assert "标题：雨天自动升窗\n理由：" in asked
    shown = says(stage, stage.lin, "理由：下雨停车常忘关窗，希望锁车后能自己升上去。")
    assert "提议：雨天自动升窗" in shown and "希望锁车后" in shown
    pressed(stage, stage.lin, "不提了")
    says(stage, stage.lin, "/propose")
    shown = says(stage, stage.lin, "雨天自动升窗\n下雨停车常忘关窗。\n希望锁车后能自己升上去。")
    assert "提议：雨天自动升窗" in shown and "下雨停车常忘关窗。\n希望锁车后" in shown
    pressed(stage, stage.lin, "不提了")
    says(stage, stage.lin, "/propose 雨天自动升窗")
    assert "没看懂" not in (shown := says(stage, stage.lin, "下雨停车常忘关窗，希望能自己升。\n锁车后就好。"))
    assert "提议：雨天自动升窗" in shown and "锁车后就好" in shown


def test_pressing_twice_proposes_once_and_it_can_be_taken_back_before_the_vote(stage: Stage, core: Chat) -> None:
    says(stage, stage.lin, "/propose")
    says(stage, stage.lin, "标题：雨天自动升窗\n理由：下雨停车常忘关窗，希望能自己升上去。")
    first = stage.last(stage.lin)
    says(stage, stage.lin, "/propose")
    pressed_first = stage.press(stage.lin, first, "发到核心群")
    assert pressed_first == "" and len([said for said in stage.said(core) if "提议" in said]) == 1
    says(stage, stage.lin, "/council")
    pressed(stage, stage.lin, "收回“雨天自动升窗”")
    assert "收回了提议" in last(stage, core)
    stage.advance(TALK_S)
    assert not [message for message in stage.messages(core) if message.poll]


def test_who_does_not_sit_in_the_council_is_shown_another_way(stage: Stage, core: Chat) -> None:
    assert "/feedback" in says(stage, stage.mo, "/propose")
    alone = council_stage()
    seated(alone, alone.lin)
    assert "还没有核心群" in says(alone, alone.lin, "/propose")


def test_of_others_nothing_is_kept(stage: Stage, core: Chat) -> None:
    proposed(stage, stage.lin)
    stage.advance(TALK_S)
    votes(stage, core, (stage.owner, 0), (stage.lin, 0))
    kept = stage.do(lambda tx: [row.member for row in tx.all("SELECT member FROM poll_answer")])
    assert kept == [stage.member(stage.lin).id]
    assert stage.do(council_votes.running)


def test_the_poll_is_open_to_the_end_of_the_minute_that_is_shown(stage: Stage, core: Chat) -> None:
    stage.advance(20)
    proposed(stage, stage.lin)
    stage.advance(48 * HOUR_S)
    [[ends]] = rows(stage.connection, "SELECT closes_at FROM council_vote")
    poll = vote_of(stage, core).poll
    assert poll and ends % 60, "it is shown without its seconds"
    stage.advance(ends - stage.clock.now() + 59 - ends % 60)
    assert not poll.closed
    votes(stage, core, (stage.lin, 0), (stage.zhou, 0), (stage.he, 0))
    stage.advance(1)
    assert poll.closed and "赞成 3" in last(stage, core)
