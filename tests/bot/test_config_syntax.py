"""A file that is no TOML is told in words of our own, with its line; its language is known all the same."""

import re
from pathlib import Path

import pytest

from bot.start import config
from messages.sentences import sentence
from tests.bot.test_config import mistakes


@pytest.mark.parametrize(
    ("text", "line", "remedy"),
    [
        ('[brand]\nname = "远航\n', 2, "a text has no closing quote"),
        ("[brand]\nname = “远航”\n", 2, "is written with Chinese quotes"),
        ('[brand]\nname ＝ "远航"\n', 2, "is written with Chinese quotes"),
        ("[brand]\nname = 远航\n", 2, "there is no value we can read"),
        ('[brand]\nname "远航"\n', 2, "there must be a ="),
        ('[brand\nname = "a"\n', 1, "a heading must end with ]"),
        ("[brand]\nowners = [1, 2\n\n", 2, "a [ list is not closed"),
        ('[brand]\nname = "a" locale = "zh"\n', 2, "a line holds one setting"),
        ("[points]\ncheckin = 2,5\n", 2, "a decimal number is written with a point"),
        ("[points]\ncheckin = ２\n", 2, "a number is written in plain digits"),
        ("[points]\ncheckin = 二\n", 2, "a number is written in plain digits"),
        ("[storage]\nbackup_hours = 5 小时\n", 2, "a number stands alone, without a unit"),
        ("[tidying]\nnews = True # both\n", 2, "yes and no are written true and false"),
        ('[storage]\npath = "C:\\data"\n', 2, "a \\ in quotes begins a code"),
    ],
)
def test_what_is_no_toml_is_told_in_our_words_with_its_line(tmp_path: Path, text: str, line: int, remedy: str) -> None:
    [said] = mistakes(tmp_path, text)
    assert said.startswith(f"config.toml:{line}: syntax: {remedy}")
    assert re.search("[\u4e00-\u9fff]", sentence("zh", said.split(": ", 2)[2]))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[brand]\nname = "a"\nname = "b"\n', "3: brand.name: stands in line 2 already; keep one of them"),
        ('[brand]\nname = "a"\n\n[brand]\n', "4: brand: stands in line 1 already; keep one of them"),
        ('[brand]\nname = {zh="a",zh="b"}\n', "2: brand.name.zh: stands here a second time; keep one of them"),
        ("[thanks]\ndivisors = [1]\ndivisors = [\n1,\n2]\n", "3: thanks.divisors: stands in line 2 already; keep one"),
    ],
)
def test_what_is_written_twice_is_named_with_both_lines(tmp_path: Path, text: str, said: str) -> None:
    [mistake] = mistakes(tmp_path, text)
    assert mistake.startswith(f"config.toml:{said}")
    assert re.search("[\u4e00-\u9fff]", sentence("zh", mistake.split(": ", 2)[2]))


def test_beside_what_is_written_twice_the_rest_is_looked_at_as_well(tmp_path: Path) -> None:
    level = '[[levels]]\nkey = "a"\nkey = "a"\ntitle = "A"\nat = 0\n'
    layer = '[shop]\nlayers = [{ key = "entry", title = "x", level = "gold" }]\n'
    first, second = mistakes(tmp_path, level + layer)
    assert first.startswith("config.toml:3: levels.1.key: stands in line 2 already")
    assert second.startswith("config.toml:7: shop.layers.1.level: unknown; allowed here: key, title")


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ('[brand]\nlocale = "en"\nname = 5', "en"),
        ('[brand]\nlocale = "en"\nname = "', "en"),
        ("", "zh"),
        ('locale = "fr"', "zh"),
    ],
)
def test_the_brands_language_is_known_from_a_file_that_is_wrong(tmp_path: Path, text: str, locale: str) -> None:
    (tmp_path / "config.toml").write_text(text, "utf-8")
    assert config.locale_of(tmp_path / "config.toml") == locale
    assert config.locale_of(tmp_path / "nowhere.toml") == "zh"
