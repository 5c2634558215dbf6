"""The eight letters that are read aloud: each is a letter, in each language, and leads on where there is little to tell."""

import pytest

from demo.letters import LOCALES, aloud, letters, main

ONWARD = {"zh": "也许你正好知道", "en": "you may know the answer"}


@pytest.mark.parametrize("locale", LOCALES)
def test_eight_members_read_eight_letters_and_whoever_has_little_is_asked_something(locale: str) -> None:
    read = list(aloud(locale))
    assert len(read) == 8 and len({text.partition("\n")[2] for text in read}) == 8
    asked = [ONWARD[locale] in text for text in read]
    assert asked == [letter.month.thin for letter in letters(locale).values()]
    assert not asked[0] and asked[-1] and len(read[0]) > 4 * len(read[-1])


@pytest.mark.parametrize(("named", "answer"), [([], 0), (["en"], 0), (["fr"], 2)])
def test_they_are_printed_in_the_languages_that_are_named(
    named: list[str], answer: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(named) == answer
    printed = capsys.readouterr()
    assert ("💌" in printed.out) is (answer == 0) and ("zh, en" in printed.err) is (answer == 2)
