"""Co-creation briefs: answered by each for themselves, seen together afterwards, a prize with its reason, and a case."""

from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import originals
from tests.handlers.fairness.story import Story
from tests.handlers.fairness.undoing import clean, newest, undo
from tests.handlers.works.desk import labels
from tests.handlers.works.test_album import rewritten
from tests.stage import Stage

DAY_S = 86_400
FORM = "标题：冬天上车那一下\n问题：方向盘和座椅都是冰的。\n为什么：第一分钟的印象，记得一整天。\n截止：7天\n奖励：80"


def brief(stage: Stage, form: str = FORM) -> None:
    """A brief that the moderator has just published."""
    stage.mo.say(stage.world.private(stage.mo), f"/newcocreation {form}")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "发布")


def answer(stage: Stage, person: Person, words: str) -> Message:
    """They answer in private, by the link under the announcement."""
    person.start("cocreate-1")
    stage.play()
    person.say(stage.world.private(person), words)
    stage.play()
    shown = stage.last(person)
    stage.press(person, shown, "就这份")
    return shown


def left_open(stage: Stage) -> Message:
    """The preview of an answer that was sent in time, when the deadline has passed and all answers are shown."""
    stage.advance(6.9 * DAY_S)
    stage.lin.start("cocreate-1")
    stage.play()
    stage.lin.say(stage.world.private(stage.lin), "热水袋先焐着。")
    stage.play()
    preview = stage.last(stage.lin)
    stage.advance(0.2 * DAY_S)
    return preview


def sent(stage: Stage, person: Person, photo: bytes) -> None:
    """They send a picture by the link under the announcement."""
    person.start("cocreate-1")
    stage.play()
    person.send(stage.world.private(person), photo=photo)
    stage.play()


def side_by_side(stage: Stage, person: Person) -> Message:
    """All answers, as the person sees them in private."""
    person.start("cocreation-1")
    stage.play()
    card = stage.last(person)
    stage.press(person, card, "看全部答案")
    return card


def closed(stage: Stage) -> None:
    """A brief with two answers, closed."""
    brief(stage)
    answer(stage, stage.lin, "热水袋先焐着，出门前十分钟放上座椅。")
    answer(stage, stage.zhou, "停车时让车头朝东，太阳出来先照到方向盘。")
    stage.advance(7.1 * DAY_S)


def chosen(stage: Stage, name: str, button: str, words: str) -> None:
    """The moderator opens an answer, presses the button and writes a sentence."""
    card = side_by_side(stage, stage.mo)
    stage.press(stage.mo, card, next(label for label in labels(card) if name in label))
    stage.press(stage.mo, card, button)
    stage.mo.say(stage.world.private(stage.mo), words)
    stage.play()
    stage.sends(stage.mo)


def prized(stage: Stage) -> Person:
    """zhou's answer has the prize."""
    closed(stage)
    chosen(stage, "周舟", "给独创奖", "没有人想到用停车的方向。")
    return stage.zhou


def test_nobody_sees_an_answer_before_the_deadline_and_everybody_all_of_them_afterwards(stage: Stage) -> None:
    brief(stage)
    assert "为什么重要" in stage.last(stage.group).text
    answer(stage, stage.lin, "热水袋先焐着。")
    assert "换成了这一份" in answer(stage, stage.lin, "热水袋先焐着，出门前十分钟放上座椅。").text
    answer(stage, stage.zhou, "停车时让车头朝东，太阳出来先照到方向盘。")
    stage.he.start("cocreation-1")
    stage.play()
    assert "已经有 2 份答案" in stage.last(stage.he).text
    assert "看全部答案" not in labels(stage.last(stage.he))
    stage.advance(7.1 * DAY_S)
    assert "收到 2 份答案" in next(one.text for one in stage.messages(stage.group) if "冬天上车" in one.text)
    card = side_by_side(stage, stage.he)
    assert "热水袋先焐着，出门前十分钟" in card.text and "车头朝东" in card.text
    stage.he.start("cocreate-1")
    stage.play()
    assert "不再收答案" in stage.last(stage.he).text
    stage.evening()
    assert "看看别人是怎么想的" in stage.last(stage.lin).text


