"""A challenge is announced in the groups that are chosen."""

from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from storage import drafts
from tests.handlers.works.desk import STANDARD
from tests.places import beside
from tests.stage import Stage


def previewed(stage: Stage) -> Message:
    """The moderator looks at a challenge."""
    stage.mo.say(stage.world.private(stage.mo), f"/newchallenge {STANDARD}")
    stage.play()
    return stage.last(stage.mo)


def announced(stage: Stage, chat: Chat) -> bool:
    return any("转场练习" in text for text in stage.said(chat))


def test_it_is_announced_in_those_with_a_tick(stage: Stage) -> None:
    other = beside(stage, "星途上海", "zh", [stage.mo])
    preview = previewed(stage)
    assert "会发到：全部 2 个群" in preview.text
    stage.press(stage.mo, preview, "✓ 星途车友会")
    assert "会发到：\u2068星途上海\u2069" in preview.text
    assert "至少留一个群" in stage.press(stage.mo, preview, "✓ 星途上海")
    stage.press(stage.mo, preview, "发布")
    assert (announced(stage, stage.group), announced(stage, other)) == (False, True)


def test_a_tick_on_an_older_preview_changes_that_group_alone(stage: Stage) -> None:
    other = beside(stage, "星途上海", "zh", [stage.mo])
    old = previewed(stage)
    new = previewed(stage)
    stage.press(stage.mo, new, "✓ 星途车友会")
    assert "至少留一个群" in stage.press(stage.mo, old, "✓ 星途上海")
    stage.press(stage.mo, old, "发布")
    assert (announced(stage, stage.group), announced(stage, other)) == (False, True)


def test_with_one_group_there_is_nothing_to_choose(stage: Stage) -> None:
    assert [button.text for row in previewed(stage).buttons for button in row] == [
        "发布",
        "放图片、视频、文件",
        "🧩 排进微挑战",
        "再改改",
        "先不发",
    ]


def test_what_was_chosen_is_forgotten_with_the_draft(stage: Stage) -> None:
    beside(stage, "星途上海", "zh", [stage.mo])
    stage.press(stage.mo, previewed(stage), "✓ 星途车友会")
    stage.advance(40 * 86_400)
    stage.do(lambda tx: drafts.purge(tx, int(stage.clock.now())))
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM audience")) == 0
