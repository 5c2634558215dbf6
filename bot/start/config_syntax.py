"""What is wrong with a file that is no TOML: where, and what to do about it, in words of our own."""

import re
import tomllib

from bot.start.config_lines import called, line_of, written_at

Flaw = tuple[int, str, str]

_AT_LINE = re.compile(r"at line (\d+)")
_CHINESE = re.compile("[\u201c\u201d\u2018\u2019\uff1d\u3010\u3011\uff0c\uff3b\uff3d]")
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|#.*')
_TWICE = ("Cannot overwrite", "Cannot declare", "Duplicate", "Cannot redefine", "Cannot mutate")
AGAIN = "stands here a second time; keep one of them"
_INLINE = re.compile(r"inline table key '([^']*)'")
_SAID = re.compile(r"^[^=]*=\s*(.*)$")
_DECIMAL = re.compile(r"-?\d+,\d+")
_UNIT = re.compile(r"-?\d[\d.]*\s*[^\W\d_]+")
OPEN_ENDED = "(at end of document)"
NO_BRACKET = "a [ list is not closed"
NO_END = 'a text over several lines has no closing """'
UNQUOTED = "there is no value we can read; text needs quotes, a list needs [ ]"
_TIMES = re.compile(r"[\d*][\d*/,-]*(\s+\S+){4}")
_KINDS = (
    (("Unterminated string", "Illegal character", 'Expected "\'"', "Expected '\"'"), "a text has no closing quote"),
    (("Expected '='",), "there must be a = between key and value"),
    (("table declaration", "array declaration"), "a heading must end with ], those of several tables with ]]"),
    (("Unclosed array",), NO_BRACKET),
    (("Expected newline",), "a line holds one setting; what follows it belongs on a line of its own"),
    (
        ("Unescaped", "Invalid hex", "Escaped character"),
        "a \\ in quotes begins a code; write \\\\ for the sign itself, or use single quotes",
    ),
    (
        ("Invalid initial character", "Invalid statement"),
        "the name of a setting is written with letters, digits, - and _",
    ),
    (("Invalid value", "Invalid date"), UNQUOTED),
)


def wrong_with(text: str, error: tomllib.TOMLDecodeError, begun: int = 1) -> Flaw:
    """The line, from 1, what it is about, and what is allowed there, of a setting that was begun in that line."""
    lines = text.splitlines() or [""]
    if str(error).endswith(OPEN_ENDED) and (remedy := _unclosed("\n".join(lines[begun - 1 :]))):
        return begun, "syntax", remedy
    if any(part in str(error) for part in _TWICE):
        return _twice(text, line_in(lines, error), error)
    line, remedy = _unread(lines, error)
    return line, "syntax", remedy


def _unclosed(text: str) -> str | None:
    """What was begun and goes on beyond the end, however much of the file that may be."""
    if any(text.count(quotes) % 2 for quotes in ('"""', "'''")):
        return NO_END
    said = _TEXT.sub("", text)
    return NO_BRACKET if said.count("[") > said.count("]") else None


def _twice(text: str, line: int, error: tomllib.TOMLDecodeError) -> Flaw:
    """A heading or a key that stands somewhere above already, be it in a table on one line."""
    begun, path = written_at(text, line)
    inline = _INLINE.search(str(error))
    if inline:
        return begun, ".".join((_named(path), *inline.groups())), AGAIN
    first = line_of("\n".join(text.splitlines()[: begun - 1]), path)
    known = written_at(text, first)[1] == path
    return begun, _named(path), f"stands in line {first} already; keep one of them" if known else AGAIN


def _named(path: tuple[str, ...]) -> str:
    """Tables by their places, counted from one; the key is as it is written, also where it is a number."""
    return ".".join((called(path[:-1]), *path[-1:])).removeprefix(".")


def _unread(lines: list[str], error: tomllib.TOMLDecodeError) -> tuple[int, str]:
    line = line_in(lines, error)
    if _CHINESE.search(_TEXT.sub("", lines[line - 1])):
        return line, 'is written with Chinese quotes or signs; use plain " = [ ] , instead'
    if remedy := _nearly(_SAID.sub(r"\1", _TEXT.sub("", lines[line - 1])).strip()):
        return line, remedy
    for parts, remedy in _KINDS:
        if any(part in str(error) for part in parts):
            return line, remedy
    return line, f"is not written as TOML ({error})"


def _nearly(value: str) -> str | None:
    """How a value is written that people write otherwise: with a comma, a capital letter, Chinese digits, a unit."""
    if _DECIMAL.fullmatch(value):
        return "a decimal number is written with a point, such as 0.5"
    if _TIMES.fullmatch(value):
        return UNQUOTED
    if value.casefold() in ("true", "false", "yes", "no", "on", "off"):
        return "yes and no are written true and false, in small letters"
    if _UNIT.fullmatch(value):
        return "a number stands alone, without a unit, such as 5"
    return "a number is written in plain digits, such as 5" if value.isnumeric() else None


def line_in(lines: list[str], error: tomllib.TOMLDecodeError) -> int:
    """The line, from 1, at which reading came to an end."""
    found = _AT_LINE.search(str(error))
    return min(int(found[1]) if found else _last(lines), len(lines))


def _last(lines: list[str]) -> int:
    """The last line that says something: where the file ended too early."""
    return max((number for number, line in enumerate(lines, 1) if line.strip()), default=1)