def test_any_form_is_an_answer(stage: Stage) -> None:
    brief(stage)
    sent(stage, stage.lin, b"drawing")
    stage.press(stage.lin, stage.last(stage.lin), "就这份")
    stage.advance(7.1 * DAY_S)
    card = side_by_side(stage, stage.he)
    assert "附件 1 个" in card.text
    stage.press(stage.he, card, next(label for label in labels(card) if "林晓" in label))
    assert any(one.media for one in stage.messages(stage.world.private(stage.he)))


def test_what_somebody_else_has_shown_is_no_answer(stage: Stage) -> None:
    brief(stage)
    sent(stage, stage.lin, b"drawing")
    stage.press(stage.lin, stage.last(stage.lin), "就这份")
    sent(stage, stage.zhou, b"drawing")
    assert "别人先发过了" in stage.last(stage.zhou).text
    stage.zhou.send(stage.world.private(stage.zhou), photo=b"my own drawing")
    stage.play()
    stage.press(stage.zhou, stage.last(stage.zhou), "就这份")
    stage.advance(7.1 * DAY_S)
    assert "收到 2 份答案" in next(one.text for one in stage.messages(stage.group) if "冬天上车" in one.text)


def test_the_file_of_an_answer_is_nobody_elses_work(stage: Stage) -> None:
    brief(stage)
    sent(stage, stage.lin, b"drawing")
    stage.press(stage.lin, stage.last(stage.lin), "就这份")
    drawing = stage.do(lambda tx: tx.value("SELECT unique_id FROM cocreation_file"))
    lin, zhou = stage.member(stage.lin).id, stage.member(stage.zhou).id
    assert stage.do(lambda tx: originals.of_another(tx, zhou, drawing, 1))
    assert not stage.do(lambda tx: originals.of_another(tx, lin, drawing, 1))


def test_a_brief_that_nobody_answered_says_so_and_leads_to_no_answers(stage: Stage) -> None:
    brief(stage)
    announced = stage.last(stage.group)
    assert [button.text for row in announced.buttons for button in row] == ["我来答"]
    stage.advance(8 * 86_400)
    assert "截止了，这次没有收到答案" in announced.text and not announced.buttons


def test_an_album_edited_once_all_answers_are_seen_is_no_answer(stage: Stage) -> None:
    brief(stage)
    answer(stage, stage.zhou, "停车时让车头朝东，太阳出来先照到方向盘。")
    stage.advance(7 * DAY_S - 3_600)
    stage.lin.start("cocreate-1")
    stage.play()
    album = stage.lin.album(stage.world.private(stage.lin), [b"one", b"two"], caption="热水袋先焐着。")
    stage.play()
    preview = stage.last(stage.lin)
    stage.advance(2 * 3_600)
    rewritten(stage, album[0], "停车时让车头朝东。")
    told = stage.press(stage.lin, preview, "就这份")
    assert "截止后又改过" in f"{told} {stage.said(stage.lin)}"
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM cocreation_answer")) == 1


def test_an_album_looked_over_before_the_deadline_is_an_answer_afterwards_as_it_was(stage: Stage) -> None:
    brief(stage)
    stage.advance(7 * DAY_S - 3_600)
    stage.lin.start("cocreate-1")
    stage.play()
    stage.lin.album(stage.world.private(stage.lin), [b"one", b"two"], caption="热水袋先焐着。")
    stage.play()
    stage.advance(2 * 3_600)
    stage.press(stage.lin, stage.last(stage.lin), "就这份")
    assert stage.do(lambda tx: tx.value("SELECT text FROM cocreation_answer")) == "热水袋先焐着。"


def test_an_answer_confirmed_once_all_are_shown_stands_among_them_for_groups_and_staff(stage: Stage) -> None:
    brief(stage)
    announced = stage.last(stage.group)
    preview = left_open(stage)
    assert "没有收到答案" in announced.text and "没有人答" in stage.last(stage.staff).text
    stage.press(stage.lin, preview, "就这份")
    assert "和大家的放在一起了" in preview.text
    assert "收到 1 份答案" in announced.text and "看全部答案" in labels(announced)
    assert "现在 1 份答案" in stage.last(stage.staff).text


