"""Banks of quizzes: tables are looked at before they count, questions changed and withdrawn, bad ones found."""

import pytest

from storage.works import quiz_questions
from tests.databases import rows
from tests.handlers.honour.announcing import plain
from tests.handlers.works.quizzing import DAY_S, FORM, HEAD, begun, labels, prepared, published, say, table, taken
from tests.stage import Stage


def test_a_table_is_shown_before_it_counts_and_what_is_there_already_is_left_out(stage: Stage) -> None:
    card = say(stage, stage.mo, f"/newquiz\n{FORM}")
    assert "题库有 0 题，还差 3 题才能发布" in plain(card.text) and "发布…" not in labels(card)
    stage.press(stage.mo, card, "加题")
    shown = say(stage, stage.mo, f"{table(2)}\n第 1 问,对的1,错的,,A,\n第0问,对的0,错的,,B,")
    for words in ("加 2 题", "第 0 问", "第 1 问", "✅ 对的1", "第 4 行和前面的题一样", "第 5 行：同一道题答案不同"):
        assert words in plain(shown.text)
    assert stage.do(lambda tx: quiz_questions.count(tx, 1)) == 0
    stage.mo.press(shown, "入库 2 题")
    stage.mo.press(shown, "入库 2 题")
    stage.play()
    assert stage.do(lambda tx: quiz_questions.count(tx, 1)) == 2
    assert "再加 1 题就够了" in plain(shown.text)
    stage.press(stage.mo, shown, "看这份问答")
    stage.press(stage.mo, shown, "加题")
    again = say(stage, stage.mo, table(3))
    assert "加 1 题" in plain(again.text) and "有 2 题已经在题库里" in plain(again.text)
    stage.press(stage.mo, again, "不对，不要了")
    assert stage.do(lambda tx: quiz_questions.count(tx, 1)) == 2


def test_a_wrong_table_is_named_line_by_line_and_takes_nothing_in(stage: Stage) -> None:
    stage.press(stage.mo, say(stage, stage.mo, f"/newquiz\n{FORM}"), "加题")
    said = say(stage, stage.mo, f"{HEAD}\n多久？,每月,每年,,E,\n怎么办？,停,,,A,")
    assert "第 2 行 E 列“答案”：“E”不是这题的选项，写 A、B 里的一个" in plain(said.text)
    assert "第 3 行：选项不到 2 个" in plain(said.text)
    assert "加 2 题" in plain(say(stage, stage.mo, f"{HEAD}\n多久？,每月,每年,,B,\n怎么办？,停,走,,A,").text)


def test_a_table_alone_begins_a_quiz_with_the_usual_numbers(stage: Stage) -> None:
    shown = say(stage, stage.mo, f"/newquiz\n{table(4)}")
    stage.press(stage.mo, shown, "入库 4 题")
    assert rows(stage.connection, "SELECT title, asks, needs FROM quiz") == [("知识问答", 4, 3)]


def test_one_question_comes_by_form_is_changed_and_withdrawn(stage: Stage) -> None:
    card = prepared(stage)
    stage.press(stage.mo, card, "加题")
    wrong = say(stage, stage.mo, "题目：落锁闪几下？\n选项：\n一下\n两下\n答案：三下")
    assert "“答案”要从这几个里选：A、B，现在是“三下”" in plain(wrong.text)
    added = say(stage, stage.mo, "答案：两下")
    assert "✅ 两下" in plain(added.text)
    stage.press(stage.mo, added, "改这题")
    changed = say(stage, stage.mo, "答案：A")
    assert "✅ 一下" in plain(changed.text)
    assert "刚被别人改过" in stage.press(stage.mo, added, "改这题"), "the old wording is gone"
    stage.press(stage.mo, changed, "撤下…")
    stage.press(stage.mo, stage.last(stage.mo), "确认撤下")
    assert "还有 5 题" in plain(stage.last(stage.mo).text)


