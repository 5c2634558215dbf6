"""Which engine an address means."""

from pathlib import Path

from storage.engine.engine import Engine
from storage.engine.sqlite import Sqlite


def engine_at(address: Path | str, cache_mb: int = 16) -> Engine:
    """The engine for a file's path."""
    return Sqlite(address, cache_mb)
