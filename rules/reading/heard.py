"""What people say in talk, as far as rules listen for it: words, so they stand in `heard.toml` beside this."""

import re
import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_suffix(".toml")
_NAMED = re.compile(r"<([a-z_]+)>")


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(FILE.read_text("utf-8"))


def heard(where: str, what: str) -> str:
    """The words of one list, with spaces between them; read from the file once."""
    return " ".join(_lists()[where][what])


def called(where: str) -> dict[str, tuple[str, ...]]:
    """What each thing of a section is called, for a section whose lists are named after what they mean."""
    return {what: tuple(words) for what, words in _lists()[where].items()}


def pattern(where: str, what: str) -> str:
    """A list whose entries are patterns, as one pattern for any of them; `<other>` stands for the list of that name."""
    return "|".join(_NAMED.sub(lambda name: f"(?:{pattern(where, name[1])})", one) for one in _lists()[where][what])
