"""What is a question, and what is its number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.daily.question import EmptyQuestion, QuestionTooLong, asked_text, require_question
from rules.links import message_link
from rules.pages import page_of
from rules.programme.questions import Questions
from rules.reading.numbers import reference
from rules.snippets import snippet

TAGS = ("提问", "question")


@pytest.mark.parametrize(
    "message",
    [
        "/ask 续航掉多少？",
        "/ask@kocbot 续航掉多少？",
        "#提问 续航掉多少？",
        "续航掉多少？ #提问",
        "#提问\n续航掉多少？",
        "#question 续航掉多少？",
    ],
)
def test_the_question_is_what_remains_without_command_or_hashtag(message: str) -> None:
    assert asked_text(message, TAGS) == "续航掉多少？"


def test_other_hashtags_belong_to_the_question() -> None:
    assert asked_text("#提问 充电慢 #冬季", TAGS) == "充电慢 #冬季"
    assert asked_text("#提问题目", TAGS) == "#提问题目"


@pytest.mark.parametrize("text", ["", "？？？", "…", "a", "🙏🙏🙏"])
def test_nothing_asked_is_refused(text: str) -> None:
    with pytest.raises(EmptyQuestion):
        require_question(text, Questions())


def test_a_question_has_a_limit() -> None:
    require_question("问" * 1000, Questions())
    with pytest.raises(QuestionTooLong):
        require_question("问" * 1001, Questions())


@pytest.mark.parametrize("words", ["12", "Q12", "q12", "#12", " Q 12 ", "Ｑ１２"])
def test_a_number_is_read_as_people_write_it(words: str) -> None:
    assert reference(words) == 12


@pytest.mark.parametrize("words", ["", "twelve", "12 and 13", "12345678901"])
def test_anything_else_is_no_number(words: str) -> None:
    assert reference(words) is None


def test_only_supergroups_have_links() -> None:
    assert message_link(-1001234567890, 88) == "https://t.me/c/1234567890/88"
    assert message_link(-4242, 88) is None


@given(st.text(max_size=200), st.integers(1, 50))
def test_a_snippet_is_one_line_within_its_limit(text: str, limit: int) -> None:
    shown = snippet(text, limit)
    assert len(shown) <= limit
    assert "\n" not in shown


@given(st.integers(-5, 500), st.integers(0, 300), st.integers(1, 10))
def test_a_page_is_always_one_that_exists(number: int, total: int, size: int) -> None:
    page = page_of(number, total, size)
    assert 1 <= page.number <= page.last
    assert page.before < max(total, 1)
