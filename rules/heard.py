"""What people say in talk, as far as rules listen for it: words, so they stand in a file of their own, `rules/heard.toml`."""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_suffix(".toml")


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(FILE.read_text("utf-8"))


def heard(where: str, what: str) -> str:
    """The words of one list, with spaces between them; read from the file once."""
    return " ".join(_lists()[where][what])
