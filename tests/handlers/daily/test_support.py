"""Production support: offered by staff, answered by the author, done by its date, and linked to the first idea."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from actions.quiet import choose
from rules.note import Quiet
from sandbox.text.entities import Entity
from sandbox.text.recognition import recognized
from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.handlers.daily.test_feature import REASON, asked, featured, found
from tests.handlers.daily.test_pick import picked, told
from tests.handlers.fairness.undoing import clean, newest, undo
from tests.handlers.honour.announcing import crowd, plain
from tests.stage import Stage

OFFER = "借你一台运动相机 | 7天"
DAY_S = 86_400


def said(stage: Stage, words: str, message: Message, by: Person | None = None) -> None:
    """Staff reply with the command."""
    (by or stage.mo).say(stage.group, f"/support {words}".strip(), reply_to=message)
    stage.play()


def offered(stage: Stage, words: str = OFFER) -> Message:
    """A featured discovery that staff want to help with; the discovery."""
    message = found(stage)
    featured(stage, message)
    said(stage, words, message)
    return message


def accepted(stage: Stage) -> Message:
    """Its author says yes in the evening."""
    message = offered(stage)
    stage.evening()
    stage.press(stage.lin, stage.last(stage.lin), "好，一起做")
    return message


def card(stage: Stage) -> Message:
    """The card of the offer in the staff group."""
    return next(one for one in stage.messages(stage.staff) if "支持 " in one.text and "谁来帮" in one.text)


def morning(stage: Stage, days: int) -> None:
    """Half past nine, so many days later."""
    now = datetime.fromtimestamp(stage.clock.now(), ZoneInfo("Asia/Shanghai"))
    then = (now + timedelta(days=days)).replace(hour=9, minute=30, second=30)
    stage.advance((then - now).total_seconds())


def test_the_author_reads_it_in_the_evening_and_says_yes(stage: Stage) -> None:
    offered(stage)
    assert "借你一台运动相机" in card(stage).text and "莫莫" in card(stage).text and stage.said(stage.lin) == []
    stage.evening()
    told_it = stage.last(stage.lin)
    assert "莫莫 想帮你做得更好" in plain(told_it.text) and REASON in told_it.text
    stage.press(stage.lin, told_it, "好，一起做")
    assert "莫莫 会在" in plain(stage.last(stage.lin).text)
    assert "✅ TA 答应了" in card(stage).text and "林晓 答应了" in plain(stage.last(stage.staff).text)
    clean(stage)


def test_the_offer_comes_also_to_an_author_who_wants_to_hear_as_little_as_possible(stage: Stage) -> None:
    lin = stage.member(stage.lin)
    stage.do(lambda tx: choose(tx, lin, Quiet.LEAST))
    offered(stage)
    stage.evening()
    stage.press(stage.lin, stage.last(stage.lin), "好，一起做")
    assert stage.do(lambda tx: tx.value("SELECT state FROM support")) == "accepted"


def test_the_author_says_no_without_a_word_and_may_think_again(stage: Stage) -> None:
    message = offered(stage)
    stage.evening()
    note = stage.last(stage.lin)
    stage.press(stage.lin, note, "谢谢，这次不用")
    assert "好，不麻烦" in stage.last(stage.lin).text and "这次不用" in card(stage).text
    stage.press(stage.lin, note, "好，一起做")
    assert "✅ TA 答应了" in card(stage).text
    said(stage, OFFER, message)
    assert "莫莫 已经在帮这一条了" in plain(stage.whispers(stage.mo)[-1].text)


def test_the_finished_work_is_linked_and_both_are_credited(stage: Stage) -> None:
    accepted(stage)
    work = stage.lin.say(stage.group, "成片来了，灯串亮一整夜，一共三分钟")
    stage.play()
    said(stage, "完成", work)
    credit = stage.last(stage.group)
    assert credit.reply_to is work and "林晓 的点子" in plain(credit.text) and "莫莫 帮忙" in plain(credit.text)
    for words in ("/discoveries", "/find 露营灯串"):
        shown = plain(asked(stage, stage.zhou, words))
        assert REASON in shown and "🛠 做成了" in shown and "莫莫 帮忙" in shown
    stage.evening()
    assert "有成品了" in stage.last(stage.lin).text
    stage.press(stage.mo, card(stage), "还没做好")
    assert credit not in stage.messages(stage.group) and "做成了" not in asked(stage, stage.zhou, "/discoveries")


def test_a_work_elsewhere_is_linked_by_the_card(stage: Stage) -> None:
    message = accepted(stage)
    stage.press(stage.mo, card(stage), "做好了，贴链接")
    stage.mo.say(stage.world.private(stage.mo), "https://example.com/film")
    stage.play()
    assert stage.last(stage.group).reply_to is message and "做成了" in card(stage).text
    said(stage, "完成 https://example.com/longer", message)
    assert len([text for text in stage.said(stage.group) if "从一句话到成品" in text]) == 1


def test_by_the_form_somebody_else_of_the_team_helps_and_nobody_unknown(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message)
    said(stage, "", message)
    assert "帮这个点子做得更好" in stage.last(stage.mo).text
    private = stage.world.private(stage.mo)
    stage.mo.say(private, "帮什么：请工程师聊半小时\n什么时候前：7天\n谁来帮：周舟")
    stage.play()
    assert "要从这几个里选" in stage.last(stage.mo).text
    stage.mo.say(private, "谁来帮：@rui")
    stage.play()
    stage.sends(stage.mo)
    assert "谁来帮：瑞秋（莫莫 提出）" in plain(card(stage).text)


def of_the_reviewer(stage: Stage) -> None:
    """A reviewer helps with it, and its author has said yes."""
    message = found(stage)
    featured(stage, message)
    said(stage, f"{OFFER} | 瑞秋", message)
    stage.evening()
    stage.press(stage.lin, stage.last(stage.lin), "好，一起做")


def test_who_helps_says_themselves_that_it_is_done_or_can_not_be(stage: Stage) -> None:
    of_the_reviewer(stage)
    stage.press(stage.rui, card(stage), "做好了，贴链接")
    stage.rui.say(stage.world.private(stage.rui), "https://example.com/film")
    stage.play()
    assert "做成了" in card(stage).text
    stage.press(stage.rui, card(stage), "还没做好")
    stage.press(stage.rui, card(stage), "这次帮不上了")
    assert "帮不上" in card(stage).text
    clean(stage)


def test_a_reviewer_has_no_hand_in_the_help_of_another(stage: Stage) -> None:
    accepted(stage)
    before = card(stage).text
    for button in ("做好了，贴链接", "这次帮不上了"):
        answer = stage.press(stage.rui, card(stage), button)
        assert "不在你的职责里" in answer and card(stage).text == before


@pytest.mark.parametrize("by_undo", [False, True])
def test_unfeatured_it_stops_and_the_author_reads_that(stage: Stage, *, by_undo: bool) -> None:
    message = accepted(stage)
    if by_undo:
        undo(stage, newest(stage, stage.lin, "featured_post").id)
    else:
        stage.mo.say(stage.group, "/unfeature 和上周那条重复", reply_to=message)
        stage.play()
    assert "撤下了" in card(stage).text and not card(stage).buttons
    stage.advance(DAY_S)
    stage.evening()
    assert any("先停下了" in text for text in stage.said(stage.lin))
    featured(stage, message)
    assert "✅ TA 答应了" in card(stage).text


def test_an_offer_not_told_yet_is_taken_back_without_a_word(stage: Stage) -> None:
    offered(stage)
    stage.press(stage.mo, card(stage), "这次帮不上了")
    stage.evening()
    assert "运动相机" not in stage.last(stage.lin).text and "已经收回" in card(stage).text


def test_the_helper_is_reminded_before_the_date_and_what_is_over_stands_in_the_list(stage: Stage) -> None:
    accepted(stage)
    morning(stage, 6)
    assert any("🛠 快到" in text for text in stage.said(stage.staff))
    stage.evening()
    assert "你答应帮 林晓" in plain(stage.last(stage.mo).text)
    morning(stage, 2)
    assert any("⏰ 过期" in text for text in stage.said(stage.staff))
    assert len([text for text in stage.said(stage.mo) if "你答应帮" in text]) == 1


def test_an_offer_that_nobody_answers_lapses(stage: Stage) -> None:
    offered(stage)
    morning(stage, 8)
    assert "先作罢" in card(stage).text


def test_what_members_picked_can_be_helped_with_from_its_card(stage: Stage) -> None:
    message, people = told(stage), crowd(stage, 5)
    picked(stage, message, *people)
    stage.press(stage.mo, stage.last(stage.staff), "🛠 帮 TA 做得更好")
    stage.mo.say(stage.world.private(stage.mo), "帮什么：借投影幕布\n什么时候前：7天")
    stage.play()
    stage.sends(stage.mo)
    assert "借投影幕布" in card(stage).text


def test_what_is_not_promising_and_ones_own_is_refused(stage: Stage) -> None:
    message = found(stage)
    said(stage, OFFER, message)
    assert "先" in stage.whispers(stage.mo)[-1].text and "/feature" in stage.whispers(stage.mo)[-1].text
    own = found(stage, stage.mo)
    featured(stage, own, by=stage.owner)
    said(stage, OFFER, own)
    assert "另一位" in stage.whispers(stage.mo)[-1].text
    said(stage, "完成", message)
    assert "找不到对应的支持" in stage.whispers(stage.mo)[-1].text


@pytest.mark.parametrize("who", ["我", "我自己"])
def test_oneself_is_named_as_people_do(stage: Stage, who: str) -> None:
    offered(stage, f"{OFFER} | {who}")
    assert "谁来帮：莫莫" in plain(card(stage).text)


def test_a_mention_names_who_helps(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message)
    words = f"/support {OFFER} | 瑞瑞"
    marks = [*recognized(words), Entity("text_mention", words.index("瑞瑞"), 2, user_id=stage.rui.id)]
    stage.mo.say(stage.group, words, reply_to=message, entities=marks)
    stage.play()
    assert "谁来帮：瑞秋" in plain(card(stage).text)


def test_an_offer_lasts_to_the_end_of_the_minute_that_is_shown(stage: Stage) -> None:
    offered(stage, "借你一台运动相机 | 11-17 20:00")
    stage.evening()
    stage.clock.advance(23.5 * 3600 + 30)
    stage.press(stage.lin, stage.last(stage.lin), "好，一起做")
    assert "莫莫 会在" in plain(stage.last(stage.lin).text)


def test_whoever_is_asked_from_the_group_to_put_it_right_has_a_button_to_where(stage: Stage) -> None:
    message = stage.lin.say(stage.group, "我想用充电口给咖啡机供电，周末试试")
    stage.play()
    stage.mo.say(stage.group, "/feature 新在把车当咖啡馆", reply_to=message)
    for words in ("/support", "/support 帮忙 | 2月30日"):
        stage.mo.say(stage.group, words, reply_to=message)
        stage.play()
        [[way]] = stage.whispers(stage.mo)[-1].buttons
        assert way.wire["url"] == "https://t.me/kocbot" and way.text == "去私聊", words
    assert "没有 30 日" in stage.last(stage.mo).text


def test_help_by_one_who_is_dismissed_is_asked_of_the_others(stage: Stage) -> None:
    message = accepted(stage)
    stage.owner.say(stage.world.private(stage.owner), "/dismiss @mo 版主")
    stage.play()
    told = len(stage.said(stage.mo))
    morning(stage, 6)
    [due] = [text for text in stage.said(stage.staff) if "答应过的支持" in text][-1:]
    assert "不在团队了" in due
    stage.evening()
    assert all("答应" not in text for text in stage.said(stage.mo)[told:])
    stage.press(stage.owner, card(stage), "这次帮不上了")
    said(stage, OFFER, message, by=stage.owner)
    assert any("支持 2" in text for text in stage.said(stage.staff))
