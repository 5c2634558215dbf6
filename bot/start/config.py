"""The configuration: `config.toml` laid over the defaults, every mistake reported at once with file, line and key."""

import os
import re
import stat
import tomllib
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, get_type_hints

from bot.start.config_lines import fault_line
from bot.start.config_shape import Broken, Shape, near
from bot.start.config_syntax import read
from bot.start.config_times import wrong_with
from handlers import jobs, routes
from handlers.routes import Command
from messages.sentences import sentence
from rules.programme.faults import require
from rules.programme.programme import SECTIONS, Programme
from rules.programme.schedule import DECENT, decent
from rules.programme.wording import LOCALES
from rules.typed import bare
from storage.engine.engines import SERVER

TOKEN_VARIABLE = "KOCBOT_TOKEN"
TOKEN_FORM = re.compile(r"\d+:[\w-]+", re.ASCII)
TOKEN_REMEDY = "is no bot token; copy it whole from @BotFather, such as 123456789:AbCd..."
OWNERS = (
    "are Telegram ids of people, such as 123456789; leave it [], and the first start prints a link to claim the bot"
)
_LOCALE = re.compile(r'^\s*locale\s*=\s*["\'](\w+)["\']', re.MULTILINE)


@dataclass(frozen=True)
class Telegram:
    """How Telegram is reached."""

    base_url: str = "https://api.telegram.org"
    token_file: str = ""
    proxy: str = ""
    calls_per_second: int = 28

    def __post_init__(self) -> None:
        require(
            (self.base_url.startswith(("http://", "https://")), "base_url", "must begin with http:// or https://"),
            (
                not self.proxy or self.proxy.startswith(("http://", "https://")),
                "proxy",
                'must be empty, or an address such as "http://127.0.0.1:7890"',
            ),
            (1 <= self.calls_per_second <= 30, "calls_per_second", "must be between 1 and 30, Telegram's limit"),
        )


@dataclass(frozen=True)
class Storage:
    """Where everything is remembered."""

    path: str = "var/kocbot.db"
    database: str = field(default="", repr=False)  # it may hold a password
    cache_mb: int = 16
    backup_dir: str = "var/backups"
    backup_hours: int = 1
    backup_keep: int = 24
    backup_days: int = 14

    def __post_init__(self) -> None:
        require(
            (bool(self.path.strip()), "path", "must name a file"),
            (
                not self.database or self.database.startswith(SERVER),
                "database",
                'is the address of a PostgreSQL server, such as "postgresql://kocbot@db.example/kocbot"; or leave it out',
            ),
            (8 <= self.cache_mb <= 4096, "cache_mb", "must be between 8 and 4096"),
            (bool(self.backup_dir.strip()), "backup_dir", "must name a folder; backup_hours = 0 switches backups off"),
            (0 <= self.backup_hours <= 168, "backup_hours", "must be between 1 and 168, or 0 for none"),
            (1 <= self.backup_keep <= 1000, "backup_keep", "must be between 1 and 1000"),
            (0 <= self.backup_days <= 3650, "backup_days", "must be between 0 and 3650"),
        )

    @property
    def place(self) -> str:
        """Where everything is: the server's address, or the file's path."""
        return self.database or self.path


MACHINERY = {"telegram": Telegram, "storage": Storage}


@dataclass(frozen=True)
class Settings:
    """Everything that `config.toml` may say."""

    programme: Programme = field(default_factory=Programme)
    telegram: Telegram = field(default_factory=Telegram)
    storage: Storage = field(default_factory=Storage)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in a file: where (line 0: not at a line), what, and what is allowed or to do."""

    file: str
    line: int
    key: str
    remedy: str

    def __str__(self) -> str:
        return self.in_words_of("en")

    def in_words_of(self, locale: str) -> str:
        """The mistake in that language."""
        file = sentence(locale, self.file)
        where = f"{file}:{self.line}" if self.line else file
        return f"{where}: {sentence(locale, self.key)}: {sentence(locale, self.remedy)}"


class Misconfigured(Exception):
    """The configuration can't be used; `mistakes` are all of them."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes


