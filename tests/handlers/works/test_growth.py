"""How somebody goes on from work to work: what was said, what was taken up, what comes next; and on the review card."""

from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.handlers.fairness.test_undo import newest
from tests.handlers.works.desk import STANDARD, card, handed_in, labels, published, reviewed
from tests.handlers.works.test_series import queued, weekday
from tests.shopping import tell
from tests.stage import Stage


def shown(stage: Stage, person: Person, said: str = "/growth") -> Message:
    """What somebody reads who asks for it."""
    tell(stage, person, said)
    stage.play()
    return stage.last(person)


def improved(stage: Stage) -> None:
    """Lin's first work was returned for its sound, and passed when she had mended it."""
    published(stage)
    handed_in(stage, stage.lin, 1)
    reviewed(stage, "退回修改", "声音可以再大些")
    handed_in(stage, stage.lin, 1, b"two")
    reviewed(stage, "通过", "转场利落", "可以再短些")


def test_works_stand_in_their_order_with_what_was_taken_up_and_the_next_step(stage: Stage) -> None:
    improved(stage)
    published(stage, STANDARD.replace("转场练习", "一镜到底"))
    handed_in(stage, stage.lin, 2, b"three")
    assert "前几件的评语\n1 · 转场练习（已通过）：转场利落、可以再短些" in card(stage).text
    reviewed(stage, "通过", "节奏舒服", "拿稳一点会更好")
    published(stage, STANDARD.replace("转场练习", "夜里的灯"))
    page = shown(stage, stage.lin)
    assert page.text.index("1 · 转场练习") < page.text.index("2 · 一镜到底")
    assert "通过 2 件" in page.text and "改过 1 次" in page.text
    assert "“声音可以再大些”（转场练习）→ 不用再提了（转场练习）" in page.text
    assert "“可以再短些”（转场练习）→ “节奏舒服”（一镜到底）" in page.text
    assert "挑战 3“夜里的灯”，这次可以留意：拿稳一点会更好" in page.text
    stage.press(stage.lin, page, "看看这个挑战")
    assert "夜里的灯" in page.text and "参加" in labels(page)


def test_what_was_returned_is_improved_first(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    reviewed(stage, "退回修改", "声音可以再大些")
    page = shown(stage, stage.lin, "我的进步")
    assert "把“转场练习”改一改再交，可以留意：声音可以再大些" in page.text
    stage.press(stage.lin, page, "交改好的版本")
    tell(stage, stage.lin, "声音开大了")
    stage.play()
    assert "声音开大了" in stage.last(stage.lin).text


def test_each_track_is_a_page_of_its_own(stage: Stage) -> None:
    improved(stage)
    published(stage, STANDARD.replace("赛道：视频", "赛道：摄影").replace("转场练习", "秋天的光"))
    handed_in(stage, stage.lin, 2, b"three")
    assert "前几件的评语" not in card(stage).text
    reviewed(stage, "通过", "用光讲究")
    page = shown(stage, stage.lin)
    assert "摄影" in page.text and "秋天的光" in page.text and "转场练习" not in page.text
    stage.press(stage.lin, page, "视频")
    assert "转场练习" in page.text and "秋天的光" not in page.text
    assert "秋天的光" in shown(stage, stage.lin, "/growth 摄影").text


def test_the_series_and_results_outside_are_in_it(stage: Stage) -> None:
    queued(stage, "拍三种光")
    weekday(stage, 0)
    handed_in(stage, stage.lin, 1)
    reviewed(stage, "通过", "转场利落")
    tell(stage, stage.lin, "/result 1 https://www.example.com/n/1 阅读 1.2万 赞 300")
    stage.play()
    page = shown(stage, stage.lin)
    assert "微挑战 1 个" in page.text and "阅读 12,000 · 赞 300" in page.text and "自报" in page.text


def test_before_the_first_review_it_says_how_to_begin(stage: Stage) -> None:
    assert "还没有评语" in shown(stage, stage.lin).text
    published(stage)
    handed_in(stage, stage.lin, 1)
    assert "还没有评语" in shown(stage, stage.lin).text


def undone(stage: Stage) -> None:
    """The newest entry of Lin's is taken back."""
    tell(stage, stage.mo, f"/undo {newest(stage, stage.lin)} 记错了")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "确认撤回")


def test_what_was_undone_is_gone_from_it_until_it_is_put_back(stage: Stage) -> None:
    improved(stage)
    undone(stage)
    assert "还没有评语" in shown(stage, stage.lin).text
    undone(stage)
    assert "通过 1 件" in shown(stage, stage.lin).text
