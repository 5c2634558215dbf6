"""The migrations: `0001_first.sql` is for every engine, `0001_first.sqlite.sql` for the one it names."""

from functools import cache
from importlib import resources

from storage.engine.dialect import declared
from storage.engine.engine import TooNew


@cache
def migrations(engine: str) -> tuple[tuple[int, str], ...]:
    """Number and SQL of each migration for that engine, oldest first; what is common stands before what is its own."""
    found: dict[int, str] = {}
    folder = resources.files("storage") / "migrations"
    files = [file for file in folder.iterdir() if file.name.endswith(".sql") and _own(file.name) in ("", engine)]
    for file in sorted(files, key=lambda file: (file.name[:4], _own(file.name))):
        text = file.read_text("utf-8")
        shared = engine == "postgres" and not _own(file.name)
        number = int(file.name[:4])
        found[number] = found.get(number, "") + (declared(text) if shared else text)
    return tuple(found.items())


def common() -> str:
    """What all engines share of the schema, oldest first."""
    texts = (resources.files("storage") / "migrations" / name for name in sorted(_names()) if not _own(name))
    return "".join(text.read_text("utf-8") for text in texts)


def _names() -> list[str]:
    return [file.name for file in (resources.files("storage") / "migrations").iterdir() if file.name.endswith(".sql")]


def _own(name: str) -> str:
    """The engine that a file is for; nothing: for each."""
    return name.removesuffix(".sql").partition(".")[2]


def missing(engine: str, found: int) -> tuple[tuple[int, str], ...]:
    """What a database of schema `found` still lacks. Raises TooNew."""
    known = migrations(engine)
    if found > known[-1][0]:
        raise TooNew(found, known[-1][0])
    return tuple((number, sql) for number, sql in known if number > found)
