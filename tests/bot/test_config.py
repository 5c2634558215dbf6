"""A mistake in the configuration names file, line, key and what is allowed - all of them at once, before anything starts."""

from pathlib import Path

import pytest

from bot.start import config
from bot.start.config import Misconfigured, Settings


def mistakes(tmp_path: Path, text: str) -> list[str]:
    """What is wrong with a file of that text, without the folder's name."""
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(Misconfigured) as wrong:
        config.load(path)
    return [str(mistake).removeprefix(f"{tmp_path}/") for mistake in wrong.value.mistakes]


def loaded(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return config.load(path)


def test_an_empty_file_is_the_defaults(tmp_path: Path) -> None:
    assert loaded(tmp_path, "") == Settings()


def test_values_of_the_brands_own_are_laid_over_the_defaults(tmp_path: Path) -> None:
    text = """
        [brand]
        name = "远航"
        owners = [11111, 22222]
        covenant_version = 3
        [points]
        checkin = 5
        [streak]
        bonus = { 2 = 1 }
        [[levels]]
        key = "new"
        title = "新人"
        at = 0
        [[levels]]
        key = "old"
        title = "老手"
        at = 10
        privileges = ["shop_layer:best"]
        [shop]
        layers = [{ key = "all", title = "好礼" }, { key = "best", title = "至臻" }]
        [[covenant]]
        title = "友善"
        text = "对事不对人"
        [words]
        checkin = ["早安"]
    """
    programme = loaded(tmp_path, text).programme
    assert (programme.brand.name, programme.brand.owners) == ("远航", (11111, 22222))
    assert (programme.points["checkin"], programme.points["thanks"]) == (5, 4)
    assert programme.streak.bonus == {2: 1}
    assert [level.title for level in programme.levels] == ["新人", "老手"]
    assert (programme.brand.covenant_version, programme.covenant[0].title) == (3, "友善")
    assert programme.words == {"checkin": ("早安",)}


def test_every_mistake_is_told_at_once_with_its_line_and_what_is_allowed(tmp_path: Path) -> None:
    text = """[brand]
name = 5
timezone = "Asia/Shanghia"
owner = [1]
[points]
checkn = 3
thanks = -1
[boards]
newcomer_days = "30"
[sreak]
[schedule]
seal = "30 4 * *"
"""
    said = mistakes(tmp_path, text)
    begins = [
        "config.toml:2: brand.name: must be text in quotes",
        "config.toml:3: brand.timezone: is no time zone we know",
        "config.toml:4: brand.owner: unknown; did you mean owners? allowed here: name, owners",
        "config.toml:6: points.checkn: unknown; did you mean checkin? allowed here: checkin,",
        "config.toml:7: points.thanks: must be between 0 and",
        "config.toml:9: boards.newcomer_days: must be a whole number such as 5",
        "config.toml:10: sreak: unknown; did you mean streak? allowed here: brand,",
        "config.toml:12: schedule.seal: must be five fields",
    ]
    assert all(line.startswith(begin) for line, begin in zip(said, begins, strict=True)), said


def test_values_of_the_right_type_that_make_no_sense_are_told_by_key(tmp_path: Path) -> None:
    text = """[brand]
timezone = "Asia/Shanghia"
locale = "fr"
day_starts_at = "25:00"
covenant_version = 0
[limits]
flood_per_minute = -1
[thanks]
cooldown_s = -2
divisors = [1, 4, 2]
[streak]
milestones = { 7 = -1 }
[telegram]
base_url = "api.telegram.org"
calls_per_second = 99
"""
    said = mistakes(tmp_path, text)
    assert [line.split(": ")[:2] for line in said] == [
        ["config.toml:2", "brand.timezone"],
        ["config.toml:3", "brand.locale"],
        ["config.toml:4", "brand.day_starts_at"],
        ["config.toml:5", "brand.covenant_version"],
        ["config.toml:7", "limits.flood_per_minute"],
        ["config.toml:9", "thanks.cooldown_s"],
        ["config.toml:10", "thanks.divisors"],
        ["config.toml:12", "streak.milestones.7"],
        ["config.toml:14", "telegram.base_url"],
        ["config.toml:15", "telegram.calls_per_second"],
    ]


def test_mistakes_inside_tables_of_many_name_which_one(tmp_path: Path) -> None:
    text = """[[levels]]
key = "new"
title = "新人"
at = 5
[[levels]]
key = "new"
title = "一个长得完全放不进成员标签里去的头衔"
at = 3
[[covenant]]
title = "友善"
txt = "对事不对人"
[shop]
layers = [{ key = "all", title = "好礼" }]
"""
    said = mistakes(tmp_path, text)
    assert [line.split(": ")[:2] for line in said] == [
        ["config.toml:4", "levels.1.at"],
        ["config.toml:6", "levels.2.key"],
        ["config.toml:7", "levels.2.title"],
        ["config.toml:8", "levels.2.at"],
        ["config.toml:11", "covenant.1.txt"],
    ]
    assert "did you mean text?" in said[4]


def test_a_table_in_the_wrong_shape_is_told_how_to_write_it(tmp_path: Path) -> None:
    said = mistakes(tmp_path, 'brand = "远航"\n[levels]\ntitle = "新人"\n[storage]\npath = 1\n')
    assert any("[[levels]]" in line for line in said)
    assert any("headed [brand]" in line for line in said)
    assert any("storage.path: must be text in quotes" in line for line in said)


def test_faults_of_several_kinds_and_several_in_one_table_are_told_together(tmp_path: Path) -> None:
    text = """[brand]
name = 5
locale = "fr"
timezone = "Nowhere"
[thanks]
cooldown_s = "60"
per_pair_day = -1
divisors = [2]
wrong = 1
[points]
checkn = 3
thanks = -4
grant = "many"
[words]
checkn = ["早"]
checkin = [""]
[schedule]
seal = "soon"
"""
    said = [line.split(": ")[:2] for line in mistakes(tmp_path, text)]
    assert said == [
        ["config.toml:2", "brand.name"],
        ["config.toml:3", "brand.locale"],
        ["config.toml:4", "brand.timezone"],
        ["config.toml:6", "thanks.cooldown_s"],
        ["config.toml:7", "thanks.per_pair_day"],
        ["config.toml:8", "thanks.divisors"],
        ["config.toml:9", "thanks.wrong"],
        ["config.toml:11", "points.checkn"],
        ["config.toml:12", "points.thanks"],
        ["config.toml:13", "points.grant"],
        ["config.toml:15", "words.checkn"],
        ["config.toml:16", "words.checkin"],
        ["config.toml:18", "schedule.seal"],
    ]


def test_true_is_no_number_and_a_number_no_text(tmp_path: Path) -> None:
    assert len(mistakes(tmp_path, "[reviews]\nclaim_minutes = true\nwithin_hours = 1.5\n")) == 2


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("flod_per_minute", "flood_per_minute"),
        ("thanks_per_giver_day", "[thanks] per_giver_day"),
        ("claim_minutes", "[reviews] claim_minutes"),
        ("grant_alone_staff_day", "[grants] alone_staff_day"),
        ("submission_files", "[submissions] files_most"),
        ("review_hours", "[reviews] within_hours"),
    ],
)
def test_a_key_that_is_not_there_names_the_nearest_be_it_in_another_section(
    tmp_path: Path, key: str, meant: str
) -> None:
    [said] = mistakes(tmp_path, f"[limits]\n{key} = 5\n")
    assert said.startswith(
        f"config.toml:2: limits.{key}: unknown; did you mean {meant}? allowed here: flood_per_minute,"
    )


