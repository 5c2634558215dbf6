"""Which engine an address means."""

from pathlib import Path

from storage.engine.engine import Engine, NoDriver
from storage.engine.sqlite import Sqlite

SERVER = ("postgresql://", "postgres://")


def engine_at(address: Path | str, cache_mb: int = 16) -> Engine:
    """PostgreSQL for an address that begins so, SQLite for a file's path. Raises NoDriver when psycopg is not installed."""
    if not str(address).startswith(SERVER):
        return Sqlite(address, cache_mb)
    try:
        from storage.engine.postgres import Postgres  # noqa: PLC0415  # an extra, which a default installation lacks
    except ImportError:
        raise NoDriver from None
    return Postgres(str(address))


def key_of(place: Path | str) -> str:
    """Which key of `[storage]` names such a place."""
    return "database" if str(place).startswith(SERVER) else "path"
