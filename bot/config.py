"""The configuration: `config.toml` laid over the defaults, every mistake reported at once with file, line and key."""

import os
import stat
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from bot.config_lines import line_of
from rules.programme import SECTIONS, Programme

TOKEN_VARIABLE = "KOCBOT_TOKEN"


@dataclass(frozen=True)
class Telegram:
    """How Telegram is reached."""

    base_url: str = "https://api.telegram.org"
    token_file: str = ""
    proxy: str = ""
    calls_per_second: int = 28


@dataclass(frozen=True)
class Storage:
    """Where everything is remembered."""

    path: str = "var/kocbot.db"
    cache_mb: int = 64


@dataclass(frozen=True)
class Settings:
    """Everything that `config.toml` may say."""

    programme: Programme = field(default_factory=Programme)
    telegram: Telegram = field(default_factory=Telegram)
    storage: Storage = field(default_factory=Storage)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in a file: where, what, and what is allowed or to do."""

    file: str
    line: int
    key: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.key}: {self.remedy}"


class Misconfigured(Exception):
    """The configuration can't be used; `mistakes` are all of them."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes


def load(path: Path) -> Settings:
    """Read the configuration file. Raises Misconfigured with every mistake in it."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        remedy = "there is no such file: copy config.example.toml, or name another with --config"
        raise Misconfigured([Mistake(str(path), 1, "file", remedy)]) from None
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise Misconfigured([Mistake(str(path), getattr(wrong, "lineno", 1), "syntax", str(wrong))]) from None
    return parse(raw, str(path), text)


def parse(raw: dict[str, Any], file: str, text: str) -> Settings:
    """Settings of what a file says. Raises Misconfigured."""
    mistakes = [
        Mistake(file, line_of(text, path), ".".join(path), f"unknown; allowed here: {', '.join(allowed)}")
        for path, allowed in unknown(raw)
    ]
    known = {key: value for key, value in raw.items() if key in (*SECTIONS, "telegram", "storage")}
    programme = {key: value for key, value in known.items() if key in SECTIONS}
    try:
        settings = TypeAdapter(Settings).validate_python(
            {"programme": programme, **{key: value for key, value in known.items() if key not in SECTIONS}}
        )
    except ValidationError as wrong:
        mistakes.extend(_mistakes(wrong, file, text))
        raise Misconfigured(mistakes) from None
    if mistakes:
        raise Misconfigured(mistakes)
    return settings


def unknown(raw: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Path of each key that nobody reads, and the keys allowed in its place."""
    sections = {**get_type_hints(Programme), "telegram": Telegram, "storage": Storage}
    for section, content in raw.items():
        if section not in sections:
            yield (section,), tuple(sections)
            continue
        kind = sections[section]
        if is_dataclass(kind) and isinstance(content, dict):
            allowed = tuple(setting.name for setting in fields(kind))
            for key in content:
                if key not in allowed:
                    yield (section, key), allowed


def _mistakes(wrong: ValidationError, file: str, text: str) -> Iterator[Mistake]:
    for error in wrong.errors(include_url=False):
        path = tuple(str(part) for part in error["loc"] if part != "programme")
        yield Mistake(file, line_of(text, path), ".".join(path), error["msg"])


def token(settings: Settings, folder: Path) -> str:
    """The bot's token, from the environment or from a file that nobody else may read. Raises Misconfigured."""
    given = os.environ.get(TOKEN_VARIABLE, "").strip()
    if given:
        return given
    if not settings.telegram.token_file:
        raise Misconfigured([Mistake("environment", 0, TOKEN_VARIABLE, "set it, or name a [telegram] token_file")])
    path = folder / settings.telegram.token_file
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        raise Misconfigured([Mistake(str(path), 0, "token_file", "there is no such file")]) from None
    if mode & 0o077:
        raise Misconfigured([Mistake(str(path), 0, "token_file", f"mode is {mode:04o}; run: chmod 600 {path.name}")])
    return path.read_text("utf-8").strip()