@pytest.mark.parametrize("divisors", ["[]", "[2]", "[1, 4, 2]", "[1, 1, 1, 1, 1, 1]", "[0, 1]"])
def test_what_thanks_are_divided_by_begins_with_one_and_never_falls(tmp_path: Path, divisors: str) -> None:
    [said] = mistakes(tmp_path, f"[thanks]\ndivisors = {divisors}\n")
    assert said.startswith("config.toml:2: thanks.divisors: must begin with 1 and never fall")


@pytest.mark.parametrize("cron", ["30 4 * *", "soon"])
def test_a_time_that_the_scheduler_does_not_know_is_a_mistake(tmp_path: Path, cron: str) -> None:
    [said] = mistakes(tmp_path, f'[schedule]\nseal = "{cron}"\n')
    assert said.startswith("config.toml:2: schedule.seal: must be five fields")


def test_times_belong_to_jobs_that_exist(tmp_path: Path) -> None:
    [said] = mistakes(tmp_path, '[schedule]\nsel = "30 4 * * *"\n')
    assert said.startswith(
        "config.toml:2: schedule.sel: there is no such job; did you mean seal? allowed here: checkin_card,"
    )


def test_a_time_that_is_no_text_is_told_once(tmp_path: Path) -> None:
    [said] = mistakes(tmp_path, "[schedule]\nseal = 4\n")
    assert said.startswith("config.toml:2: schedule.seal: must be text")


def test_words_belong_to_commands_that_exist_and_to_one_of_them(tmp_path: Path) -> None:
    said = mistakes(tmp_path, '[words]\ncheckn = ["早"]\ncheckin = ["在"]\ncovenant = ["在！"]\n')
    assert "did you mean checkin?" in said[0]
    assert "belongs to checkin already" in said[1]


def test_a_word_that_another_command_has_by_default_is_taken_unless_that_one_gave_it_up(tmp_path: Path) -> None:
    [said] = mistakes(tmp_path, '[words]\ncheckin = ["公约"]\n')
    assert said.startswith("config.toml:2: words.checkin: '公约' belongs to covenant already")
    assert loaded(tmp_path, '[words]\ncheckin = ["公约"]\ncovenant = ["约定"]\n').programme.words


def test_a_file_saved_by_windows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b'\xef\xbb\xbf[brand]\r\nname = "Voyage"\r\n')
    assert config.load(path).programme.brand.name == "Voyage"
    path.write_bytes("[brand]\nname = '远航'".encode("gbk"))
    with pytest.raises(Misconfigured, match="UTF-8"):
        config.load(path)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"copy config\.example\.toml"):
        config.load(tmp_path / "nowhere.toml")


@pytest.mark.parametrize("hours", ["3", "*", "7-9", "20,23", "*/6"])
def test_nobody_is_written_to_at_night(tmp_path: Path, hours: str) -> None:
    [mistake] = mistakes(tmp_path, f'[schedule]\ndigest = "30 {hours} * * *"')
    assert "config.toml:2" in mistake and "hours between 8 and 21" in mistake


@pytest.mark.parametrize("cron", ["30 20 * * *", "0-59 8-21 * * *", "30 12,20 * * *", ""])
def test_the_days_message_may_come_at_any_decent_hour_or_never(tmp_path: Path, cron: str) -> None:
    assert loaded(tmp_path, f'[schedule]\ndigest = "{cron}"').programme.schedule["digest"] == cron
