"""What is wrong with a file that is no TOML: where, and what to do about it, in words of our own."""

import re
import tomllib

_AT_LINE = re.compile(r"at line (\d+)")
_CHINESE = re.compile("[\u201c\u201d\u2018\u2019\uff1d\u3010\u3011\uff0c\uff3b\uff3d]")
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|#.*')
_KINDS = (
    (("Unterminated string", "Illegal character", 'Expected "\'"', "Expected '\"'"), "a text has no closing quote"),
    (("Expected '='",), "there must be a = between key and value"),
    (
        ("Cannot overwrite", "Cannot declare", "Duplicate", "Cannot redefine", "Cannot mutate"),
        "stands here a second time; keep one of them",
    ),
    (("table declaration", "array declaration"), "a heading must end with ], those of several tables with ]]"),
    (("Unclosed array",), "a [ list is not closed"),
    (("Expected newline",), "a line holds one setting; what follows it belongs on a line of its own"),
    (
        ("Unescaped", "Invalid hex", "Escaped character"),
        "a \\ in quotes begins a code; write \\\\ for the sign itself, or use single quotes",
    ),
    (
        ("Invalid initial character", "Invalid statement"),
        "the name of a setting is written with letters, digits, - and _",
    ),
    (("Invalid value", "Invalid date"), "there is no value we can read; text needs quotes, a list needs [ ]"),
)


def wrong_with(text: str, error: tomllib.TOMLDecodeError) -> tuple[int, str]:
    """The line, from 1, and what is allowed there."""
    lines = text.splitlines() or [""]
    found = _AT_LINE.search(str(error))
    line = min(int(found[1]) if found else _last(lines), len(lines))
    if _CHINESE.search(_TEXT.sub("", lines[line - 1])):
        return line, 'is written with Chinese quotes or signs; use plain " = [ ] , instead'
    for parts, remedy in _KINDS:
        if any(part in str(error) for part in parts):
            return line, remedy
    return line, f"is not written as TOML ({error})"


def _last(lines: list[str]) -> int:
    """The last line that says something: where the file ended too early."""
    return max((number for number, line in enumerate(lines, 1) if line.strip()), default=1)
