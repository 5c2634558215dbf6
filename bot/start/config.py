"""The configuration: `config.toml` laid over the defaults, every mistake reported at once with file, line and key."""

import os
import re
import shlex
import stat
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, get_type_hints

from bot.start.config_known import check_known
from bot.start.config_lines import called, fault_line
from bot.start.config_pieces import NOBODY_KNOWS, Known, Read, read
from bot.start.config_shape import Broken, Shape, unknown
from messages.sentences import sentence
from rules.programme.faults import require
from rules.programme.programme import AGREEING, SECTIONS, Programme
from rules.programme.wording import LOCALES
from storage.engine.engines import SERVER

TOKEN_VARIABLE = "KOCBOT_TOKEN"
TOKEN_FORM = re.compile(r"\d+:[\w-]+", re.ASCII)
TOKEN_REMEDY = "is no bot token; copy it whole from @BotFather, such as 123456789:AbCd..., without quotes or spaces"
TOKEN_ITSELF = "holds the token itself, which belongs into a file of its own (mode 600): name that file here"
NO_TEXT = "can't be read as UTF-8 text; save it as UTF-8"
BARRED = "can't be read ({}); name the file itself, one that the user who runs kocbot may read"
_METHODS = re.compile(r"/bot[^/]*/?")
OWNERS = (
    "are Telegram ids of people, such as 123456789; leave it [], and the first start prints a link to claim the bot"
)
DAY_STARTS = 'must be a time of day such as "04:00"'
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
                not _METHODS.search(self.base_url.partition("//")[2]),
                "base_url",
                'is the address of the server alone, such as "https://api.telegram.org"; /bot and the token are added',
            ),
            (not TOKEN_FORM.fullmatch(self.token_file), "token_file", TOKEN_ITSELF),
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
            (bool(self.path.strip()) and self.path not in (":memory:", "/"), "path", "must name a file"),
            ("://" not in self.path, "path", "is the path of a file; the address of a server belongs into database"),
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

        for name in ("path", "backup_dir"):
            object.__setattr__(self, name, str(Path(getattr(self, name)).expanduser()))

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
        raise Misconfigured([Mistake(str(path), 1, "file", BARRED.format(barred.strerror))]) from None
    except UnicodeDecodeError:
        raise Misconfigured([Mistake(str(path), 1, "file", NO_TEXT)]) from None
    found = read(text, _many())
    written = [Mistake(str(path), *flaw) for flaw in found.flaws]
    try:
        settings = parse(found, str(path))
    except Misconfigured as wrong:
        raise Misconfigured(sorted([*written, *wrong.mistakes], key=lambda mistake: mistake.line)) from None
    if written:
        raise Misconfigured(written)
    return settings


def parse(found: Read, file: str) -> Settings:
    """Settings of what a file says. Raises Misconfigured."""
    raw, known = found.raw, Known(found, AGREEING)
    shape = Shape(_everywhere(), {("brand", "owners"): OWNERS, ("brand", "day_starts_at"): DAY_STARTS}, SECTIONS)
    check_known(shape, raw)
    settings = _read(shape, raw)
    told = [one for one in shape.faults if known.tells(one.path)]
    if shape.faults or settings is None:
        faults = sorted({(fault_line(found.text, raw, one.path), called(one.path, raw), one.remedy) for one in told})
        raise Misconfigured([Mistake(file, *fault) for fault in faults])
    return settings


def _read(shape: Shape, raw: dict[str, Any]) -> Settings | None:
    allowed = [*SECTIONS, *MACHINERY]
    for key in raw.keys() - set(allowed):
        shape.at((key,), unknown(key, allowed))
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


def _many() -> list[str]:
    """Sections of which each piece has a heading of its own."""
    return [section for section, kind in get_type_hints(Programme).items() if issubclass(kind, tuple)]


def _everywhere() -> list[tuple[str, str]]:
    """Section and key of every setting that stands in a section by its own name."""
    hints = get_type_hints(Programme) | MACHINERY
    return [(section, part.name) for section, kind in hints.items() if is_dataclass(kind) for part in fields(kind)]


def whole(path: Path) -> tuple[Settings, str]:
    """The configuration and the token that it leads to. Raises Misconfigured with what is wrong with either."""
    mistakes: list[Mistake] = []
    settings, found = Settings(), ""
    try:
        settings = load(path)
    except Misconfigured as wrong:
        mistakes += wrong.mistakes
        named = _token_file(path)
        if named is None:
            raise
        settings = Settings(telegram=Telegram(token_file=named))
    try:
        found = token(settings, path.parent)
    except Misconfigured as wrong:
        mistakes += wrong.mistakes
    if mistakes:
        raise Misconfigured(mistakes)
    return settings, found


def _token_file(path: Path) -> str | None:
    """The token's file as far as the configuration can be read; None where that can't be known."""
    try:
        found = read(path.read_text("utf-8-sig"), _many())
    except (OSError, UnicodeDecodeError):
        return ""
    if {"telegram", NOBODY_KNOWS} & found.dark and not os.environ.get(TOKEN_VARIABLE):
        return None
    section = found.raw.get("telegram")
    named = section.get("token_file") if isinstance(section, dict) else None
    return named if isinstance(named, str) and not TOKEN_FORM.fullmatch(named) else ""


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
    path = folder / Path(settings.telegram.token_file).expanduser()
    return _formed(_kept(path).strip(), str(path), "token_file")


def _kept(path: Path) -> str:
    """What a file says that nobody else may read. Raises Misconfigured."""
    try:
        said, mode = path.read_text("utf-8-sig"), stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        remedy = "there is no such file; make it, or set KOCBOT_TOKEN"
    except UnicodeDecodeError:
        remedy = NO_TEXT
    except OSError as barred:
        remedy = BARRED.format(barred.strerror)
    else:
        if not mode & 0o077:
            return said
        remedy = f"others may read it ({mode:04o}); run: chmod 600 {shlex.quote(str(path))}"
    raise Misconfigured([Mistake(str(path), 0, "token_file", remedy)])


def _formed(given: str, file: str, key: str) -> str:
    """A token that may be one. Raises Misconfigured; what was given is not repeated, for it may be a secret."""
    if TOKEN_FORM.fullmatch(given):
        return given
    raise Misconfigured([Mistake(file, 0, key, TOKEN_REMEDY)])
