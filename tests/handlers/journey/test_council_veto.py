"""The council's veto: only where the brand grants it, by two thirds of the seats, and answered in public with a reason."""

from rules.fairness.feedback import FeedbackKind, FeedbackState
from rules.programme.wording import Wording
from sandbox.world.chats import Chat
from storage.engine.tx import Tx
from storage.fairness import feedbacks
from tests.handlers.honour.announcing import plain
from tests.handlers.journey.counselling import DAY_S, core_with, council_stage, pressed, proposed, says, seated, votes
from tests.stage import Stage

TALK_S, VOTE_S = 48 * 3_600 + 60, 72 * 3_600 + 60


def adopted(stage: Stage) -> int:
    """A suggestion of somebody else's that the team has adopted."""
    author = stage.member(stage.rui).id

    def adopt(tx: Tx) -> int:
        number = feedbacks.add(tx, author, FeedbackKind.IDEA, "我的原话，谁也不该看到", None, 0, None)
        feedbacks.move(tx, number, FeedbackState.ADOPTED, int(stage.clock.now()), Wording(zh="取消实体音量键"))
        return number

    return stage.do(adopt)


def vetoed(stage: Stage, core: Chat, *places: int) -> None:
    """They propose a veto, and vote so."""
    says(stage, stage.lin, "/council")
    pressed(stage, stage.lin, "否决一条建议")
    pressed(stage, stage.lin, "取消实体音量键")
    says(stage, stage.lin, "开车时盲按音量键最安全，不该取消。")
    pressed(stage, stage.lin, "发起否决")
    stage.advance(TALK_S)
    votes(stage, core, *zip((stage.lin, stage.zhou, stage.he), places, strict=False))
    stage.advance(VOTE_S)


def council(stage: Stage) -> Chat:
    core = core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.lin, stage.zhou, stage.he)
    adopted(stage)
    return core


def test_a_veto_by_two_thirds_is_answered_in_public_and_its_author_stays_unnamed() -> None:
    stage = council_stage(veto=True)
    core = council(stage)
    vetoed(stage, core, 0, 0, 1)
    assert "赞成的到了三分之二" in plain(stage.last(core).text)
    stage.advance(60)
    card = stage.last(stage.staff)
    assert "委员会否决了：取消实体音量键" in card.text and "盲按" in card.text
    stage.press(stage.mo, card, "接受，不做了")
    says(stage, stage.mo, "安全第一，保留实体键")
    assert "听大家的，这条不做了。原因：安全第一" in plain(stage.last(core).text)
    assert any("听大家的" in said for said in stage.said(stage.group))
    everywhere = [*stage.said(core), *stage.said(stage.group), *stage.said(stage.lin)]
    assert not any("瑞秋" in said or "我的原话" in said for said in everywhere)
    says(stage, stage.zhou, "/council")
    pressed(stage, stage.zhou, "委员会的决定")
    assert "团队接受了，这条不做了：安全第一" in stage.last(stage.zhou).text
    assert not card.buttons


def carried_and_adopted(stage: Stage, core: Chat) -> None:
    """The council has carried something of its own, and the team will do it."""
    proposed(stage, stage.he)
    stage.advance(TALK_S)
    votes(stage, core, (stage.lin, 0), (stage.zhou, 0))
    stage.advance(VOTE_S)
    stage.press(stage.mo, stage.last(stage.staff), "采纳")
    says(stage, stage.mo, "取消实体音量键")
    stage.advance(60)
    assert "采纳了，会这样改：取消实体音量键" in plain(stage.last(core).text)


def test_a_veto_of_what_the_council_had_carried_is_read_once_and_its_author_reads_that_it_had_been_adopted() -> None:
    stage = council_stage(veto=True)
    core = core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.lin, stage.zhou, stage.he)
    carried_and_adopted(stage, core)
    vetoed(stage, core, 0, 0, 1)
    stage.advance(60)
    stage.press(stage.mo, stage.last(stage.staff), "接受，不做了")
    says(stage, stage.mo, "安全第一，保留实体键")
    stage.advance(120)
    assert "听大家的，这条不做了" in plain(stage.last(core).text)
    assert "之前采纳了" in plain(stage.last(stage.he).text) and "安全第一" in stage.last(stage.he).text


def test_the_core_group_reads_that_the_team_has_thought_better_of_it() -> None:
    stage = council_stage()
    core = core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.lin, stage.zhou, stage.he)
    carried_and_adopted(stage, core)
    card = next(one for one in stage.messages(stage.staff) if "雨天自动升窗" in one.text and one.buttons)
    stage.press(stage.mo, card, "暂不采纳")
    says(stage, stage.mo, "电机没有防夹")
    stage.advance(60)
    assert "之前说要做，又商量了一次，不做了，原因：电机没有防夹" in plain(stage.last(core).text)


def test_less_than_two_thirds_changes_nothing_and_a_late_answer_is_seen() -> None:
    stage = council_stage(veto=True)
    core = council(stage)
    vetoed(stage, core, 0, 1, 2)
    assert "这条建议照原来的走" in plain(stage.last(core).text)
    vetoed(stage, core, 0, 0)
    stage.advance(60)
    stage.advance(15 * DAY_S)
    assert any("前答复委员会的否决，还没有" in said for said in stage.said(stage.staff))
    assert "产品团队还没答复" in says(stage, stage.he, "/council")
    card = next(one for one in stage.messages(stage.staff) if "委员会否决了" in one.text)
    stage.press(stage.mo, card, "还是要做")
    says(stage, stage.mo, "方向盘上保留滚轮，盲按照样行")
    assert "还是会做。原因：方向盘上保留滚轮" in plain(stage.last(core).text)


def test_without_the_brands_word_there_is_no_veto() -> None:
    stage = council_stage()
    council(stage)
    assert "否决" not in says(stage, stage.lin, "/council")
    assert "否决一条建议" not in str(stage.last(stage.lin).buttons)
