"""Taking a quiz: one question at a time, explained at once, the same after a restart, paid once, private."""

from actions.operations import audit
from rules.people import Role
from rules.programme.conditions import Needs
from rules.programme.trust import TrustLadder
from sandbox.world.people import Person
from storage import figures, members
from tests.databases import rows
from tests.handlers.daily.asking import points
from tests.handlers.fairness.story import Story
from tests.handlers.fairness.undoing import newest, undo
from tests.handlers.honour.announcing import plain
from tests.handlers.works.quizzing import DAY_S, FORM, begun, choose, labels, published, say, taken
from tests.handlers.works.trusting import checklist, ladder_stage
from tests.stage import Stage

CERTIFIED = TrustLadder(framework=Needs({"certified": 1}), open=Needs({"step_days": 20}))


def clean(stage: Stage) -> None:
    """The books agree with tries and answers."""
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert report.ok, report.problems


def test_a_quiz_is_announced_taken_in_private_explained_passed_and_paid_once(stage: Stage) -> None:
    published(stage)
    announced = stage.last(stage.group)
    assert "知识问答：冬季用车" in plain(announced.text) and labels(announced) == ["去答题"]
    before = points(stage, stage.lin)
    asked = begun(stage, stage.lin)
    assert "第 1 题，共 3 题" in plain(asked.text) and len(labels(asked)) == 3
    choose(stage, stage.lin, True)
    assert "✅ 答对了：对的" in plain(asked.text) and "💡 因为" in plain(asked.text) and not asked.buttons
    second = stage.last(stage.lin)
    choose(stage, stage.lin, False)
    assert "🔸 你选的是：" in plain(second.text) and "✅ 正确答案：对的" in plain(second.text)
    ended = choose(stage, stage.lin, True)
    assert "🎉 “冬季用车”及格了！3 题答对 2 题，+30 分" in plain(ended.text) and "证书" in plain(ended.text)
    assert points(stage, stage.lin) == before + 30
    shown = say(stage, stage.lin, "/quiz")
    assert "及格，有证书 🎓" in plain(shown.text)
    stage.press(stage.lin, shown, "1. 冬季用车")
    assert labels(shown) == ["全部问答"], "it is passed: nothing to begin"
    assert "错" not in " ".join(stage.said(stage.zhou) + stage.said(stage.group)[1:])
    clean(stage)


def test_a_double_press_a_second_copy_and_anothers_button_count_for_nothing(stage: Stage) -> None:
    published(stage)
    first = begun(stage, stage.lin)
    many = len(stage.messages(stage.lin))
    stage.lin.press(stage.messages(stage.lin)[-2], "开始答题")
    stage.play()
    assert len(stage.messages(stage.lin)) == many, "the same press twice asks once"
    copy = begun(stage, stage.lin)
    assert copy.id != first.id and labels(copy) == labels(first), "the same order"
    wrong = next(one for one in labels(first) if not one.startswith("对的"))
    right = next(one for one in labels(first) if one.startswith("对的"))
    stage.lin.press(first, right)
    stage.lin.press(first, right)
    stage.lin.press(first, wrong)
    stage.play()
    assert "第 2 题" in plain(stage.last(stage.lin).text)
    assert "第一次选的算数" in stage.press(stage.lin, copy, wrong)
    [(choice, answer)] = rows(
        stage.connection,
        "SELECT choice, answer FROM quiz_asked JOIN quiz_question ON quiz_question.id = question WHERE choice IS NOT NULL",
    )
    assert choice == answer


def test_nothing_on_a_button_tells_which_is_right_and_forged_data_is_refused(stage: Stage) -> None:
    published(stage)
    asked = begun(stage, stage.lin)
    data = [one.data for row in asked.buttons for one in row]
    assert len(set(data)) == 3 and not [one for one in data if "quiz" in str(one) or str(one).isdecimal()]
    known = rows(stage.connection, "SELECT data FROM button WHERE action = 'quiz.answer'")
    assert not [one for (one,) in known if "answer" in one or "right" in one]
    for forged in ("quiz.answer:1:1:0", "A" * 22):
        asked.buttons[0][0].wire["callback_data"] = forged
        assert stage.press(stage.lin, asked, asked.buttons[0][0].text)
    assert rows(stage.connection, "SELECT count(*) FROM quiz_asked WHERE choice IS NOT NULL") == [(0,)]


