"""What can't be read in the configuration hides no fault beside it, and is told in the brand's language."""

from pathlib import Path

import pytest

from bot.start import config
from bot.start.config import Misconfigured, Mistake, Settings
from messages.sentences import sentence
from rules.programme.cores import Core
from tests.bot.test_config import loaded, mistakes


def test_words_of_the_brand_are_one_text_or_one_for_each_language(tmp_path: Path) -> None:
    brand = loaded(tmp_path, '[brand]\nname = { zh = "远航", en = "Voyage" }\n').programme.brand
    assert (brand.name.spoken("zh"), brand.name.spoken("en")) == ("远航", "Voyage")
    assert loaded(tmp_path, '[brand]\nname = "远航"\n').programme.brand.name.spoken("en") == "远航"
    said = mistakes(tmp_path, '[brand]\nname = { zh = " ", fr = "Voyage" }\n[[covenant]]\ntitle = {}\ntext = 5\n')
    assert said[0].startswith("config.toml:2: brand.name.fr: unknown; allowed here: zh, en")
    assert said[1].startswith("config.toml:2: brand.name.zh: must not be empty")
    assert [line.split(": ")[1] for line in said[2:]] == ["covenant.1.title", "covenant.1.text"]
    assert "or one for each language such as" in said[2]


WRONGLY_OPENED = (
    'a layer that the shop does not have, "gone"; allowed here: a, b',
    'is no privilege: "parking"',
    '"shop_layer" must be written shop_layer:...',
    '"shop_layer:gone" is opened already',
    'write privileges = ["shop_layer:b"]',
)


def test_what_can_not_be_read_hides_no_fault_beside_it(tmp_path: Path) -> None:
    text = """[[levels]]
key = "new"
title = "新人"
at = "none"
[[levels]]
title = "一个长得完全放不进成员标签里去的头衔"
at = 300
[[levels]]
key = "new"
title = 5
at = 100
[shop]
layers = [{ key = "a", title = "好礼" }, { key = "b", title = 5 }]
rewards_per_page = 99
[thanks]
divisors = [2, "x"]
"""
    assert [line.split(": ")[:2] for line in mistakes(tmp_path, text)] == [
        ["config.toml:4", "levels.1.at"],
        ["config.toml:5", "levels.2.key"],
        ["config.toml:6", "levels.2.title"],
        ["config.toml:9", "levels.3.key"],
        ["config.toml:10", "levels.3.title"],
        ["config.toml:11", "levels.3.at"],
        ["config.toml:13", "shop.layers.2.key"],
        ["config.toml:13", "shop.layers.2.title"],
        ["config.toml:14", "shop.rewards_per_page"],
        ["config.toml:16", "thanks.divisors"],
        ["config.toml:16", "thanks.divisors.2"],
    ]


def test_an_unknown_condition_of_a_badge_is_named_with_its_line_and_the_nearest(tmp_path: Path) -> None:
    text = """[[badges]]
key = "kind"
title = "热心"
emoji = "🤝"
needs = { people_help = 10 }
[[badges]]
key = "kind"
title = "更热心"
emoji = "🤝"
needs = { people_helped = 0 }
"""
    unknown, twice, bounds = mistakes(tmp_path, text)
    assert (
        unknown.startswith("config.toml:5: badges.1.needs.people_help: ") and "did you mean people_helped?" in unknown
    )
    assert bounds == "config.toml:10: badges.2.needs.people_helped: must be between 1 and 100000"
    assert twice.startswith("config.toml:7: badges.2.key: ")
    told = Mistake("config.toml", 5, "needs", "there is no such condition; did you mean a? allowed here: a, b")
    assert told.in_words_of("zh").endswith("没有这个条件；是不是想写 a？可以写：a, b")


