"""What no setting may hold, whatever it is for."""

from pathlib import Path

import pytest

from tests.bot.test_config import loaded, mistakes


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("[streak]\nmake_up_days = 99999999999", "streak.make_up_days: must be at most 36500"),
        ("[orders]\nexpire_hours = 9999999999999999999999", "orders.expire_hours: must be at most 876000"),
        ("[brand]\ncovenant_version = 99999999999999999999", "brand.covenant_version: must be at most 1000000000"),
        ("[brand]\nowners = [99999999999999999]", "brand.owners.1: must be at most 4503599627370496"),
        ("[order]\nmute_at = nan", "order.mute_at: must be a number such as 0.5"),
        ("[order]\nmute_at = inf", "order.mute_at: must be a number such as 0.5"),
        (
            '[brand]\nname = "星\\u202E途"',
            "brand.name: holds a sign that nobody sees (U+202E); write it anew without it",
        ),
        ('[brand]\nname = "星\\n途"', "brand.name: must be on one line"),
        (
            '[storage]\npath = "a\\u0000b"',
            "storage.path: holds a sign that nobody sees (U+0000); write it anew without it",
        ),
        ('[[levels]]\nkey = "a"\ntitle = { zh = "\\u200b" }\nat = 0', "levels.1.title.zh: must not be empty"),
        (f'[storage]\npath = "{"长" * 5000}"', "storage.path: has 4000 characters at most"),
    ],
)
def test_what_no_setting_may_hold_is_told_for_each(tmp_path: Path, written: str, told: str) -> None:
    assert told in [line.partition(": ")[2] for line in mistakes(tmp_path, f"{written}\n")]


@pytest.mark.parametrize("emoji", ["五", "abc", "5", " ", "⭐ a", "\u2800"])
def test_a_badge_has_an_emoji_and_a_title_that_is_seen(tmp_path: Path, emoji: str) -> None:
    badge = f'[[badges]]\nkey = "one"\ntitle = " "\nemoji = "{emoji}"\nneeds = {{ mentored = 1 }}\n'
    told = [line.partition(": ")[2] for line in mistakes(tmp_path, badge)]
    assert told == ["badges.1.title: must have 1 to 16 characters", "badges.1.emoji: must be one emoji"]


@pytest.mark.parametrize(
    "emoji", ["🧑\u200d🏫", "❤️", "1️⃣", "🇨🇳", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"]
)
def test_joined_emoji_keycaps_and_flags_are_emoji_of_badges(tmp_path: Path, emoji: str) -> None:
    loaded(tmp_path, f'[[badges]]\nkey = "one"\ntitle = "一"\nemoji = "{emoji}"\nneeds = {{ mentored = 1 }}\n')


def test_tables_within_a_section_are_told_by_their_whole_name(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "[shop]\nlayers = 0\n")[0].endswith("must be tables, each headed [[shop.layers]]")


def test_a_clause_may_have_lines_and_a_title_joined_pictures(tmp_path: Path) -> None:
    read = loaded(
        tmp_path, '[brand]\nname = "星途 👨\u200d👩\u200d👧"\n[[covenant]]\ntitle = "真诚"\ntext = "一\\n二"\n'
    ).programme
    assert read.brand.name.endswith("👧") and "\n" in read.covenant[0].text


def test_a_likely_slip_is_not_taken_for_what_an_earlier_release_left(tmp_path: Path) -> None:
    [slip] = mistakes(tmp_path, "[streak]\nmake_up_day = 2\n")
    assert "did you mean make_up_days?" in slip and "earlier release" not in slip
    [gone] = mistakes(tmp_path, "[streak]\nzodiac = 2\n")
    assert gone.endswith("take out what an earlier release left")


@pytest.mark.parametrize(
    ("section", "name", "least", "most"),
    [
        ("limits", "flood_per_minute", 1, 1_000_000),
        ("limits", "ledger_rows_shown", 1, 30),
        ("submissions", "versions_most", 1, 100),
        ("submissions", "files_most", 1, 10),
        ("reviews", "within_hours", 1, 8760),
        ("reviews", "claim_minutes", 1, 10_080),
        ("reviews", "looks_each", 0, 100),
    ],
)
def test_a_limit_lets_something_through(tmp_path: Path, section: str, name: str, least: int, most: int) -> None:
    for wrong in (least - 1, most + 1):
        [mistake] = mistakes(tmp_path, f"[{section}]\n{name} = {wrong}\n")
        assert mistake == f"config.toml:2: {section}.{name}: must be between {least} and {most}"
    for right in (least, most):
        loaded(tmp_path, f"[{section}]\n{name} = {right}\n")


@pytest.mark.parametrize("value", ["[1, 2]", '["base"]', "[]", "{ a = 1 }", "5", "true", "1.5"])
def test_what_is_no_word_is_none_of_those_to_choose_from(tmp_path: Path, value: str) -> None:
    for section, name in (
        ("trust", "suspended_to"),
        ("projects", "undelivered"),
        ("value_letter", "little"),
        ("order", "published"),
    ):
        [mistake] = mistakes(tmp_path, f"[{section}]\n{name} = {value}\n")
        assert mistake.startswith(f"config.toml:2: {section}.{name}: must be one of: ")
