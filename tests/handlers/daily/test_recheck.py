"""Accepted answers that a product note may contradict: marked, looked at one by one, corrected or taken out of `/find`."""

from sandbox.world.messages import Message
from storage.daily import questions
from tests.handlers.daily.asking import REPLY, points
from tests.handlers.daily.noting import FORM, HOUR_S, found, knows, published
from tests.handlers.fairness.undoing import clean
from tests.stage import Stage


def looked(stage: Stage) -> Message:
    """The moderator looks at what waits, in the staff group."""
    stage.mo.say(stage.staff, "/recheck")
    stage.play()
    return stage.last(stage.staff)


def test_a_new_note_marks_answers_on_its_theme_the_plainest_first(stage: Stage) -> None:
    knows(stage)
    said = published(stage)
    assert "有 3 条采纳过的回答可能和它不一样" in said.text
    card = looked(stage)
    assert "（1/3）" in card.text and "另一个版本：V2.1" in card.text
    stage.press(stage.owner, card, "下一页 ›")
    assert "数字和资讯不一样：5 秒" in card.text
    stage.press(stage.mo, card, "下一页 ›")
    assert "同一件事" in card.text and REPLY in card.text


def test_the_staff_group_hears_that_answers_wait(stage: Stage) -> None:
    knows(stage)
    published(stage)
    [told] = [one for one in stage.messages(stage.staff) if "哪位来看一眼" in one.text]
    stage.press(stage.owner, told, "👀 看一看")
    assert "这条回答还对吗" in stage.last(stage.staff).text


def test_what_is_still_right_is_not_marked_again_for_the_same_reason(stage: Stage) -> None:
    knows(stage)
    published(stage)
    card = looked(stage)
    for _ in range(3):
        stage.press(stage.mo, card, "✅ 还对")
        assert "莫莫：还对" in card.text.replace("\u2068", "").replace("\u2069", "")
        toast = stage.press(stage.mo, card, "下一条 ›")
    assert "都处理好了" in toast
    stage.mo.say(stage.world.private(stage.mo), "/editnote 1\n标题：蓝牙钥匙固件升级 2.3")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "✅ 保存")
    assert "可能和它不一样" not in stage.last(stage.mo).text


def test_a_correction_stands_with_the_answer_and_its_author_keeps_the_points(stage: Stage) -> None:
    answer = knows(stage)
    published(stage)
    before = points(stage, stage.zhou)
    card = looked(stage)
    stage.press(stage.mo, card, "下一页 ›")
    stage.press(stage.mo, card, "下一页 ›")
    stage.press(stage.mo, card, "✏️ 更正")
    stage.mo.say(stage.world.private(stage.mo), "2.3 起长按 10 秒就行，不用忽略")
    stage.play()
    stage.sends(stage.mo)
    decided = stage.last(stage.mo)
    assert "更正：2.3 起长按 10 秒就行" in decided.text
    public = next(one for one in stage.messages(stage.group) if "官方更正" in one.text)
    assert public.reply_to is answer
    assert "官方更正：2.3 起长按 10 秒就行" in found(stage)
    stage.evening()
    assert "采纳和积分都不变" in stage.last(stage.zhou).text and points(stage, stage.zhou) == before
    stage.press(stage.mo, decided, "↩️ 改回去")
    assert public.deleted and "更正" not in found(stage)
    stage.evening()
    assert "又按原样放回" in stage.last(stage.zhou).text
    clean(stage)


def test_an_answer_out_of_find_is_answered_to_nobody_and_comes_back_whole(stage: Stage) -> None:
    knows(stage)
    published(stage)
    card = looked(stage)
    stage.press(stage.mo, card, "🗂 从 /find 撤下")
    assert "V2.1" not in found(stage, "分享")
    assert "改回去" in card.buttons[0][0].text
    stage.press(stage.mo, card, "↩️ 改回去")
    assert "V2.1" in found(stage, "分享")
    stage.evening()
    assert not any("先从 /find 撤下" in text for text in stage.said(stage.zhou))
    clean(stage)


def test_an_answer_whose_acceptance_was_taken_back_needs_no_look(stage: Stage) -> None:
    knows(stage)
    published(stage)
    card = looked(stage)
    stage.mo.say(stage.group, "/unaccept 3")
    stage.play()
    assert "采纳撤回了" in stage.press(stage.mo, card, "✅ 还对")
    assert "（1/2）" in looked(stage).text


def test_a_note_that_is_out_of_date_marks_nothing_any_more(stage: Stage) -> None:
    knows(stage)
    published(stage, FORM.replace("90天", "3小时"))
    stage.advance(3 * HOUR_S)
    stage.mo.say(stage.world.private(stage.mo), "/recheck")
    stage.play()
    assert "都处理好了" in stage.last(stage.mo).text


def test_the_words_of_an_old_answer_are_shown_though_answers_are_forgotten(stage: Stage) -> None:
    knows(stage)
    assert stage.do(lambda tx: questions.forget_words(tx, int(stage.clock.now()) + 1)) == 3
    published(stage)
    assert "升到 V2.1 就能分享" in looked(stage).text


def test_the_doctor_names_answers_that_wait_for_a_week(stage: Stage) -> None:
    knows(stage)
    published(stage)
    stage.owner.say(stage.world.private(stage.owner), "/doctor")
    stage.play()
    assert "/recheck" not in stage.last(stage.owner).text
    stage.advance(8 * 24 * HOUR_S)
    stage.owner.say(stage.world.private(stage.owner), "/doctor")
    stage.play()
    assert "有 3 条旧回答可能和产品资讯不一样" in stage.last(stage.owner).text