def test_a_level_opens_what_there_is_and_each_layer_is_opened_even_while_another_line_is_wrong(tmp_path: Path) -> None:
    text = """[[levels]]
key = "new"
title = 5
at = 0
privileges = ["shop_layer:gone", "parking", "shop_layer", "shop_layer:gone"]
[shop]
layers = [{ key = "a", title = "好礼" }, { key = "b", title = "更好" }]
"""
    said = mistakes(tmp_path, text)
    assert [line.split(": ")[1] for line in said] == [
        "levels.1.title",
        *(f"levels.1.privileges.{m}" for m in (1, 2, 3, 4)),
        "shop.layers.2.key",
    ]
    for line, words in zip(said[1:], WRONGLY_OPENED, strict=True):
        assert words in line


OWN_LEVELS = """[brand]
name = "远航"

[[levels]]
key = "new"
title = "新人"
at = 0
"""
OWN_LAYERS = """[brand]
name = "远航"

[shop]
layers = [{ key = "entry", title = "好礼" }]
"""


@pytest.mark.parametrize(("text", "lines"), [(OWN_LEVELS, [4, 4]), (OWN_LAYERS, [5, 5])])
def test_what_no_longer_agrees_with_a_default_is_told_at_the_line_that_the_brand_wrote(
    tmp_path: Path, text: str, lines: list[int]
) -> None:
    assert [int(said.split(":")[1]) for said in mistakes(tmp_path, text)] == lines


def test_a_missing_token_is_told_in_the_brands_language() -> None:
    lacking = Mistake("environment", 0, config.TOKEN_VARIABLE, "set it, or name a [telegram] token_file")
    assert lacking.in_words_of("zh").startswith("环境变量: KOCBOT_TOKEN: 请设好它")


@pytest.mark.parametrize(
    ("cron", "said"),
    [
        ("61 4 * * *", "minute '61' can't be read; write 0 to 59"),
        ("30 24 * * *", "hour '24' can't be read; write 0 to 23"),
        ("30 4 32 * *", "day '32' can't be read; write 1 to 31"),
        ("30 4 * 13 *", "month '13' can't be read; write 1 to 12"),
        ("30 4 * * funday", "weekday 'funday' can't be read; name the days of the week: mon"),
        ("30 4 * * 0", "weekday '0' can't be read; name the days of the week: mon"),
    ],
)
def test_the_part_of_a_time_that_cannot_be_read_is_named(tmp_path: Path, cron: str, said: str) -> None:
    [mistake] = mistakes(tmp_path, f'[schedule]\nseal = "{cron}"\n')
    assert mistake.startswith(f"config.toml:2: schedule.seal: {said}")
    assert "看不懂" in sentence("zh", mistake.split(": ", 2)[2])


def test_an_owner_is_a_number_and_how_to_learn_it_is_told(tmp_path: Path) -> None:
    [mistake] = mistakes(tmp_path, '[brand]\nowners = ["@shen"]\n')
    assert mistake.startswith("config.toml:2: brand.owners.1: are Telegram ids of people")
    assert "数字 ID" in sentence("zh", mistake.split(": ", 2)[2])


@pytest.mark.parametrize("given", ["abc", "42", "42:", "x:abc", "42:a b"])
def test_what_is_no_token_is_told_before_anything_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv(config.TOKEN_VARIABLE, given)
    with pytest.raises(Misconfigured, match="KOCBOT_TOKEN: is no bot token") as wrong:
        config.token(Settings(), tmp_path)
    assert given not in str(wrong.value).replace(config.TOKEN_REMEDY, "")
    assert "不像 token" in wrong.value.mistakes[0].in_words_of("zh")


def test_the_tag_of_an_award_has_to_fit_beside_a_name(tmp_path: Path) -> None:
    text = """[[awards]]
key = "helper"
title = "年度热心用户"
tag = "年度热心🏆"
"""
    [said] = mistakes(tmp_path, text)
    assert said.startswith("config.toml:4: awards.1.tag: must have 1 to 16 characters and no emoji")


