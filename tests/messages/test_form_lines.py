"""Whoever copies the whole message in which a form is asked for sends our lines along: they are known as ours."""

import re
from html import unescape
from pathlib import Path

import pytest

from messages.form_lines import FORM, TAG
from messages.vocabulary import vocabulary
from rules.programme.wording import LOCALES
from rules.reading.form_fields import OurLine, Vocabulary

GOLDEN = Path("tests/messages/golden")
# Parts of a list of what is wrong, which nobody has copied who taps on the form below it.
LISTED = ("·",)


def forms(locale: str) -> list[tuple[str, str, Vocabulary]]:
    """Each message that shows a form of some noun: its name, what is written, what the noun's fields are called."""
    found = []
    for file in sorted(GOLDEN.glob(f"{locale}/*.txt")):
        words = vocabulary(file.stem, locale)
        for section in re.split(r"(?m)^== ", file.read_text("utf-8"))[1:]:
            name, _, body = section.partition("\n")
            if words.names and "<pre>" in body:
                found.append((name, body, words))
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_of_every_message_that_shows_a_form_only_the_form_is_left(locale: str) -> None:
    shown = forms(locale)
    assert len(shown) > 20
    for name, body, words in shown:
        around = unescape(TAG.sub("", FORM.sub("\n", body)))
        left = [line for line in around.splitlines() if line.strip() and not line.startswith(LISTED)]
        ours = [line for line in left if any(one.is_it(line.strip()) for one in words.ours)]
        assert ours == left, name


@pytest.mark.parametrize("locale", LOCALES)
def test_what_stands_in_a_form_is_nobody_elses(locale: str) -> None:
    for name, body, words in forms(locale):
        for form in FORM.findall(body):
            written = unescape(TAG.sub("", form))
            assert words.without_ours(written) == written, name


def test_a_line_is_ours_with_whatever_was_put_in() -> None:
    line = OurLine(("帮 ", " 做 ", "。"), anywhere=True)
    assert line.is_it("帮 莫莫 做 一条教程。")
    assert line.is_it("帮  做 。")
    for other in ("帮 莫莫", "帮 莫莫 做 一条教程", "请帮 莫莫 做 它。", "帮 做 。"):
        assert not line.is_it(other)


def test_a_short_line_of_ours_is_taken_for_ours_above_a_form_alone() -> None:
    words = vocabulary("event", "zh")
    assert words.without_ours("新活动\n标题：试驾\n说明：一起去\n新活动") == "标题：试驾\n说明：一起去\n新活动"
    assert words.without_ours("标题：试驾\n形式：线上、线下\n说明：一起去") == "标题：试驾\n说明：一起去"
