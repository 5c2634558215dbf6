"""What is no TOML hides nothing: everything beside it is told as well, and nothing is made up of what was left out."""

import random
from pathlib import Path

import pytest

from bot.start.config import Misconfigured, whole
from tests.bot.test_config import mistakes

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


def _places(tmp_path: Path, text: str) -> list[str]:
    return [":".join(line.split(":")[1:3]).replace(" ", "") for line in mistakes(tmp_path, text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            '[brand]\nname = "远航\nlocale = 中文\ntimezone = "Shanghi"\n[points]\ncheckin = 二\nchekin = 3\n',
            ["2:syntax", "3:syntax", "4:brand.timezone", "6:syntax", "7:points.chekin"],
        ),
        ('[brand\nlocale = "fr"\n[points]\nthanks = -1\n', ["1:syntax", "2:brand.locale", "4:points.thanks"]),
        ('【brand】\nlocale = "fr"\n', ["1:syntax", "2:brand.locale"]),
        ("[品牌]\nlocale = 5\n[points]\nthanks = -1\n", ["1:syntax", "4:points.thanks"]),
        ("[brand]\nowners = [1, 2,\n[points]\nthanks = -1\n", ["2:syntax", "4:points.thanks"]),
        ('[brand]\nname = "a"\n[points]\n[brand]\nlocale = "fr"\n', ["4:brand", "5:brand.locale"]),
        (
            '[levels]\nkey = "a"\n[levels]\nkey = "b"\n[points]\nthanks = -1\n',
            ["1:levels", "3:levels", "6:points.thanks"],
        ),
        (
            '[brand]\nname = "a"\nname = "b"\nname = "c"\nlocale = "fr"\n',
            ["3:brand.name", "4:brand.name", "5:brand.locale"],
        ),
        (
            '[[covenant]]\ntitle = "a"\ntext = """一\nx = 1\n二\n[points]\nthanks = -1\n',
            ["3:syntax", "7:points.thanks"],
        ),
        (
            '[questions]\nsynonyms = [\n ["小星", "助手"]\n ["甲乙", "丙丁"],\n]\nper_page = 0\n',
            ["4:syntax", "6:questions.per_page"],
        ),
        ('[questions]\nsynonyms = [\n ["小星", "助手"],\n]\nper_page = 0\n', ["5:questions.per_page"]),
    ],
)
def test_beside_what_is_no_toml_everything_else_is_told_in_its_line(
    tmp_path: Path, text: str, places: list[str]
) -> None:
    assert _places(tmp_path, text) == places


def test_nothing_is_missed_that_may_stand_in_what_was_left_out(tmp_path: Path) -> None:
    text = """[[levels]]
key = "new"
title = “新人”
at = 0
privileges = ["shop_layer:middle"
[[awards]]
key = "best"
title = "最佳"
given_for = "一切"
voters = "gone"
"""
    assert _places(tmp_path, text) == ["3:syntax", "5:syntax"]


def test_times_without_quotes_are_told_so(tmp_path: Path) -> None:
    [said] = mistakes(tmp_path, "[schedule]\nweekly_board = 0 20 * * sun\n")
    assert said.startswith("config.toml:2: syntax: there is no value we can read; text needs quotes")


def test_a_token_is_not_missed_that_may_be_named_where_nothing_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KOCBOT_TOKEN", raising=False)
    (tmp_path / "config.toml").write_text('[telegram]\ntoken_file = "token\n', "utf-8")
    with pytest.raises(Misconfigured) as wrong:
        whole(tmp_path / "config.toml")
    assert [one.key for one in wrong.value.mistakes] == ["syntax"]


@pytest.mark.parametrize("seed", range(3))
def test_wherever_the_example_is_spoilt_it_is_told_there_and_another_fault_as_well(tmp_path: Path, seed: int) -> None:
    lines = EXAMPLE.read_text("utf-8").replace("flood_per_minute = 30", "flood_per_minute = 0").splitlines()
    settings = [n for n, line in enumerate(lines) if " = " in line and not line.startswith(("#", " ", "flood"))]
    for n in random.Random(seed).sample(settings, 12):
        for sign, instead in ((" = ", " "), (" = ", " ＝ "), (" = ", " = 。")):
            spoilt = [*lines[:n], lines[n].replace(sign, instead, 1), *lines[n + 1 :]]
            told = {int(place.split(":")[0]) for place in _places(tmp_path, "\n".join(spoilt))}
            assert len(told) == 2 and n + 1 in told, (lines[n], told)
