"""What can be seen of names and quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.reading.names import LIMIT, NAMELESS, clean_name, cleaned
from rules.reading.visible import ended
from rules.snippets import snippet

FAMILY, ENGLAND, CHINA, MECHANIC = "👨‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇨🇳", "👩🏽‍🔧"


@pytest.mark.parametrize(
    "name", [f"{FAMILY} 何家", f"{CHINA}🇺🇸小王", f"{ENGLAND} Tom", f"{MECHANIC}阿修", "❤️‍🔥红", "1️⃣号"]
)
def test_joined_emoji_survive(name: str) -> None:
    assert clean_name(name) == name
    assert snippet(name, 40) == name


@pytest.mark.parametrize(
    ("raw", "name"),
    [("林\u200d晓\u200b", "林晓"), ("\u202e晓林", "晓林"), ("\u200d", NAMELESS), ("林\u200d👨", "林👨")],
)
def test_what_joins_nothing_goes(raw: str, name: str) -> None:
    assert clean_name(raw) == name


@pytest.mark.parametrize("emoji", [FAMILY, ENGLAND, MECHANIC, f"🇺🇸{CHINA}"])
@pytest.mark.parametrize("before", range(LIMIT - 9, LIMIT + 1))
def test_a_long_name_is_never_cut_within_an_emoji(emoji: str, before: int) -> None:
    name = clean_name("a" * before + emoji + "b" * LIMIT)
    assert len(name) <= LIMIT
    whole = name.removesuffix("…").lstrip("a").rstrip("b")
    assert whole in ("", emoji, "🇺🇸")


@given(st.text(max_size=60))
def test_a_clean_name_is_clean_and_within_its_limit(raw: str) -> None:
    name = clean_name(raw)
    assert clean_name(name) == name
    assert 1 <= len(name) <= LIMIT


@given(st.text("何aZ 9_-！\u0301\u200b~\u3000家", max_size=LIMIT + 2))
def test_a_name_that_is_taken_as_it_is_needed_no_cleaning(raw: str) -> None:
    assert clean_name(raw) == cleaned(raw)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("5 \u200b\u200b", "5"),
        ("5 ㅤ⠀", "5"),
        ("\u2060 \ufeff", ""),
        ("夜里拖车\u202e ", "夜里拖车"),
        ("给家人 👨‍👩‍👧", "给家人 👨‍👩‍👧"),
        ("❤️", "❤️"),
        ("英格兰 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "英格兰 🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
    ],
)
def test_a_text_ends_with_the_last_that_is_seen(text: str, shown: str) -> None:
    assert ended(text) == shown
