"""What texts are found by, and how alike two questions are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.daily.similarity import filed, likeness, resembles, sought

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=12)
TEXT = st.text(max_size=60)


@given(TEXT, HAN, TEXT)
def test_every_piece_of_chinese_finds_the_text_it_stands_in(before: str, piece: str, after: str) -> None:
    assert sought(piece) <= filed(before + piece + after)


@given(TEXT)
def test_a_text_is_found_by_itself(text: str) -> None:
    assert sought(text) <= filed(text)


@given(TEXT, TEXT)
def test_likeness_is_a_percentage_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 100
    assert likeness(one, other) == likeness(other, one)


@given(TEXT)
def test_a_question_is_like_itself_unless_there_is_nothing_in_it(text: str) -> None:
    assert likeness(text, text) == (100 if sought(text) else 0)


def test_width_and_case_do_not_matter() -> None:
    assert sought("ＯＴＡ升级") == sought("ota升级") == {"ota", "升级"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("蓝牙钥匙连不上手机怎么办", "请问手机蓝牙钥匙连不上了"),
        ("冬天续航掉多少算正常？", "大家冬天续航掉多少"),
        ("冬天续航掉多少算正常？", "冬天续航会掉多少？"),
        ("How do I pair the bluetooth key?", "pair bluetooth key please"),
    ],
)
def test_the_same_question_in_other_words_is_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= 55


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("蓝牙钥匙连不上手机怎么办", "蓝牙钥匙怎么分享给家人"),
        ("请问怎么预约保养", "请问怎么预约试驾"),
        ("冬天续航掉多少", "夏天空调费多少电"),
        ("How do I pair the key?", "How do I pay the parking fee?"),
    ],
)
def test_another_question_in_the_same_words_is_not(one: str, other: str) -> None:
    assert likeness(one, other) < 55


WINTER = "冬天早上零下五度，满电续航显示只剩 380，这正常吗？"


@pytest.mark.parametrize("asked", ["冬天续航掉多少算正常？", "冬天续航正常吗", "冬天满电续航只剩一半正常吗"])
def test_a_short_way_to_ask_what_was_asked_at_length_resembles_it(asked: str) -> None:
    assert likeness(asked, WINTER) < 55
    assert resembles(asked, WINTER, 55)


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("进藏前要不要换全地形胎？续航会掉多少？", WINTER),
        ("冬天洗车正常吗", WINTER),
        ("蓝牙钥匙连不上手机怎么办", "蓝牙钥匙怎么分享给家人"),
        ("钥匙没电了，车门打不开怎么办？", "车门把手冻住了拉不开，能用热水浇吗？"),
        ("How do I pair the key?", "How do I pay the parking fee?"),
    ],
)
def test_what_shares_a_thing_or_two_does_not(asked: str, known: str) -> None:
    assert not resembles(asked, known, 55)