def test_a_restart_in_the_middle_goes_on_where_it_was_with_the_same_order(stage: Stage) -> None:
    published(stage)
    begun(stage, stage.lin)
    asked = choose(stage, stage.lin, True)
    stage.restart(stage.programme)
    shown = say(stage, stage.lin, "/quiz")
    assert "✍️ 答到第 2 题，共 3 题" in plain(shown.text)
    again = begun(stage, stage.lin)
    assert (plain(again.text), labels(again)) == (plain(asked.text), labels(asked))
    choose(stage, stage.lin, True)
    assert "及格" in plain(choose(stage, stage.lin, True).text)


def test_tries_are_limited_and_when_there_is_another_is_said_and_told_by_why(stage: Stage) -> None:
    published(stage)
    assert "差 1 题及格" in taken(stage, stage.lin, 1) and "还有 1 次机会" in plain(stage.last(stage.lin).text)
    stage.clock.advance(DAY_S)
    stage.press(stage.lin, stage.last(stage.lin), "再答一次")
    for _ in range(3):
        choose(stage, stage.lin, False)
    assert "次数用完了，下周一 09:00 起又能答" in plain(stage.last(stage.lin).text)
    assert "次数用完了" in plain(say(stage, stage.lin, "/quiz 1").text)
    assert "“冬季用车”答对 1 题，及格要 2 题" in plain(say(stage, stage.lin, "/why").text)
    stage.clock.advance(6 * DAY_S)
    assert "及格" in taken(stage, stage.lin, 3)
    clean(stage)


def test_a_quiz_that_is_closed_lets_nobody_begin_and_whoever_has_begun_finish(stage: Stage) -> None:
    published(stage)
    taken(stage, stage.zhou, 3)
    waiting, begun_by_lin = say(stage, stage.he, "/quiz 1"), begun(stage, stage.lin)
    stage.press(stage.mo, say(stage, stage.mo, "/quizbank 1"), "结束…")
    stage.press(stage.mo, stage.last(stage.mo), "确认结束")
    assert "已经结束，1 位车友及格" in plain(stage.last(stage.group).text) and begun_by_lin.buttons
    assert "已经结束了" in stage.press(stage.he, waiting, "开始答题")
    for _ in range(3):
        choose(stage, stage.lin, True)
    assert "+30 分" in plain(stage.last(stage.lin).text)
    assert "及格" in plain(say(stage, stage.zhou, "/quiz").text) and "眼下没有" in plain(
        say(stage, stage.he, "/quiz").text
    )


def test_whoever_sees_the_bank_is_not_paid_for_it(stage: Stage) -> None:
    published(stage)
    offered = say(stage, stage.lin, "/quiz 1")
    shown = say(stage, stage.mo, "/quiz 1")
    assert "题库你看得到" in shown.text and "还有 2 次机会" not in shown.text and "开始答题" not in labels(shown)
    later = stage.member(stage.lin).id
    stage.do(lambda tx: members.give_role(tx, later, Role.MODERATOR, None, int(stage.clock.now())))
    assert "题库你看得到" in stage.press(stage.lin, offered, "开始答题")


def test_whoever_comes_to_see_the_bank_in_the_middle_is_neither_paid_nor_asked_on(stage: Stage) -> None:
    published(stage)
    begun(stage, stage.lin)
    asked = choose(stage, stage.lin, True)
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: members.give_role(tx, lin, Role.MODERATOR, None, int(stage.clock.now())))
    right = next(one for one in labels(asked) if one.startswith("对的"))
    assert "题库你看得到" in stage.press(stage.lin, asked, right)
    say(stage, stage.lin, "下一题呢")
    assert not any(one.startswith("对的") for one in labels(stage.last(stage.lin)))
    shown = say(stage, stage.lin, "/quiz 1")
    assert "题库你看得到" in shown.text and labels(shown) == ["全部问答"]
    stage.do(lambda tx: members.take_role(tx, lin, Role.MODERATOR))
    assert "第 2 题" in plain(begun(stage, stage.lin).text)
    clean(stage)


