"""Changing a reward while others change it too."""

from sandbox.world.messages import Message
from tests.handlers.shop.test_reward import FORM, buy, reward
from tests.shopping import tell
from tests.stage import Stage

PLAIN = FORM.replace("等级：活跃车友\n", "")


def opened(stage: Stage) -> None:
    """The owner has put a reward up and has its form open."""
    tell(stage, stage.owner, "/newreward " + PLAIN)
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "上架")
    tell(stage, stage.owner, "/editreward 1")
    tell(stage, stage.owner, "/appoint @he 运营")
    stage.play()
    tell(stage, stage.owner, "/editreward 1")
    stage.play()


def changed_by_he(stage: Stage, lines: str) -> None:
    """Another operator changes the same reward meanwhile."""
    tell(stage, stage.he, "/editreward 1")
    stage.play()
    tell(stage, stage.he, lines)
    stage.play()
    stage.press(stage.he, stage.last(stage.he), "保存修改")


def previewed(stage: Stage, lines: str) -> Message:
    tell(stage, stage.owner, lines)
    stage.play()
    return stage.last(stage.owner)


def test_what_nobody_touched_is_not_written_over(stage: Stage) -> None:
    opened(stage)
    buy(stage, stage.lin)
    changed_by_he(stage, "价格：250\n截止：12-20 20:00")
    stage.press(stage.owner, previewed(stage, "说明：纯棉，六个尺码"), "保存修改")
    found = reward(stage, 1)
    assert (found.terms.price, found.stock, found.held) == (250, 29, 1)
    assert found.terms.about == "纯棉，六个尺码"
    assert "250 分，库存 29 份" in stage.last(stage.owner).text


def test_the_whole_form_sent_back_with_one_line_changed_changes_that_line(stage: Stage) -> None:
    opened(stage)
    text = stage.last(stage.owner).text
    form = text[text.index("标题") :]
    changed_by_he(stage, "价格：250")
    stage.press(stage.owner, previewed(stage, form.replace("库存：30", "库存：40")), "保存修改")
    assert (reward(stage, 1).terms.price, reward(stage, 1).stock) == (250, 40)


def test_a_line_that_two_have_touched_is_told_before_it_is_saved(stage: Stage) -> None:
    opened(stage)
    preview = previewed(stage, "库存：50")
    buy(stage, stage.lin)
    stage.press(stage.owner, preview, "保存修改")
    assert reward(stage, 1).stock == 29
    again = stage.last(stage.owner)
    assert "“库存”已经从“30”变成“29”" in again.text
    assert "保存后会是“50”" in again.text
    stage.press(stage.owner, again, "保存修改")
    assert reward(stage, 1).stock == 50


def test_one_that_was_closed_meanwhile_is_not_put_back_on_the_shelf(stage: Stage) -> None:
    opened(stage)
    preview = previewed(stage, "价格：180")
    tell(stage, stage.he, "/closereward 1")
    stage.play()
    stage.press(stage.owner, preview, "保存修改")
    assert (reward(stage, 1).terms.price, reward(stage, 1).closed) == (180, True)
    assert "没有上架" in stage.last(stage.owner).text


def test_a_picture_that_another_sent_meanwhile_stays(stage: Stage) -> None:
    opened(stage)
    tell(stage, stage.he, "/editreward 1")
    stage.play()
    stage.he.send(stage.world.private(stage.he), photo=b"a picture")
    stage.play()
    stage.press(stage.he, stage.last(stage.he), "保存修改")
    picture = reward(stage, 1).terms.picture
    assert picture
    stage.press(stage.owner, previewed(stage, "价格：180"), "保存修改")
    assert (reward(stage, 1).terms.price, reward(stage, 1).terms.picture) == (180, picture)


def test_nothing_touched_and_another_kind_are_refused(stage: Stage) -> None:
    opened(stage)
    text = stage.last(stage.owner).text
    assert "没有要改的" in previewed(stage, text[text.index("标题") :]).text
    assert "类型定了就不能换" in previewed(stage, "类型：权益").text
    assert "保存修改" in [button.text for row in previewed(stage, "价格：180").buttons for button in row]