def load(path: Path) -> Settings:
    """Read the configuration file. Raises Misconfigured with every mistake in it."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        remedy = "there is no such file; copy config.example.toml, or name another with --config"
        raise Misconfigured([Mistake(str(path), 1, "file", remedy)]) from None
    except OSError as barred:
        remedy = f"can't be read ({barred.strerror}); name the file itself, one that the user who runs kocbot may read"
        raise Misconfigured([Mistake(str(path), 1, "file", remedy)]) from None
    except UnicodeDecodeError:
        raise Misconfigured([Mistake(str(path), 1, "file", "can't be read as UTF-8 text; save it as UTF-8")]) from None
    raw, flaws = read(text)
    written = [Mistake(str(path), *flaw) for flaw in flaws]
    try:
        settings = parse(raw, str(path), text)
    except Misconfigured as wrong:
        raise Misconfigured([*written, *wrong.mistakes]) from None
    if written:
        raise Misconfigured(written)
    return settings


def parse(raw: dict[str, Any], file: str, text: str) -> Settings:
    """Settings of what a file says. Raises Misconfigured."""
    shape = Shape(_everywhere(), {("brand", "owners"): OWNERS})
    settings = _read(shape, raw)
    _check_schedule(shape, raw.get("schedule"))
    _check_words(shape, raw.get("words"))
    if shape.faults or settings is None:
        faults = sorted({(fault_line(text, raw, one.path), ".".join(one.path), one.remedy) for one in shape.faults})
        raise Misconfigured([Mistake(file, *fault) for fault in faults])
    return settings


def _read(shape: Shape, raw: dict[str, Any]) -> Settings | None:
    allowed = [*SECTIONS, *MACHINERY]
    for key in raw.keys() - set(allowed):
        shape.at((key,), f"unknown; {near(key, allowed)}allowed here: {', '.join(allowed)}")
    programme = {key: value for key, value in raw.items() if key in SECTIONS}
    parts: dict[str, Any] = {}
    for name, kind, value in (
        ("programme", Programme, programme),
        *((name, kind, raw.get(name, {})) for name, kind in MACHINERY.items()),
    ):
        try:
            parts[name] = shape.read(kind, value, () if name == "programme" else (name,))
        except Broken:
            continue
    return Settings(**parts) if len(parts) == 1 + len(MACHINERY) else None


def _everywhere() -> list[tuple[str, str]]:
    """Section and key of every setting that stands in a section by its own name."""
    hints = get_type_hints(Programme) | MACHINERY
    return [(section, part.name) for section, kind in hints.items() if is_dataclass(kind) for part in fields(kind)]


def _check_schedule(shape: Shape, written: object) -> None:
    """Times belong to jobs that exist; each is written as the scheduler understands it, and decent where it has to be."""
    known = {job.name: job for job in jobs()}
    for name, cron in written.items() if isinstance(written, dict) else ():
        path = ("schedule", name)
        if name not in known:
            shape.at(path, f"there is no such job; {near(name, list(known))}allowed here: {', '.join(known)}")
        elif not isinstance(cron, str) or not cron:
            continue
        elif wrong := wrong_with(cron):
            shape.at(path, wrong)
        elif known[name].daytime and not decent(cron):
            shape.at(path, DECENT)


def _check_words(shape: Shape, written: object) -> None:
    """Words belong to commands that exist, and none to two of them, be it by default."""
    given = written if isinstance(written, dict) else {}
    commands = [route for route in routes() if isinstance(route, Command)]
    names = [command.name for command in commands]
    kept = [command for command in commands if command.name not in given]
    owners = {bare(word): command.name for command in kept for word in command.words}
    for command, words in given.items():
        path = ("words", command)
        if command not in names:
            shape.at(path, f"there is no such command; {near(command, names)}allowed here: {', '.join(names)}")
        for word in filter(_is_text, words if isinstance(words, list) else ()):
            if not word.strip():
                shape.at(path, "a word must not be empty")
            elif owners.setdefault(bare(word), command) != command:
                shape.at(path, f"{word!r} belongs to {owners[bare(word)]} already")


def _is_text(word: object) -> bool:
    return isinstance(word, str)


def whole(path: Path) -> tuple[Settings, str]:
    """The configuration and the token that it leads to. Raises Misconfigured with what is wrong with either."""
    mistakes: list[Mistake] = []
    settings, found = Settings(), ""
    try:
        settings = load(path)
    except Misconfigured as wrong:
        mistakes += wrong.mistakes
        settings = Settings(telegram=Telegram(token_file=_token_file(path)))
    try:
        found = token(settings, path.parent)
    except Misconfigured as wrong:
        mistakes += wrong.mistakes
    if mistakes:
        raise Misconfigured(mistakes)
    return settings, found


def _raw(path: Path) -> dict[str, Any]:
    """What the file says, as far as it can be read."""
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}


def _token_file(path: Path) -> str:
    section = _raw(path).get("telegram")
    named = section.get("token_file") if isinstance(section, dict) else None
    return named if isinstance(named, str) else ""


def locale_of(path: Path) -> str:
    """The brand's language, as far as the file tells: also where it can't be used for anything else.

    Where there is no such file yet, that of the shell.
    """
    try:
        found = _LOCALE.search(path.read_text("utf-8-sig"))
    except OSError:
        return _locale_of_shell()
    except UnicodeDecodeError:
        found = None
    return found[1] if found and found[1] in LOCALES else Programme().brand.locale


def _locale_of_shell() -> str:
    """What `LANG` and its like ask for, if we speak it."""
    named = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    language = named.partition("_")[0]
    return language if language in LOCALES else Programme().brand.locale


def token(settings: Settings, folder: Path) -> str:
    """The bot's token, from the environment or from a file that nobody else may read. Raises Misconfigured."""
    given = os.environ.get(TOKEN_VARIABLE, "").strip()
    if given:
        return _formed(given, "environment", TOKEN_VARIABLE)
    if not settings.telegram.token_file:
        raise Misconfigured([Mistake("environment", 0, TOKEN_VARIABLE, "set it, or name a [telegram] token_file")])
    path = folder / settings.telegram.token_file
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        raise Misconfigured(
            [Mistake(str(path), 0, "token_file", "there is no such file; make it, or set KOCBOT_TOKEN")]
        ) from None
    if mode & 0o077:
        raise Misconfigured(
            [Mistake(str(path), 0, "token_file", f"others may read it ({mode:04o}); run: chmod 600 {path.name}")]
        )
    return _formed(path.read_text("utf-8").strip(), str(path), "token_file")


def _formed(given: str, file: str, key: str) -> str:
    """A token that may be one. Raises Misconfigured; what was given is not repeated, for it may be a secret."""
    if TOKEN_FORM.fullmatch(given):
        return given
    raise Misconfigured([Mistake(file, 0, key, TOKEN_REMEDY)])
