"""Every failure of the command line that is expected: its exit code, and one sentence that says where and what to do."""

import errno
from collections.abc import Callable
from typing import Any

from telegram.error import InvalidToken, NetworkError

from actions.operations.port import CarriedOver, Differs, DoesNotAddUp, NotEmpty
from bot import logs
from bot.intake.intake import TokenUsedElsewhere
from bot.start.config import Misconfigured
from bot.telegram.request import Distrusted
from bot.upkeep.backup import InTheWay, NoBackup, NoFolder, Unsound
from bot.upkeep.forgetting import NobodyKnown
from messages.sentences import sentence
from rules.operations.forgetting import NotForgottenYet
from storage.engine.engine import Foreign, Held, NoDatabase, NoDriver, Running, StorageError, StorageTrouble, TooNew
from storage.engine.engines import key_of

DONE, FAILED, MISUSED, UNREACHABLE = 0, 1, 2, 3
MOST_LINES = 20
AUDIT = "audit"
FULL, NO_ROOM = (errno.ENOSPC, errno.EDQUOT), "finds no room on its disk; make some, then try again"
SERVERS, DATABASE, TELEGRAM = "[storage] database", "the database", "[telegram]"


class OnAServer(Exception):
    """The database is on a server, which has ways of its own to be copied and brought back."""


# Exit code; which file or setting it is about; what is wrong and what to do; what else is listed.
Failure = tuple[int, Callable[[Any], object], Callable[[Any], str], Callable[[Any], list[str] | tuple[str, ...]]]


def _one(code: int, where: object, said: str | Callable[[Any], str], lines: Any = lambda _: ()) -> Failure:
    """A failure about one place; what is no function is the same for all of its kind."""
    there = where if callable(where) else lambda _: where
    words = said if callable(said) else lambda _: said
    return code, there, words, lines


FAILURES: dict[type[Exception], Failure] = {
    NoDatabase: _one(
        MISUSED,
        lambda raised: raised.place,
        "there is no database yet; start the bot once, or name another --config",
    ),
    InTheWay: _one(
        MISUSED, lambda raised: raised.path, "is there already; name another file, a backup never overwrites"
    ),
    NoFolder: _one(MISUSED, lambda raised: raised.path, "there is no such folder; make it first, or correct its name"),
    NoBackup: _one(MISUSED, lambda raised: raised.path, "there is no such file; name a backup that is there"),
    Unsound: _one(
        FAILED,
        lambda raised: raised.path,
        "can't be used, and nothing was replaced; take another one. What is wrong with it:",
        lambda raised: raised.why,
    ),
    NobodyKnown: _one(MISUSED, "WHO", lambda raised: f"nobody is known as {raised}; write their Telegram id or @name"),
    NotForgottenYet: _one(
        FAILED,
        "WHO",
        "can't be forgotten yet; --anyway calls off what is open. What is open:",
        lambda raised: [f"still open: {one.kind.value}" for one in raised.obstacles],
    ),
    OnAServer: _one(
        MISUSED,
        SERVERS,
        "is on a PostgreSQL server, and this command copies files; back it up with pg_dump, bring it back with"
        " pg_restore while no bot runs. The start notices an older copy and sends nothing of it blindly: look at /doctor then",
    ),
    NoDriver: _one(MISUSED, SERVERS, "needs psycopg, which is not installed; run: make postgres"),
    NotEmpty: _one(MISUSED, "TO", "holds data already, and nothing was written; name an empty database"),
    CarriedOver: _one(
        MISUSED,
        DATABASE,
        lambda raised: (
            f"was carried over to {raised.to}; write that as [storage] {key_of(raised.to)}. To go on here after all:"
            " kocbot backup, then kocbot restore"
        ),
    ),
    DoesNotAddUp: _one(
        FAILED,
        DATABASE,
        "does not add up, and nothing was carried over; restore a backup, or ask for help with these lines:",
        lambda raised: raised.problems,
    ),
    Differs: _one(
        FAILED, "TO", "is not what was sent, and nothing of it is kept; try again:", lambda raised: raised.what
    ),
    TooNew: _one(
        MISUSED,
        DATABASE,
        lambda raised: (
            f"was made by a newer release (schema {raised.found}, this one knows {raised.known}); update kocbot"
        ),
    ),
    Foreign: _one(
        MISUSED,
        lambda raised: raised.place,
        "is the database of another program, and nothing was written to it; name another file as [storage] path",
    ),
    Held: _one(
        FAILED,
        lambda raised: raised.lock,
        "another kocbot is running on this database, or was lost a moment ago; stop it, or try again in a minute",
    ),
    Running: _one(MISUSED, lambda raised: raised.lock, "another kocbot is running on this database; stop it first"),
    StorageTrouble: _one(
        FAILED,
        DATABASE,
        lambda raised: (
            f"is out of reach for now ({raised}); look whether the disk or the server is there, then try again"
        ),
    ),
    StorageError: _one(
        FAILED, DATABASE, lambda raised: f"can't be read ({raised}); after an update of kocbot start the bot once"
    ),
    InvalidToken: _one(
        UNREACHABLE, "KOCBOT_TOKEN", "Telegram refused the token; compare it with @BotFather -> /mybots -> API Token"
    ),
    TokenUsedElsewhere: _one(
        UNREACHABLE,
        "KOCBOT_TOKEN",
        "another process polls with the same token; stop it, or revoke the token at @BotFather",
    ),
    Distrusted: _one(
        UNREACHABLE,
        TELEGRAM,
        "the certificate of whoever answered is not valid here; look whether this machine's date is right,"
        " with timedatectl set-ntp true, then at [telegram] proxy",
    ),
    NetworkError: _one(
        UNREACHABLE,
        TELEGRAM,
        lambda raised: (
            f"could not reach Telegram ({logs.scrubbed(str(raised))}); check the network, and base_url and proxy here"
        ),
    ),
}


def told(raised: Exception, locale: str) -> tuple[int, str] | None:
    """Exit code and words of a failure, by the nearest of its classes; None for one that nobody expected."""
    if isinstance(raised, Misconfigured):
        return MISUSED, "\n".join(mistake.in_words_of(locale) for mistake in raised.mistakes)
    if isinstance(raised, OSError) and raised.errno in FULL:
        return FAILED, f"{raised.filename2 or raised.filename or DATABASE}: {sentence(locale, NO_ROOM)}"
    if isinstance(raised, OSError) and raised.filename:
        return MISUSED, f"{raised.filename}: {sentence(locale, _barred(raised))}"
    for kind in type(raised).__mro__:
        if kind in FAILURES:
            code, where, words, lines = FAILURES[kind]
            head = f"{sentence(locale, str(where(raised)))}: {sentence(locale, words(raised))}"
            return code, "\n".join(
                [head, *(sentence(locale, line, AUDIT) for line in list(lines(raised))[:MOST_LINES])]
            )
    return None


def _barred(raised: OSError) -> str:
    """A file or a folder that the machine does not let us use."""
    if isinstance(raised, IsADirectoryError):
        return "is a folder; name the file in it"
    return f"can't be opened ({raised.strerror}); let the user who runs kocbot write there, or name another place"
