"""Every failure of the command line that is expected: its exit code, and the one sentence that says what to do."""

from collections.abc import Callable
from typing import Any

from telegram.error import InvalidToken, NetworkError

from actions.operations.port import Differs, DoesNotAddUp, NotEmpty
from bot import logs
from bot.intake.intake import TokenUsedElsewhere
from bot.start.config import Misconfigured
from bot.upkeep.backup import InTheWay, Unsound
from storage.engine.engine import NoDatabase, NoDriver, Running, StorageError, StorageTrouble, TooNew

DONE, FAILED, MISUSED, UNREACHABLE = 0, 1, 2, 3
MOST_LINES = 20


class OnAServer(Exception):
    """The database is on a server, which has ways of its own to be copied and brought back."""


def _listed(head: str, lines: tuple[str, ...] | list[str]) -> str:
    return "\n".join([head, *lines[:MOST_LINES]])


FAILURES: dict[type[Exception], tuple[int, Callable[[Any], str]]] = {
    Misconfigured: (MISUSED, str),
    NoDatabase: (
        MISUSED,
        lambda raised: f"there is no database at {raised.place} yet: start the bot once, or name another --config",
    ),
    InTheWay: (
        MISUSED,
        lambda raised: f"{raised.path} is there already: name another file, a backup never overwrites",
    ),
    Unsound: (
        FAILED,
        lambda raised: _listed(f"{raised.path} can't be used, and nothing was replaced:", raised.why),
    ),
    OnAServer: (
        MISUSED,
        lambda _: "the database is on a PostgreSQL server: back it up with pg_dump, bring it back with pg_restore",
    ),
    NoDriver: (MISUSED, lambda _: "for a postgresql:// address install kocbot[postgres], which brings psycopg"),
    NotEmpty: (
        MISUSED,
        lambda _: "the target holds data already: name an empty database, nothing was written to this one",
    ),
    DoesNotAddUp: (
        FAILED,
        lambda raised: _listed("the database does not add up, and nothing was carried over:", raised.problems),
    ),
    Differs: (
        FAILED,
        lambda raised: _listed("what arrived is not what was sent, and nothing of it is kept:", raised.what),
    ),
    TooNew: (
        MISUSED,
        lambda raised: (
            f"the database was made by a newer release (schema {raised.found}, this one knows {raised.known})"
        ),
    ),
    Running: (MISUSED, lambda raised: f"another kocbot is running on this database ({raised.lock})"),
    StorageTrouble: (FAILED, lambda raised: f"the database is out of reach for now ({raised})"),
    StorageError: (
        FAILED,
        lambda raised: f"the database can't be read ({raised}); after an update of kocbot start the bot once",
    ),
    InvalidToken: (
        UNREACHABLE,
        lambda _: "Telegram refused the token: get a fresh one from @BotFather and set KOCBOT_TOKEN",
    ),
    TokenUsedElsewhere: (
        UNREACHABLE,
        lambda _: "another process polls with the same token: stop it, or revoke the token at @BotFather",
    ),
    NetworkError: (
        UNREACHABLE,
        lambda raised: (
            f"could not reach Telegram ({logs.scrubbed(str(raised))}): check the network and [telegram] proxy"
        ),
    ),
}


def told(raised: Exception) -> tuple[int, str] | None:
    """Exit code and sentence of a failure, by the nearest of its classes; None for one that nobody expected."""
    for kind in type(raised).__mro__:
        if kind in FAILURES:
            code, sentence = FAILURES[kind]
            return code, sentence(raised)
    return None
