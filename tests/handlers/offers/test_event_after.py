"""After an event: how it was, material for those who came, and thanks to who spoke."""

from storage import figures
from tests.handlers.offers.eventing import DAY_S, announced
from tests.handlers.offers.test_attendance import code, running, say
from tests.stage import Stage


def over(stage: Stage) -> None:
    """Lin came to an event, which is over; Zhou did not."""
    running(stage, stage.lin, stage.zhou)
    say(stage, stage.lin, f"/here {code(stage)}")
    stage.advance(2 * 3600)


def handed_on(stage: Stage) -> None:
    """The moderator hands on a link and a photo."""
    say(stage, stage.mo, "/event 1")
    stage.press(stage.mo, stage.last(stage.mo), "发资料")
    say(stage, stage.mo, "https://example.com/notes")
    stage.mo.send(stage.world.private(stage.mo), photo=b"slide")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "就这些")


def test_those_who_came_are_asked_once_and_may_change_their_mind(stage: Stage) -> None:
    over(stage)
    stage.evening()
    asked = stage.last(stage.lin)
    assert "你觉得怎么样" in asked.text
    assert "你觉得怎么样" not in "".join(stage.said(stage.zhou))
    for label in ("👍 很有收获", "🔧 还能更好"):
        assert "算进总数里了" in stage.press(stage.lin, asked, label)
    say(stage, stage.mo, "/event 1")
    stage.press(stage.mo, stage.last(stage.mo), "名单")
    assert "👍 0 · 🙂 0 · 🔧 1" in stage.last(stage.mo).text


def test_material_comes_to_those_who_came_and_to_nobody_else(stage: Stage) -> None:
    over(stage)
    handed_on(stage)
    stage.evening()
    assert "资料来了" in stage.last(stage.lin).text
    stage.lin.start("event-1")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "看资料")
    assert "example.com/notes" in "".join(stage.said(stage.lin))
    assert any(message.media for message in stage.messages(stage.lin))
    stage.zhou.start("event-1")
    stage.play()
    assert "看资料" not in [button.text for row in stage.last(stage.zhou).buttons for button in row]


def test_who_spoke_is_thanked_in_the_group_on_the_card_and_by_a_badge(stage: Stage) -> None:
    over(stage)
    stage.advance(DAY_S)
    assert any("1 位车友到场" in text and "何川" in text for text in stage.said(stage.group))
    he = stage.member(stage.he).id
    assert stage.do(lambda tx: figures.events_spoken(tx, he, int(stage.clock.now()))) == 1
    stage.evening()
    assert "谢谢你来主讲" in "".join(stage.said(stage.he))
    stage.evening()
    assert "活动主讲人" in "".join(stage.said(stage.he))
    assert "主讲过 1 场活动" in say(stage, stage.he, "/card")


def test_the_doctor_names_an_event_that_begins_before_long_and_is_nowhere(stage: Stage) -> None:
    announced(stage, "地点：")
    assert "还没写地点" not in say(stage, stage.owner, "/doctor")
    stage.advance(3 * DAY_S)
    assert "活动 1“夜拍工作坊”" in say(stage, stage.owner, "/doctor")


def test_every_picture_of_an_album_is_handed_on(stage: Stage) -> None:
    over(stage)
    say(stage, stage.mo, "/event 1")
    stage.press(stage.mo, stage.last(stage.mo), "发资料")
    stage.mo.album(stage.world.private(stage.mo), [b"one", b"two", b"three"], caption="现场")
    stage.play()
    kept = stage.last(stage.mo)
    assert "收齐了一起发" in kept.text
    stage.press(stage.mo, kept, "就这些")
    stage.evening()
    say(stage, stage.lin, "/event 1")
    stage.press(stage.lin, stage.last(stage.lin), "看资料")
    assert len([one for one in stage.messages(stage.lin) if one.media]) == 3
