"""Who promised help and leaves the team: the others take it over, and its author reads who helps now."""

from tests.handlers.daily.test_support import accepted, card, morning, offered
from tests.stage import Stage


def dismissed(stage: Stage) -> None:
    stage.owner.say(stage.staff, "/dismiss @mo 版主")
    stage.play()


def labels(stage: Stage) -> list[str]:
    return [button.text for row in card(stage).buttons for button in row]


def test_what_one_who_is_dismissed_promised_is_taken_over_and_its_author_reads_so(stage: Stage) -> None:
    accepted(stage)
    assert "我接过去" not in labels(stage)
    dismissed(stage)
    told = stage.last(stage.staff)
    assert "莫莫" in told.text and "借你一台运动相机" in told.text and told.reply_to is card(stage)
    stage.press(stage.rui, card(stage), "我接过去")
    assert "谁来帮：\u2068瑞秋" in card(stage).text and "我接过去" not in labels(stage)
    stage.evening()
    assert "瑞秋" in stage.last(stage.lin).text and "接着帮你" in stage.last(stage.lin).text
    morning(stage, 5)
    stage.evening()
    assert any("你答应帮" in said for said in stage.said(stage.rui))


def test_an_offer_that_waits_for_its_author_is_told_anew_with_who_helps_now(stage: Stage) -> None:
    offered(stage)
    dismissed(stage)
    stage.press(stage.rui, card(stage), "我接过去")
    stage.evening()
    [told] = [said for said in stage.said(stage.lin) if "想帮你做得更好" in said]
    assert "\u2068瑞秋\u2069 想帮你做得更好" in told


def test_who_leaves_the_staff_group_leaves_what_they_promised_too(stage: Stage) -> None:
    accepted(stage)
    stage.mo.leave(stage.staff)
    stage.play()
    assert any("说好帮" in said for said in stage.said(stage.staff))
    stage.press(stage.owner, card(stage), "我接过去")
    assert "品牌主理人" in card(stage).text


def test_nothing_is_said_of_what_is_done_or_declined(stage: Stage) -> None:
    offered(stage)
    stage.evening()
    stage.press(stage.lin, stage.last(stage.lin), "谢谢，这次不用")
    dismissed(stage)
    assert not any("说好帮" in said for said in stage.said(stage.staff))
