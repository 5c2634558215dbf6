"""Tries come back one by one; what is drawn, and its order, is the same whenever it is looked at; forms are exact."""

from collections import Counter

from messages.vocabulary import vocabulary
from rules.occasion import DAY_S, Occasion
from rules.programme.programme import Programme
from rules.works import quiz_form
from rules.works.quiz import QuizTerms, Tries, tries_left
from rules.works.quiz_draw import drawn, order, seed_of

NOW = 1_794_790_800
TERMS = QuizTerms("冬季用车", tries=2, days=7)
OCCASION = Occasion(NOW, Programme())
WORDS, BANK = vocabulary("newquiz", "zh"), vocabulary("quizbank", "zh")


def test_tries_are_counted_within_the_days_and_the_oldest_comes_back_first() -> None:
    assert tries_left((), TERMS, NOW) == Tries(2)
    assert tries_left((NOW - DAY_S,), TERMS, NOW) == Tries(1)
    used = (NOW - 6 * DAY_S, NOW - DAY_S)
    assert tries_left(used, TERMS, NOW) == Tries(0, NOW + DAY_S)
    assert tries_left(used, TERMS, NOW + DAY_S) == Tries(1)
    assert tries_left((*used, NOW), TERMS, NOW).again_at == NOW + 6 * DAY_S, "a try more than there are now"


def test_what_is_drawn_and_its_order_come_of_the_seed_alone() -> None:
    seed = seed_of(3, 7, NOW)
    assert seed == seed_of(3, 7, NOW) != seed_of(3, 8, NOW) != seed_of(3, 7, NOW + 1)
    questions = drawn(seed, range(100), 10)
    assert questions == drawn(seed, reversed(range(100)), 10) and len(set(questions)) == 10
    assert questions != drawn(seed_of(3, 8, NOW), range(100), 10)
    assert order(seed, 5, 4) == order(seed, 5, 4) and sorted(order(seed, 5, 4)) == [0, 1, 2, 3]


def test_no_place_is_the_right_one_more_often_than_others() -> None:
    first = Counter(order(seed_of(3, member, NOW), question, 4)[0] for member in range(50) for question in range(20))
    assert all(200 < n < 300 for n in first.values()), first


def test_the_form_of_a_quiz_is_read_and_says_what_is_wrong() -> None:
    filled = quiz_form.read("标题：冬季用车\n出几题：5\n答对几题及格：4\n积分：30\n发证书：是", WORDS, OCCASION)
    assert quiz_form.terms_of(filled) == QuizTerms("冬季用车", 5, 4, 30, certifies=True)
    [mistake] = quiz_form.read("标题：冬季用车\n出几题：5\n及格：6\n积分：30", WORDS, OCCASION).mistakes
    assert (mistake.name, mistake.most) == ("答对几题及格", 5)
    assert len(quiz_form.read("标题：冬季用车\n积分：0", WORDS, OCCASION).mistakes) == 2


def test_lines_that_are_touched_change_a_quiz_and_nothing_else() -> None:
    opened = quiz_form.text_of(TERMS, WORDS, OCCASION)
    assert not quiz_form.amend(opened, opened, opened, TERMS, WORDS, OCCASION).values
    found = quiz_form.amend("发证书：是\n几次机会：", opened, opened, TERMS, WORDS, OCCASION)
    after = quiz_form.amended(TERMS, found)
    assert quiz_form.changed(TERMS, after) == ("tries", "certifies") and after.tries == 3
    [mistake] = quiz_form.amend("出几题：5", opened, opened, TERMS, WORDS, OCCASION).mistakes
    assert (mistake.name, mistake.given, mistake.most) == ("答对几题及格", "8", 5)


def test_a_question_by_form_loses_the_letters_before_its_options_and_reads_back() -> None:
    text = "题目：多久看一次胎压？\n选项：\nA. 每月\nB、每年\n答案：B\n解析：天冷会掉"
    wording = quiz_form.wording_of(quiz_form.read_question(text, BANK, OCCASION))
    assert (wording.options, wording.right, wording.why) == (("每月", "每年"), "每年", "天冷会掉")
    again = quiz_form.read_question(quiz_form.text_of_question(wording, BANK), BANK, OCCASION)
    assert quiz_form.wording_of(again) == wording
    plain = quiz_form.read_question("题目：选哪个？\n选项：\nAWD\n2WD\n答案：AWD", BANK, OCCASION)
    assert quiz_form.wording_of(plain).options == ("AWD", "2WD")


def test_a_question_by_form_says_what_is_wrong() -> None:
    def flaws(options: str, answer: str) -> list[str]:
        text = f"题目：多久？\n选项：\n{options}\n答案：{answer}"
        return [one.flaw.value for one in quiz_form.read_question(text, BANK, OCCASION).mistakes]

    assert flaws("每月\n每年", "C") == ["choice"]
    assert flaws("每月\n每月", "A") == ["twice"]
    assert flaws(f"每月\n{'长' * 101}", "A") == ["length"]
    assert flaws("每月", "A") == ["count"]
