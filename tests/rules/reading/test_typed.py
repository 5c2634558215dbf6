"""One form of what people type."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.reading.typed import bare, even

# What people type, and what is another thing in another width or form; digits in circles are told apart elsewhere.
CHARS = st.characters(codec="utf-8", exclude_categories=("No",)) | st.sampled_from("签簽ａＡ１５ﬁ㎏é\u0301\u200b“「— ")


@given(st.text(CHARS, max_size=12))
def test_a_text_that_is_even_already_reads_as_the_one_it_came_from(text: str) -> None:
    """What has no form but its own is taken as it is, all else goes through that form first."""
    assert even(text) == even(normalize("NFKC", text))


@pytest.mark.parametrize("said", ["签到", "打卡666", "签到✅", "签到!", "签 到", "签到[呲牙]", "簽到"])
def test_a_word_is_the_same_with_and_without_what_stands_around_it(said: str) -> None:
    assert bare(said) == bare(f" {said}~ ")
