"""Tables of questions: whatever stands between the columns, and every mistake by line and column."""

import pytest

from messages.vocabulary import vocabulary
from rules.works.quiz import QuestionWording
from rules.works.quiz_table import OPTIONS, QuestionFlaw, QuestionsRead, is_table, questions_in

NAMES = vocabulary("quizbank", "zh").names
HEADINGS = {name: NAMES[name] for name in ("text", *OPTIONS, "answer", "why")}
HEAD = "题目,选项A,选项B,选项C,答案,解析"
TYRES = QuestionWording("胎压多久看一次，冬天？", ("每月", "每年"), 0, "天冷气压会掉")


def read(text: str) -> QuestionsRead:
    return questions_in(text, HEADINGS)


def wrong(*rows: str) -> list[tuple[int, str, str]]:
    """Line, column and flaw of each mistake in a table of these rows."""
    found = read("\n".join((HEAD, *rows))).mistakes
    return [(one.line, one.column, one.flaw.value) for one in found]


@pytest.mark.parametrize("between", ["\t", ",", ";", "|", "；"], ids=["tab", "comma", "semicolon", "bar", "wide"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_a_table_is_read_whatever_stands_between_its_columns_and_lines(between: str, ends: str) -> None:
    rows = (HEAD.replace(",", between), between.join((TYRES.text, "每月", "每年", "", "A", TYRES.why)))
    assert read(ends.join(rows)).questions == (TYRES,)


@pytest.mark.parametrize("first", ["\ufeff", "sep=,\n", "\n\n"], ids=["mark", "excel", "empty lines"])
def test_what_spreadsheets_put_first_is_no_row(first: str) -> None:
    assert read(f"{first}{HEAD}\n{TYRES.text},每月,每年,,A,{TYRES.why}\n,,,,,\n").questions == (TYRES,)


def test_a_cell_in_quotation_marks_may_hold_delimiters_and_lines_and_lines_are_counted_on() -> None:
    rows = read(f'{HEAD}\n"先做什么，\n再做什么？","停稳, 再说",开走,,A,\n空的,只有一个,,,A,')
    [mistake] = rows.mistakes
    assert (mistake.line, mistake.flaw) == (4, QuestionFlaw.FEW)
    assert read(f'{HEAD}\n"先做什么，\n再做什么？","停稳, 再说",开走,,A,').questions[0].options[0] == "停稳, 再说"


@pytest.mark.parametrize("answer", ["B", "b", "Ｂ", "选项B", "2", "每年", " 每年 ", "B."])
def test_the_answer_is_a_letter_a_number_or_the_option_itself(answer: str) -> None:
    assert read(f"{HEAD}\n多久？,每月,每年,,{answer},").questions[0].right == "每年"


def test_a_letter_means_its_column_and_words_come_before_numbers() -> None:
    assert read(f"{HEAD}\n多久？,每月,,每年,C,").questions[0].right == "每年"
    assert read(f"{HEAD}\n几次？,2,3,1,1,").questions[0].right == "1"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("多久？,每月,每年,,E,", (2, "E", "answer")),
        ("多久？,每月,每年,,C,", (2, "E", "answer")),
        ("多久？,每月,每年,,AB,", (2, "E", "several")),
        ("多久？,每月,每年,,,", (2, "E", "empty")),
        (",每月,每年,,A,", (2, "A", "empty")),
        ("多久？,每月,,,A,", (2, "", "few")),
        ("多久？,每月,每月,,A,", (2, "", "twice")),
        (f"多久？,{'长' * 101},每年,,B,", (2, "B", "long")),
        (f"{'长' * 301},每月,每年,,B,", (2, "A", "long")),
        (f"多久？,每月,每年,,B,{'长' * 401}", (2, "F", "long")),
        ("先停, 再说？,每月,每年,,A,解析,多的", (2, "G", "beyond")),
        ('"没关上,每月,每年,,A,', (2, "", "quote")),
    ],
)
def test_a_mistake_is_named_by_line_and_column(row: str, expected: tuple[int, str, str]) -> None:
    assert expected in wrong(row)


def test_with_a_mistake_nothing_is_read_and_every_mistake_is_named() -> None:
    found = read("\n".join((HEAD, "多久？,每月,每年,,A,", "多久？,每月,每年,,E,", "怎么？,停,,,A,")))
    assert not found.questions and [one.line for one in found.mistakes] == [3, 4]


def test_what_the_headings_lack_is_named() -> None:
    [mistake] = read("题目,选项A,答案\n多久？,每月,A").mistakes
    assert (mistake.line, mistake.flaw, mistake.allowed) == (1, QuestionFlaw.HEADINGS, ("选项B",))
    assert not is_table("题目：多久？\n选项：\nA. 每月\nB. 每年\n答案：A", HEADINGS)
    assert is_table(HEAD, HEADINGS) and read("").mistakes and not read(HEAD).questions


def test_doubles_count_once_and_more_than_a_bank_holds_is_named() -> None:
    row = "多久看 一次？,每月,每年,,A,"
    found = read("\n".join((HEAD, row, "先停吗？,停,不停,,A,", row.replace(" ", ""))))
    assert (len(found.questions), found.doubles, found.differing) == (2, (4,), ())
    found = read("\n".join((HEAD, row, "多久看一次？,每年,每月,,A,", "多久看一次?,每年,每月,,B,")))
    assert (len(found.questions), found.doubles, found.differing) == (1, (4,), (3,))
    [mistake] = read("\n".join((HEAD, *(f"第 {n} 题,对,错,,A," for n in range(501))))).mistakes
    assert (mistake.line, mistake.flaw, mistake.given, mistake.most) == (502, QuestionFlaw.MANY, "501", 500)
    assert len(read("\n".join((HEAD, *(f"第 {n} 题,对,错,,A," for n in range(500))))).questions) == 500
