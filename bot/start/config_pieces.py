"""A file read piece by piece: what is no TOML is told and left out, so that all the rest is looked at as well."""

import re
import tomllib
from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct

from bot.start.config_lines import written_at
from bot.start.config_syntax import NO_END, Flaw, line_in, wrong_with

MOST_FLAWS = 50
NOBODY_KNOWS = ""
ONE_OF_MANY = "must be tables, each headed [[{}]]"
_HEADING = re.compile(r"\s*[\[【［]")
_NAMED = re.compile(r"\s*([\[【［]{1,2})\s*([\w.-]+)", re.ASCII)
_BEGINS = re.compile(r"\s*(\[\[?\s*[\w.-]+\s*\]?\]?\s*(#.*)?$|[\w.-]+\s*=)", re.ASCII)
_SAID_TWICE = "Cannot overwrite"


class Read(Struct, frozen=True):
    """What a file says as far as it can be read, what is wrong with how it is written, and the sections of which something
    is not known by that; NOBODY_KNOWS is among them where not even the section is. In `text` headings are set right.
    """

    raw: dict[str, Any]
    flaws: tuple[Flaw, ...]
    dark: frozenset[str]
    text: str


def read(text: str, many: Collection[str]) -> Read:
    """Read the text; `many` are sections of which each piece is headed [[...]]. What is written twice counts as it stood first."""
    return _Pieces(text.splitlines(), many).read()


class _Pieces:
    """The lines that are left, and what was found in those that are not."""

    def __init__(self, lines: list[str], many: Collection[str]) -> None:
        self._lines, self._many, self._headed = lines, many, list(lines)
        self._flaws: list[Flaw] = []
        self._dark: set[str] = set()
        self._more: list[dict[str, Any]] = []

    def read(self) -> Read:
        while True:
            try:
                raw = tomllib.loads(_joined(self._lines))
                break
            except tomllib.TOMLDecodeError as wrong:
                if len(self._flaws) >= MOST_FLAWS:
                    raw, self._dark = {}, {NOBODY_KNOWS}
                    break
                self._leave_out(wrong)
        for more in self._more:
            _add(raw, more)
        return Read(raw, tuple(sorted(set(self._flaws))), frozenset(self._dark), _joined(self._headed))

    def _leave_out(self, wrong: tomllib.TOMLDecodeError) -> None:
        """The piece in which reading came to its end is told, and goes."""
        begin = self._begun(line_in(self._lines, wrong) - 1)
        if _HEADING.match(self._lines[begin]):
            self._heading(begin, wrong)
        else:
            self._setting(begin, wrong)

    def _begun(self, at: int) -> int:
        """The line, from 0, of the piece that is wrong: what stands above it can be read."""
        before = [n for n in range(at) if _BEGINS.match(self._lines[n])]
        return next((n for n in (at, *reversed(before)) if _reads(self._lines[:n])), 0)

    def _setting(self, begin: int, wrong: tomllib.TOMLDecodeError) -> None:
        end = self._end(begin, _BEGINS)
        flaw = self._wrong_until(end, begin) or wrong_with(_joined(self._lines), wrong)
        self._flaws.append(flaw)
        if not str(wrong).startswith(_SAID_TWICE):
            self._dark.add(self._section(begin))
        if flaw[2] == NO_END:  # where it ends nobody knows: a line of it may look like a setting
            end = self._end(begin, _HEADING)
        self._blank(begin, end)

    def _wrong_until(self, end: int, begin: int) -> Flaw | None:
        """What is wrong with the piece by itself, whatever follows it."""
        piece = _joined(self._lines[:end])
        try:
            tomllib.loads(piece)
        except tomllib.TOMLDecodeError as wrong:
            return wrong_with(piece, wrong, begin + 1)
        return None

    def _heading(self, begin: int, wrong: tomllib.TOMLDecodeError) -> None:
        """One that is misspelt is set right; a second one of its name holds more of the same section."""
        line, end = self._lines[begin], self._end(begin, _HEADING)
        named = _NAMED.match(line)
        right = "" if named is None else f"[{named[2]}]" if len(named[1]) == 1 else f"[[{named[2]}]]"
        if named and line.partition("#")[0].strip() != right and _reads([*self._lines[:begin], right]):
            self._flaws.append(wrong_with(_joined(self._lines), wrong))
            self._lines[begin] = self._headed[begin] = right
            return
        if named and len(named[1]) == 1 and named[2] in self._many:
            self._flaws.append((begin + 1, named[2], ONE_OF_MANY.format(named[2])))
            self._dark.add(named[2])
        else:
            self._flaws.append(wrong_with(_joined(self._lines), wrong))
            self._part(begin, end, named[2] if named else NOBODY_KNOWS)
        self._blank(begin, end)

    def _part(self, begin: int, end: int, name: str) -> None:
        """What stands below a heading that can't stay is read by itself."""
        if not name or not _reads([self._lines[begin]]):
            self._dark.add(name.partition(".")[0])
            return
        part = _Pieces([*[""] * begin, *self._lines[begin:end]], self._many).read()
        self._flaws += part.flaws
        self._dark |= part.dark
        self._more.append(part.raw)

    def _section(self, at: int) -> str:
        path = written_at(_joined(self._lines), at + 1)[1]
        return path[0] if path else NOBODY_KNOWS

    def _end(self, begin: int, mark: re.Pattern[str]) -> int:
        after = (n for n in range(begin + 1, len(self._lines)) if mark.match(self._lines[n]))
        return next(after, len(self._lines))

    def _blank(self, begin: int, end: int) -> None:
        self._lines[begin:end] = [""] * (end - begin)


def _joined(lines: list[str]) -> str:
    return "\n".join(lines)


def _reads(lines: list[str]) -> bool:
    try:
        tomllib.loads(_joined(lines))
    except tomllib.TOMLDecodeError:
        return False
    return True


def _add(raw: dict[str, Any], more: dict[str, Any]) -> None:
    """What stood first counts."""
    for key, value in more.items():
        here = raw.setdefault(key, value)
        if here is not value and isinstance(here, dict) and isinstance(value, dict):
            _add(here, value)


class Known:
    """Which faults can honestly be told of a file that could not be read whole: what was left out may have said what is missed."""

    def __init__(self, read: Read, agreeing: Collection[tuple[Sequence[str], Sequence[str]]]) -> None:
        self._read = read
        self._unsure = [own for own, other in agreeing if {other[0], NOBODY_KNOWS} & read.dark]

    def tells(self, path: Sequence[str]) -> bool:
        """Whether that is a fault whatever the rest says."""
        if any(tuple(path[: len(own)]) == tuple(own) for own in self._unsure):
            return False
        return not {path[0], NOBODY_KNOWS} & self._read.dark or _stands(self._read.raw, path)


def _stands(raw: Any, path: Sequence[str]) -> bool:
    if not path:
        return True
    if isinstance(raw, list):
        return path[0].isdecimal() and int(path[0]) < len(raw) and _stands(raw[int(path[0])], path[1:])
    return isinstance(raw, dict) and path[0] in raw and _stands(raw[path[0]], path[1:])
