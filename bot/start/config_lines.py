"""Finds the line of a key in a TOML file, for error messages; tomllib does not tell."""

import re
from collections.abc import Sequence

_TABLE = re.compile(r"^\s*\[\[?\s*([^\]]+?)\s*\]\]?")


def line_of(text: str, path: Sequence[str]) -> int:
    """The 1-based line where the key at `path` stands, else its table's, else 1."""
    table: list[str] = []
    best, depth = 1, 0
    index: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        header = _TABLE.match(line)
        if header:
            name = header[1]
            table = [part.strip().strip("\"'") for part in name.split(".")]
            if line.lstrip().startswith("[["):
                table.append(str(index.setdefault(name, 0)))
                index[name] += 1
            here = table
        else:
            key = re.match(r"^\s*([\w\"'.-]+)\s*=", line)
            if not key:
                continue
            here = [*table, *(part.strip("\"'") for part in key[1].split("."))]
        shared = _shared(here, path)
        if shared > depth and shared == len(here):
            best, depth = number, shared
    return best


def _shared(here: Sequence[str], path: Sequence[str]) -> int:
    shared = 0
    for ours, theirs in zip(here, path, strict=False):
        if ours != theirs:
            break
        shared += 1
    return shared
