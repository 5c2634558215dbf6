"""Finds the line of a key in a TOML file, for error messages; tomllib does not tell."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from rules.programme.programme import AGREEING

_TABLE = re.compile(r"^\s*\[\[?\s*([^\]\",]+?)\s*\]\]?\s*(?:#.*)?$")  # not a list within a list

_KEY = re.compile(r"^\s*([\w\"'.-]+)\s*=")


def fault_line(text: str, raw: Mapping[str, Any], path: Sequence[str]) -> int:
    """The line where a fault at `path` was made.

    What the file leaves to the defaults was right until the file wrote what has to agree with it: there it is mended.
    """
    beside = (
        other for section, other in AGREEING if _shared(section, path) == len(section) and not _says(raw, section)
    )
    return line_of(text, next(beside, path))


def called(path: Sequence[str], raw: object = None) -> str:
    """A path as people read it: what stands in a list has its place there, counted from one as they count."""
    names = []
    for name in path:
        listed = name.isdigit() and not isinstance(raw, Mapping)
        names.append(str(int(name) + 1) if listed else name)
        raw = _below(raw, name)
    return ".".join(names)


def _below(raw: object, name: str) -> object:
    if isinstance(raw, Mapping):
        return raw.get(name)
    return raw[int(name)] if isinstance(raw, list) and name.isdigit() and int(name) < len(raw) else None


def _says(raw: object, path: Sequence[str]) -> bool:
    if not path:
        return True
    return isinstance(raw, Mapping) and path[0] in raw and _says(raw[path[0]], path[1:])


def line_of(text: str, path: Sequence[str]) -> int:
    """The 1-based line where the key at `path` stands, else its table's, else 1."""
    table: list[str] = []
    best, depth = 1, 0
    index: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        header = _TABLE.match(line)
        if header:
            name = header[1]
            table = list(_parts(name))
            if line.lstrip().startswith("[["):
                table.append(str(index.setdefault(name, 0)))
                index[name] += 1
            here = table
        else:
            key = _KEY.match(line)
            if not key:
                continue
            here = [*table, *_parts(key[1])]
        shared = _shared(here, path)
        if shared > depth and shared == len(here):
            best, depth = number, shared
    return best


def written_at(text: str, line: int) -> tuple[int, tuple[str, ...]]:
    """What is written on that 1-based line, or was begun above it: the line of its heading or key, and the key's path."""
    table: tuple[str, ...] = ()
    found: tuple[int, tuple[str, ...]] = (line, ())
    tables: Counter[str] = Counter()
    for number, said in enumerate(text.splitlines()[:line], 1):
        if header := _TABLE.match(said):
            place = (str(tables[header[1]]),) if said.lstrip().startswith("[[") else ()
            tables[header[1]] += len(place)
            table = (*_parts(header[1]), *place)
            found = number, table
        elif key := _KEY.match(said):
            found = number, (*table, *_parts(key[1]))
    return found


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))


def _shared(here: Sequence[str], path: Sequence[str]) -> int:
    shared = 0
    for ours, theirs in zip(here, path, strict=False):
        if ours != theirs:
            break
        shared += 1
    return shared
