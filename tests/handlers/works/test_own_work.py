"""One's own works: looked over before they go, listed, taken back while they wait."""

from handlers.effects import DAY_S
from sandbox.world.messages import Message
from tests.handlers.works.desk import STANDARD, card, confirmed, handed_in, labels, published, reviewed
from tests.handlers.works.test_submission import works
from tests.shopping import tell
from tests.stage import Stage


def listed(stage: Stage) -> list[str]:
    """The labels under Lin's list."""
    tell(stage, stage.lin, "/works")
    stage.play()
    return labels(stage.last(stage.lin))


def withdrawn(stage: Stage, label: str = "1 转场练习") -> None:
    """Lin takes a work back."""
    listed(stage)
    page = stage.last(stage.lin)
    for press in (label, "撤回", "确认撤回"):
        stage.press(stage.lin, page, press)


def taking_back(stage: Stage) -> Message:
    """The page on which Lin is asked whether the work is to be taken back."""
    listed(stage)
    page = stage.last(stage.lin)
    stage.press(stage.lin, page, "1 转场练习")
    stage.press(stage.lin, page, "撤回")
    return page


def test_what_is_sent_in_private_is_handed_in_only_when_its_author_says_so(stage: Stage) -> None:
    published(stage)
    stage.lin.start("submit-1")
    stage.play()
    tell(stage, stage.lin, "写得不好")
    stage.play()
    preview = stage.last(stage.lin)
    assert "写得不好" in preview.text
    assert works(stage) == []
    stage.press(stage.lin, preview, "再改改")
    tell(stage, stage.lin, "写好了")
    stage.play()
    confirmed(stage, stage.lin)
    assert works(stage) == [(1, "waiting", 1)]
    assert "写好了" in card(stage).text


def test_the_preview_names_what_would_go(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    stage.lin.start("submit-1")
    stage.play()
    tell(stage, stage.lin, "换一篇")
    stage.play()
    assert "你的作品 1 还在等审核" in stage.last(stage.lin).text
    assert works(stage) == [(1, "waiting", 1)]
    confirmed(stage, stage.lin)
    assert works(stage) == [(1, "waiting", 2)]


def test_in_the_group_one_may_keep_what_waits(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    handed_in(stage, stage.lin, 1, b"two")
    stage.press(stage.lin, stage.whispers(stage.lin)[-1], "不换")
    assert works(stage) == [(1, "waiting", 1)]


def test_the_list_shows_how_each_stands_and_what_was_said(stage: Stage) -> None:
    assert listed(stage) == []
    published(stage)
    published(stage, STANDARD)
    handed_in(stage, stage.lin, 1, b"one")
    reviewed(stage, "退回修改", "声音可以再大些")
    assert "作品 1“剪了三遍”" in stage.last(stage.lin).text
    handed_in(stage, stage.lin, 2, b"two")
    assert listed(stage) == ["2 转场练习", "1 转场练习"]
    page = stage.last(stage.lin)
    assert "等审核" in page.text
    stage.press(stage.lin, page, "1 转场练习")
    assert "有建议，待修改" in page.text
    assert "声音可以再大些" in page.text
    assert labels(page) == ["交改好的版本", "我的作品"]
    stage.press(stage.lin, page, "我的作品")
    assert labels(page) == ["2 转场练习", "1 转场练习"]


def test_a_work_is_taken_back_while_it_waits_and_its_place_is_free_again(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    shown = card(stage)
    stage.press(stage.rui, shown, "我来看")
    withdrawn(stage)
    assert works(stage) == [(1, "withdrawn", 1)]
    assert "作者撤回了" in shown.text
    assert labels(shown) == []
    handed_in(stage, stage.lin, 1)
    assert works(stage) == [(1, "withdrawn", 1), (2, "waiting", 1)]
    handed_in(stage, stage.zhou, 1)
    assert "别人先发过" in stage.whispers(stage.zhou)[-1].text


def test_what_was_taken_back_is_neither_edited_in_nor_reminded_of_nor_in_the_way_of_leaving(stage: Stage) -> None:
    published(stage)
    words = stage.lin.say(stage.group, "#挑战1 初稿")
    stage.play()
    withdrawn(stage)
    stage.lin.edit(words, "#挑战1 定稿")
    stage.play()
    assert works(stage) == [(1, "withdrawn", 1)]
    tell(stage, stage.lin, "/challenge 1")
    stage.play()
    assert "等审核" not in stage.last(stage.lin).text
    assert "退出" in labels(stage.last(stage.lin))


def test_what_was_approved_is_not_taken_back_nor_another_persons(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    page = taking_back(stage)
    reviewed(stage, "通过", "转场利落")
    assert "已经审过了" in stage.press(stage.lin, page, "确认撤回")
    assert works(stage) == [(1, "approved", 1)]
    words = stage.zhou.say(stage.group, "#挑战1 初稿")
    stage.play()
    reviewed(stage, "通过", "节奏舒服")
    stage.zhou.edit(words, "#挑战1 定稿")
    stage.play()
    tell(stage, stage.zhou, "我的作品")
    stage.play()
    page = stage.last(stage.zhou)
    for press in ("2 转场练习", "撤回"):
        stage.press(stage.zhou, page, press)
    assert "已经审过了" in stage.press(stage.zhou, page, "确认撤回")


def test_an_album_that_is_looked_over_goes_whole(stage: Stage) -> None:
    published(stage)
    stage.lin.start("submit-1")
    stage.play()
    stage.lin.album(stage.world.private(stage.lin), [b"one", b"two", b"three"], caption="三张")
    stage.play()
    preview = stage.last(stage.lin)
    assert "这组图片收齐了一起交" in preview.text
    confirmed(stage, stage.lin)
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM submission_file")) == 3
    assert len([message for message in stage.messages(stage.staff) if message.media]) == 3


def test_who_takes_a_work_back_after_the_deadline_reads_that_no_other_can_follow(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    page = taking_back(stage)
    assert "截止前随时可以再交" in page.text
    stage.clock.advance(8 * DAY_S)
    page = taking_back(stage)
    assert "没法再交新的" in page.text and "随时可以再交" not in page.text


def test_what_is_returned_after_the_deadline_asks_for_nothing_that_would_be_refused(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    stage.clock.advance(8 * DAY_S)
    stage.play()
    stage.press(stage.rui, card(stage), "我来看")
    assert "退回后作者交不了新的一版；要给时间改，先发 /extendchallenge 1 3天" in card(stage).text
    stage.press(stage.rui, card(stage), "声音可以再大些")
    stage.press(stage.rui, card(stage), "退回修改")
    told = next(one for one in reversed(stage.messages(stage.world.private(stage.lin))) if "声音可以再大些" in one.text)
    assert "挑战已经截止，这一件不用再交" in told.text and "改好再交" not in told.text
    assert "交改好的版本" not in labels(told)


def test_the_eleventh_work_is_on_the_next_page(stage: Stage) -> None:
    for number in range(1, 12):
        published(stage, STANDARD)
        handed_in(stage, stage.lin, number, f"{number}".encode())
    assert "1 转场练习" not in listed(stage)
    page = stage.last(stage.lin)
    stage.press(stage.lin, page, "下一页 ›")
    assert labels(page) == ["1 转场练习", "‹ 上一页"]