def test_a_bank_that_runs_short_says_so_to_staff_members_and_the_doctor(stage: Stage) -> None:
    published(stage, questions=3)
    stage.press(stage.mo, say(stage, stage.mo, "/quizbank 1"), "题目（3）")
    listed = stage.last(stage.mo)
    stage.press(stage.mo, listed, "第 0 问")
    stage.press(stage.mo, listed, "撤下…")
    stage.press(stage.mo, stage.last(stage.mo), "确认撤下")
    assert "比一次要出的 3 题少" in plain(stage.last(stage.mo).text)
    assert "题目还在补" in plain(say(stage, stage.lin, "/quiz").text)
    assert "问答 1“冬季用车”一次要 3 题，题库只有 2 题" in plain(say(stage, stage.owner, "/doctor").text)


def test_a_bad_question_is_found_and_no_name_stands_beside_an_answer(stage: Stage) -> None:
    published(stage, questions=3)
    for person in (stage.lin, stage.zhou, stage.he, stage.rui):
        taken(stage, person, 2)
    stage.press(stage.mo, say(stage, stage.mo, "/quizbank 1"), "题目（3）")
    listed = stage.last(stage.mo)
    stage.press(stage.mo, listed, "错得最多的排前面")
    percents = [
        int(line.rpartition("对 ")[2].rstrip("%")) for line in plain(listed.text).splitlines() if "答过" in line
    ]
    assert percents == sorted(percents) and len(percents) == 3 and percents[0] < 100
    stage.press(stage.mo, listed, labels(listed)[0])
    seen = plain(listed.text)
    assert "答过 4 次" in seen and "满 5 次才看得到" in seen
    assert not [name for name in ("林晓", "周舟", "何川", "瑞秋") if name in seen]


def test_what_nobody_takes_in_is_forgotten(stage: Stage) -> None:
    stage.press(stage.mo, say(stage, stage.mo, f"/newquiz\n{FORM}"), "加题")
    say(stage, stage.mo, table(3))
    stage.clock.advance(2 * DAY_S)
    [purge] = quiz_questions.PURGE
    stage.do(lambda tx: purge.forget(tx, int(stage.clock.now()) - purge.kept_s))
    assert rows(stage.connection, "SELECT count(*) FROM quiz_question") == [(0,)]


def test_settings_are_changed_by_line_and_what_was_begun_keeps_its_own(stage: Stage) -> None:
    published(stage)
    begun(stage, stage.lin)
    card = say(stage, stage.mo, "/quizbank 1")
    stage.press(stage.mo, card, "改设置")
    assert "正在答的按原来的算" in plain(say(stage, stage.mo, "答对几题及格：3\n积分：50").text)
    assert rows(stage.connection, "SELECT needs, points FROM quiz_attempt") == [(2, 30)]
    assert rows(stage.connection, "SELECT needs, points FROM quiz") == [(3, 50)]


@pytest.mark.parametrize("words", ["/newquiz", "/quizbank", "/quizbank 1"])
def test_banks_are_for_moderators_alone(stage: Stage, words: str) -> None:
    prepared(stage)
    for person in (stage.lin, stage.rui):
        assert "团队" in plain(say(stage, person, words).text) or "版主" in plain(stage.last(person).text)
    assert "没有 1 号问答" in plain(say(stage, stage.lin, "/quiz 1").text), "it is not published"


def test_what_another_moderator_has_changed_of_a_quiz_is_looked_at_before_it_is_published(stage: Stage) -> None:
    stage.press(stage.mo, prepared(stage), "发布…")
    looked_at = stage.last(stage.mo)
    card = say(stage, stage.owner, "/quizbank 1")
    stage.press(stage.owner, card, "改设置")
    say(stage, stage.owner, "积分：300")
    assert "后来改过" in stage.press(stage.mo, looked_at, "发布")
    assert stage.said(stage.group) == [] and "300" in stage.last(stage.mo).text
    stage.press(stage.mo, stage.last(stage.mo), "发布")
    assert "300" in stage.last(stage.group).text
