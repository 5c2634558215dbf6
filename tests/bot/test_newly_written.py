"""What somebody gets wrong who writes a configuration for the first time: the token, the address, the time zone."""

from pathlib import Path

import pytest

from bot.start import config
from bot.start.config import Misconfigured
from messages.sentences import sentence
from tests.bot.test_config import loaded, mistakes


def test_a_token_file_that_others_can_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(config.TOKEN_VARIABLE, raising=False)
    (tmp_path / "token").write_text("42:secret\n")
    (tmp_path / "token").chmod(0o644)
    settings = loaded(tmp_path, '[telegram]\ntoken_file = "token"\n')
    with pytest.raises(Misconfigured, match=f"chmod 600 {tmp_path}/token"):
        config.token(settings, tmp_path)
    (tmp_path / "token").rename(tmp_path / "my token")
    settings = loaded(tmp_path, '[telegram]\ntoken_file = "my token"\n')
    with pytest.raises(Misconfigured, match=f"chmod 600 '{tmp_path}/my token'"):
        config.token(settings, tmp_path)
    (tmp_path / "my token").chmod(0o600)
    assert config.token(settings, tmp_path) == "42:secret"


def kept(folder: Path, content: bytes | None) -> str:
    """What is wrong with a token file of that content, None for a folder; nothing of it is repeated."""
    secret = folder / "secret"
    if content is None:
        secret.mkdir()
    else:
        secret.write_bytes(content)
        secret.chmod(0o600)
    try:
        return config.token(loaded(folder, '[telegram]\ntoken_file = "secret"\n'), folder)
    except Misconfigured as wrong:
        return wrong.mistakes[0].in_words_of("zh")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xef\xbb\xbf42:AbC-d\r\n", "42:AbC-d"),
        ("42:AbC-d".encode("utf-16"), "请另存为 UTF-8"),
        (b"KOCBOT_TOKEN=42:AbC-d\n", "不像 token"),
        (b"", "不像 token"),
        (None, "请写文件本身"),
    ],
)
def test_a_token_file_is_read_as_editors_save_it_or_refused_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, said: str
) -> None:
    monkeypatch.delenv(config.TOKEN_VARIABLE, raising=False)
    found = kept(tmp_path, content)
    assert found == said or (found.startswith(f"{tmp_path / 'secret'}: token_file: ") and said in found)


def test_a_token_file_may_be_named_from_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(config.TOKEN_VARIABLE, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "token").write_text("42:AbC")
    (tmp_path / "token").chmod(0o600)
    assert config.token(loaded(tmp_path, '[telegram]\ntoken_file = "~/token"\n'), Path("/elsewhere")) == "42:AbC"


def test_a_token_where_its_file_is_named_is_told_and_not_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(config.TOKEN_VARIABLE, raising=False)
    (tmp_path / "config.toml").write_text('[telegram]\ntoken_file = "42:AbC-secret"\n')
    with pytest.raises(Misconfigured) as wrong:
        config.whole(tmp_path / "config.toml")
    said = wrong.value.mistakes[0].in_words_of("zh")
    assert "telegram.token_file: 这里写的是 token 本身" in said and ":2:" in said
    assert "secret" not in str(wrong.value)


@pytest.mark.parametrize("address", ["https://api.telegram.org/bot", "http://127.0.0.1:8081/bot42:AbC/"])
def test_the_address_is_that_of_the_server_alone(tmp_path: Path, address: str) -> None:
    [mistake] = mistakes(tmp_path, f'[telegram]\nbase_url = "{address}"\n')
    assert mistake.startswith("config.toml:2: telegram.base_url: is the address of the server alone")
    assert "42:AbC" not in mistake
    assert loaded(tmp_path, '[telegram]\nbase_url = "https://bots.example/api"\n')


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("北京", "Asia/Shanghai"),
        ("Tokyo", "Asia/Tokyo"),
        ("Asia/Tokio", "Asia/Tokyo"),
        ("Asia/成都", "Asia/Shanghai"),
        ("月球", ""),
    ],
)
def test_the_time_zone_that_was_meant_is_told(tmp_path: Path, given: str, meant: str) -> None:
    [mistake] = mistakes(tmp_path, f'[brand]\ntimezone = "{given}"\n')
    hint = f"did you mean {meant}? " if meant else ""
    assert mistake == f"config.toml:2: brand.timezone: is no time zone we know; {hint}write for example Asia/Shanghai"
    assert sentence("zh", mistake.split(": ", 2)[2]).startswith("不认识这个时区")


def test_no_zone_is_proposed_whose_sign_means_the_opposite(tmp_path: Path) -> None:
    [mistake] = mistakes(tmp_path, '[brand]\ntimezone = "GMT-8"\n')
    assert "did you mean" not in mistake


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("GMT+8", "Asia/Shanghai"),
        ("Etc/GMT+8", "Asia/Shanghai"),
        ("北京时间", "Asia/Shanghai"),
        ("CST", "Asia/Shanghai / America/Chicago"),
        ("EST", "America/New_York"),
        ("BTT", ""),
    ],
)
def test_an_abbreviation_is_told_by_the_places_that_it_stands_for_or_not_at_all(
    tmp_path: Path, given: str, meant: str
) -> None:
    [mistake] = mistakes(tmp_path, f'[brand]\ntimezone = "{given}"\n')
    assert (f"did you mean {meant}? " in mistake) if meant else "did you mean" not in mistake


def test_a_setting_of_an_earlier_release_is_to_be_taken_out(tmp_path: Path) -> None:
    [mistake] = mistakes(tmp_path, "[streak]\nfreeze_price = 10\n")
    assert mistake.startswith("config.toml:2: streak.freeze_price: unknown; allowed here: ")
    assert sentence("zh", mistake.split(": ", 2)[2]).endswith("要是旧版本留下的，删掉这一行就好")


def test_a_time_of_another_kind_is_answered_by_how_a_time_is_written(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "[brand]\nday_starts_at = 4\n") == [
        'config.toml:2: brand.day_starts_at: must be a time of day such as "04:00"'
    ]