def test_the_prize_is_paid_once_with_its_reason_which_everybody_reads(stage: Stage) -> None:
    prized(stage)
    assert "+80 分" in stage.last(stage.zhou).text and "没有人想到" in stage.last(stage.zhou).text
    assert "没有人想到用停车的方向" in stage.last(stage.group).text
    card = side_by_side(stage, stage.mo)
    stage.press(stage.mo, card, next(label for label in labels(card) if "林晓" in label))
    assert "已经给了" in stage.press(stage.mo, card, "给独创奖")
    undo(stage, newest(stage, stage.zhou, "originality").id)
    chosen(stage, "林晓", "给独创奖", "老办法，最快。")
    assert newest(stage, stage.lin, "originality").amount == 80
    clean(stage)


def test_a_prize_that_paid_nothing_is_taken_back_by_its_answer_and_given_to_another(stage: Stage) -> None:
    brief(stage, FORM.replace("80", "0"))
    answer(stage, stage.lin, "热水袋先焐着，出门前十分钟放上座椅。")
    answer(stage, stage.zhou, "停车时让车头朝东，太阳出来先照到方向盘。")
    stage.advance(7.1 * DAY_S)
    chosen(stage, "周舟", "给独创奖", "没有人想到用停车的方向。")
    assert "点“收回独创奖”" in stage.last(stage.mo).text
    card = side_by_side(stage, stage.mo)
    stage.press(stage.mo, card, next(label for label in labels(card) if "林晓" in label))
    assert "点“收回独创奖”" in stage.press(stage.mo, card, "给独创奖")
    chosen(stage, "周舟", "收回独创奖", "两份写反了。")
    assert "两份写反了" in stage.last(stage.zhou).text
    assert not any("没有人想到" in said for said in stage.said(stage.group))
    chosen(stage, "林晓", "给独创奖", "老办法，最快。")
    assert "老办法" in stage.last(stage.group).text
    clean(stage)


def test_a_prize_with_points_is_undone_and_has_no_other_way_back(stage: Stage) -> None:
    prized(stage)
    card = side_by_side(stage, stage.mo)
    stage.press(stage.mo, card, next(label for label in labels(card) if "周舟" in label))
    assert "收回独创奖" not in labels(card)


def test_the_groups_read_of_a_prize_for_as_long_as_it_stands(stage: Stage) -> None:
    prized(stage)

    def read() -> int:
        return sum("没有人想到用停车的方向" in said for said in stage.said(stage.group))

    entry = newest(stage, stage.zhou, "originality").id
    undo(stage, entry)
    assert read() == 0
    undo(stage, newest(stage, stage.zhou, "originality").id)
    assert read() == 1
    undo(stage, entry)
    assert read() == 0
    clean(stage)


def test_the_best_becomes_a_case_with_what_nobody_expected(stage: Stage) -> None:
    closed(stage)
    chosen(stage, "周舟", "写成案例", "省下的不是电，是心情。")
    assert "省下的不是电" in stage.last(stage.group).text
    stage.he.say(stage.world.private(stage.he), "/cases")
    stage.play()
    assert "没想到的是：省下的不是电，是心情。" in stage.last(stage.he).text


def test_who_may_not_yet_is_told_what_is_missing(stage: Stage) -> None:
    brief(stage, FORM + "\n资格：命题")
    stage.lin.start("cocreate-1")
    stage.play()
    assert "命题" in stage.last(stage.lin).text
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM cocreation_answer")) == 0


def unprized(stage: Stage) -> None:
    """No answer has the prize."""
    count = "SELECT count(*) FROM cocreation_answer WHERE won_at IS NOT NULL AND taken_back_at IS NULL"
    assert stage.do(lambda tx: tx.value(count)) == 0


def prized_again(stage: Stage) -> None:
    """zhou's answer has it again."""
    chosen(stage, "周舟", "给独创奖", "没有人想到用停车的方向。")


UNDO_STORIES = {"originality": Story(prized, unprized, prized_again, pays=80)}


def test_an_answer_that_all_can_see_is_not_exchanged_for_a_later_version(stage: Stage) -> None:
    brief(stage)
    answer(stage, stage.lin, "毛毯垫在充电口下面。")
    preview = left_open(stage)
    assert "就不换了" in stage.press(stage.lin, preview, "就这份")
    assert [row.text for row in stage.do(lambda tx: tx.all("SELECT text FROM cocreation_answer"))] == [
        "毛毯垫在充电口下面。"
    ]
