"""One bot per database: a lock file refuses the second."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Running(Exception):
    """Another process holds the lock at `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@contextmanager
def only_one(database: Path) -> Iterator[None]:
    """Hold the lock beside the database. The system frees it however the process ends. Raises Running."""
    path = database.with_name(database.name + ".lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Running(path) from None
        yield
