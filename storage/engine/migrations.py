"""The migrations: `0001_first.sql` is for every engine, `0001_first.sqlite.sql` for the one it names."""

from functools import cache
from importlib import resources

from storage.engine.engine import TooNew


@cache
def migrations(engine: str) -> tuple[tuple[int, str], ...]:
    """Number and SQL of each migration for that engine, oldest first; what is common stands before what is its own."""
    found: dict[int, str] = {}
    for name, own in sorted((name, own) for name in _names() if (own := _own(name)) in ("", engine)):
        number = int(name[:4])
        text = (resources.files("storage") / "migrations" / name).read_text("utf-8")
        found[number] = found.get(number, "") + text if own else text + found.get(number, "")
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
