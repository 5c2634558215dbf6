"""Odd values, one by one, for every setting: each is told kindly, in Chinese too, in its line; or it does what it says."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.start import config
from bot.start.config import Misconfigured
from messages.sentences import sentence
from tests.bot.test_config import loaded, mistakes

EXAMPLE = tomllib.loads((Path(__file__).parents[2] / "config.example.toml").read_text("utf-8"))
SETTINGS = [(section, key) for section, said in EXAMPLE.items() for key in (said if isinstance(said, dict) else [None])]
ODD = ('""', '"，"', "-1", "999999999999999999999", "nan", "[[]]", '{ zh = "" }', "2026-01-01", '[""]', "[{}]")


@pytest.mark.parametrize("section", EXAMPLE)
def test_every_odd_value_is_taken_or_told_in_its_line_and_in_chinese(tmp_path: Path, section: str) -> None:
    for key in [key for known, key in SETTINGS if known == section]:
        for odd in ODD:
            for line in _told(tmp_path, f"[{section}]\n{key} = {odd}\n" if key else f"{section} = {odd}\n"):
                assert re.match(r"config\.toml:[12]: ", line), line
                assert re.search("[\u4e00-\u9fff]", sentence("zh", line.split(": ", 2)[2])), line


def _told(tmp_path: Path, text: str) -> list[str]:
    try:
        loaded(tmp_path, text)
    except Misconfigured:
        return mistakes(tmp_path, text)
    return []


TOLD: list[tuple[str, str]] = [
    ('[orders]\nreturn_reasons = ["缺货", ""]', "2: orders.return_reasons.2: must not be empty"),
    ('[order]\nappeal_answers = [""]', "2: order.appeal_answers.1: must not be empty"),
    ('[words]\ncheckin = ["！"]', "2: words.checkin: '！' is nothing that is heard"),
    ('[words]\ncheckin = ["👍"]', "2: words.checkin: '👍' is nothing that is heard"),
    ('[words]\ncheckin = ["/me"]', "2: words.checkin: '/me' is heard without / and #"),
    ('[words]\nask = ["＃问"]', "2: words.ask: '＃问' is heard without / and #"),
    ('[words]\ncheckin = "签到"', '2: words.checkin: must be a list such as ["a", "b"]'),
    ("[words]\nawards = []", "2: words.awards: stands for the words of /awards here"),
    ("[announcements]\nawards = []", "2: announcements.awards: stands in no section; write it at the top of the file"),
    ("[brand]\npoints = { checkin = 3 }", "2: brand.points: stands in no section"),
    ('[brand]\nowners = "@shen"', "2: brand.owners: are Telegram ids of people"),
    ('[storage]\npath = "postgresql://a@b/c"', "2: storage.path: is the path of a file"),
    ('[storage]\npath = ":memory:"', "2: storage.path: must name a file"),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_would_be_stuck_or_misread_later_is_told_at_once(tmp_path: Path, text: str, told: str) -> None:
    [said] = mistakes(tmp_path, text + "\n")
    assert said.startswith(f"config.toml:{told}")
    assert re.search("[\u4e00-\u9fff]", sentence("zh", said.split(": ", 2)[2]))


def test_layers_have_names_that_can_be_pressed(tmp_path: Path) -> None:
    levels = '[[levels]]\nkey = "new"\ntitle = "新人"\nat = 0\n'
    said = mistakes(tmp_path, levels + '[shop]\nlayers = [{ key = "", title = "" }]\n')
    assert [line.split(": ", 1)[1] for line in said] == [
        "shop.layers.1.key: must not be empty",
        "shop.layers.1.title: must not be empty",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '[[badges]]\nkey = "a"\ntitle = "好人"\nemoji = "💡"\naward = true\n'
        '[[badges]]\nkey = "b"\ntitle = { zh = "好人", en = "Good" }\nemoji = "📚"\naward = true\n',
        '[[awards]]\nkey = "helper"\ntitle = "好人"\n\n\n[[awards]]\nkey = "creative"\ntitle = "好人"\n',
    ],
)
def test_two_that_are_called_alike_could_not_be_told_apart(tmp_path: Path, text: str) -> None:
    [said] = mistakes(tmp_path, text)
    assert said.startswith("config.toml:8: ") and "people call it by its title" in said


def test_no_awards_at_all_are_written_at_the_top(tmp_path: Path) -> None:
    assert loaded(tmp_path, 'awards = []\n[brand]\nname = "a"\n').programme.awards == ()
    assert loaded(tmp_path, "[words]\nmakeup = []\n").programme.words == {"makeup": ()}


def test_a_home_is_meant_by_its_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/kocbot")
    storage: Any = loaded(tmp_path, '[storage]\npath = "~/k.db"\nbackup_dir = "~/b"\n').storage
    assert (storage.place, storage.backup_dir) == ("/home/kocbot/k.db", "/home/kocbot/b")
    assert config.Storage().path == "var/kocbot.db"