def test_times_of_the_core_group_and_of_stages_that_make_no_sense_are_told_with_what_is_allowed(tmp_path: Path) -> None:
    text = """[core]
link_days = 0
decide_days = 61
[stages]
leak_days = 6
quiet_days = 800
"""
    assert mistakes(tmp_path, text) == [
        "config.toml:2: core.link_days: must be between 1 and 60",
        "config.toml:3: core.decide_days: must be between 1 and 60",
        "config.toml:5: stages.leak_days: must be between 7 and 365",
        "config.toml:6: stages.quiet_days: must be between 14 and 730",
    ]
    programme = loaded(tmp_path, "[core]\nlink_days = 60\ndecide_days = 1\n[stages]\nleak_days = 365\n").programme
    assert (programme.core, programme.stages.leak_days) == (Core(60, 1), 365)
    assert mistakes(tmp_path, '[core]\nlink_days = "一周"\n[stages]\nleak_days = 30.5\n') == [
        "config.toml:2: core.link_days: must be a whole number such as 5",
        "config.toml:4: stages.leak_days: must be a whole number such as 5",
    ]


def test_a_badge_that_goes_with_an_award_is_one_that_the_team_gives(tmp_path: Path) -> None:
    text = """[[awards]]
key = "ambassador"
title = "荣誉大使"
badge = "{}"
"""
    assert loaded(tmp_path, text.format("special_thanks")).programme.awards[0].badge == "special_thanks"
    for key in ("first_answer", "nothing"):
        [said] = mistakes(tmp_path, text.format(key))
        assert said.startswith("config.toml:4: awards.1.badge:") and f'"{key}" is no badge that the team gives' in said
        assert "write award = true at the one of that key in [[badges]]" in said
        assert "由团队颁发" in sentence("zh", said.split(": ", 2)[2])


@pytest.mark.parametrize(("cron", "day", "month"), [("0 9 30 2 *", "30", "2"), ("0 9 31 4,6 *", "31", "4,6")])
def test_a_time_that_never_comes_is_a_mistake(tmp_path: Path, cron: str, day: str, month: str) -> None:
    [mistake] = mistakes(tmp_path, f'[schedule]\nseal = "{cron}"\n')
    assert f"never comes: no day {day} is in month {month}" in mistake
    assert f"{month} 月没有 {day} 日" in sentence("zh", mistake.split(": ", 2)[2])


@pytest.mark.parametrize("cron", ["0 9 29 2 *", "0 9 31 * *", "0 9 31 4,5 *"])
def test_a_time_that_comes_seldom_is_none(tmp_path: Path, cron: str) -> None:
    loaded(tmp_path, f'[schedule]\nseal = "{cron}"\n')


@pytest.mark.parametrize("name", ["\u200b\u2060", "\u3164", " "])
def test_a_brand_whose_name_nobody_sees_has_none(tmp_path: Path, name: str) -> None:
    [mistake] = mistakes(tmp_path, f'[brand]\nname = "{name}"\n')
    assert mistake == "config.toml:2: brand.name: must not be empty"


def test_a_brands_name_fits_the_sentences_it_stands_in(tmp_path: Path) -> None:
    loaded(tmp_path, f'[brand]\nname = "{"星" * 64}"\n')
    [mistake] = mistakes(tmp_path, f'[brand]\nname = {{ zh = "星途", en = "{"S" * 65}" }}\n')
    assert mistake.endswith("brand.name: has 64 characters at most")
    assert sentence("zh", "has 64 characters at most") == "最多 64 个字"


@pytest.mark.parametrize("section", ["thanks", "discoveries"])
def test_a_reaction_that_nobody_can_give_is_a_mistake(tmp_path: Path, section: str) -> None:
    loaded(tmp_path, f'[{section}]\nemoji = ["❤️", "🙏"]\n')
    [mistake] = mistakes(tmp_path, f'[{section}]\nemoji = ["🙏", "🌸"]\n')
    assert mistake.startswith(f"config.toml:2: {section}.emoji: '🌸' is no reaction that Telegram offers")
    assert "不是 Telegram 里能点的表情" in sentence("zh", mistake.split(": ", 2)[2])