def test_long_options_stand_in_the_message_and_letters_on_the_buttons(stage: Stage) -> None:
    long = "很长" * 20
    stage.press(
        stage.mo, say(stage, stage.mo, f"/newquiz\n{FORM.replace('题：3', '题：1').replace('格：2', '格：1')}"), "加题"
    )
    added = say(stage, stage.mo, f"题目：哪个？\n选项：\n{long}一\n{long}二\n答案：A")
    stage.press(stage.mo, added, "全部题目")
    stage.press(stage.mo, added, "看这份问答")
    stage.press(stage.mo, added, "发布…")
    stage.press(stage.mo, stage.last(stage.mo), "发布")
    asked = begun(stage, stage.lin)
    assert labels(asked) == ["A", "B"] and f"A. {long}" in plain(asked.text)


def test_a_certificate_is_what_a_step_of_trust_may_ask_for_and_the_doctor_says_when_there_is_none() -> None:
    stage = ladder_stage(CERTIFIED)
    assert "配置里 [trust] framework 要“1 份发证书的问答及格”，现在开着的有 0 份" in plain(
        say(stage, stage.owner, "/doctor").text
    )
    published(stage)
    assert "还差 1 份" in checklist(stage, stage.lin)
    taken(stage, stage.lin, 3)
    assert "✅ 1 份发证书的问答及格" in checklist(stage, stage.lin)
    assert "发证书" not in plain(say(stage, stage.owner, "/doctor").text)
    undo(stage, newest(stage, stage.lin, "quiz").id)
    assert "还差 1 份" in checklist(stage, stage.lin)


def test_a_pass_that_was_taken_back_and_earned_anew_does_not_come_back_as_well(stage: Stage) -> None:
    published(stage)
    taken(stage, stage.lin, 3)
    entry = newest(stage, stage.lin, "quiz")
    undo(stage, entry.id)
    taken(stage, stage.lin, 3)
    reversal = rows(stage.connection, f"SELECT id FROM transfer WHERE reverses = {entry.id}")[0][0]
    assert "已撤回" not in undo(stage, reversal)
    clean(stage)


def test_exports_tell_who_passed_and_how_questions_did_and_nothing_of_answers(stage: Stage) -> None:
    published(stage, questions=3)
    taken(stage, stage.lin, 1)
    stage.press(stage.owner, say(stage, stage.owner, "/export"), "知识问答（谁及格了）")
    [sheet] = [one for one in stage.messages(stage.owner) if one.media]
    assert sheet


def test_a_certificate_names_what_it_opens_and_stands_on_the_card() -> None:
    stage = ladder_stage(CERTIFIED)
    published(stage)
    told = taken(stage, stage.lin, 3)
    assert "用得上它的有：开通命题资格。" in told and "自由发挥" not in told
    assert "🎓 证书：冬季用车" in say(stage, stage.lin, "/card").text
    assert "问答证书　冬季用车" in say(stage, stage.lin, "/me").text
    undo(stage, newest(stage, stage.lin, "quiz").id)
    assert "证书：" not in say(stage, stage.lin, "/card").text


def test_a_certificate_can_be_kept_off_the_card(stage: Stage) -> None:
    published(stage)
    taken(stage, stage.lin, 3)
    say(stage, stage.lin, "/card 藏 证书")
    assert "🎓" not in say(stage, stage.lin, "/card").text


def passes(stage: Stage) -> Person:
    published(stage)
    taken(stage, stage.lin, 3)
    return stage.lin


def unpassed(stage: Stage) -> None:
    member = stage.member(stage.lin).id
    assert stage.do(lambda tx: figures.of_member(tx, ("certified",), member, 0)) == {}


def again(stage: Stage) -> None:
    taken(stage, stage.lin, 3)


UNDO_STORIES = {"quiz": Story(passes, unpassed, again, pays=30)}


def test_words_between_two_questions_find_the_quiz_waiting_and_its_question_again(stage: Stage) -> None:
    published(stage)
    asked = begun(stage, stage.lin)
    for words in ("A", "第二个吧", "这题什么意思", "应该是对的"):
        again = say(stage, stage.lin, words)
        assert "点选项来答" in " ".join(stage.said(stage.lin)[-2:]), words
        assert (plain(again.text), labels(again)) == (plain(asked.text), labels(asked)), words
    assert "积分" in say(stage, stage.lin, "/me").text
    assert "当聊天听" in say(stage, stage.zhou, "第二个吧").text, "they take none"
    stage.advance(1_801)
    assert "当聊天听" in say(stage, stage.lin, "第二个吧").text
