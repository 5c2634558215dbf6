"""Headings of a form as people set them: `【标题】`, `📌 标题：`, `标题（必填）：`, a cell of a spreadsheet, another colon."""

import re
from collections.abc import Mapping

from msgspec import Struct

from rules.reading.form_fields import Field, Form, Shape, Vocabulary
from rules.reading.visible import is_picture

_COLON = ":：∶︰﹕"
_PLAIN = re.compile(r"\s*([^:：]{1,30}?)\s*[:：]\s*(.*)")
_MARK = re.compile(r"(?:\d{1,2}\s*[.、):)]|[-*•·])\s*")
# What may stand around the name of a field, and behind it in brackets.
_AROUND = "*_#>~`\"'“”「」『』【】[]《》|·•●■◆▶►-–— \t\u3000\ufe0f\u200d\u20e3"
_BESIDE = re.compile(r"\s*[(（][^()（）]{1,30}[)）]\s*\Z")
_WRAPPED = re.compile(
    rf"(?P<name>\s*[\W_]{{0,6}}[【\[「《][^】\]」》]{{1,20}}[】\]」》])\s*[{_COLON}]?\s*(?P<value>.*)"
)
_PARTED = re.compile(rf"(?P<name>[^{_COLON}]{{1,40}}?)\s*[{_COLON}][{_COLON}\s]*(?P<value>.*)")
_CELL = re.compile(r"(?P<name>[^\t]{1,30}?)[\t =＝]*[\t=＝]\s*(?P<value>.*)")
_ROW = re.compile(r"\s*\|(?P<name>[^|]{1,30})\|\s*(?P<value>[^|]*?)\s*\|?\s*")
_STRONG = (_WRAPPED, _PARTED, _CELL, _ROW)
# A sentence may begin like this as well.
_WEAK = re.compile(
    r"(?P<name>(?:\W{1,6}\s)?[^\s;；]{1,20}?)(?:\s*[;；]\s*|\s+(?:[-–—]+>?|→)\s*|\s*(?:——|→)\s*|\s+)(?P<value>\S.*)"
)
_NOTHING = "-–—→>;； \t"
_ALONE_MOST = 20
_FENCE = re.compile(r"\s*`{3}\w*\s*")
_QUOTED = re.compile(r"\s*>\s?")
_FLOWING = (Shape.TEXT, Shape.LINES)


class Heading(Struct, frozen=True):
    """The field whose name a line begins with, the name as it was typed, and what follows. `plain`: with a colon, as forms have it;
    `weak`: parted by nothing that a sentence could not have there.
    """

    field: str
    name: str
    value: str
    plain: bool = False
    weak: bool = False


def heading_of(line: str, vocabulary: Vocabulary) -> Heading | None:
    """The heading that a line is, however it is set."""
    found = _PLAIN.fullmatch(line)
    if found and not found[2].startswith(tuple(_COLON)) and (field := vocabulary.field_called(_bare_mark(found[1]))):
        return Heading(field, found[1], found[2], plain=True)
    for pattern in (*_STRONG, _WEAK):
        found = pattern.fullmatch(line)
        name = _name(found["name"]) if found else ""
        if found and name and (field := vocabulary.field_called(name)):
            value = found["value"].lstrip("*_ ") if "*" in line[: found.end("name") + 1] else found["value"]
            value = "" if not value.strip(_NOTHING) else value.strip('"') if "\t" in line else value
            return Heading(field, name, value, weak=pattern is _WEAK)
    name = _name(line.strip(_NOTHING)) if len(line) <= _ALONE_MOST else ""
    alone = vocabulary.field_called(name) if name else None
    return Heading(alone, name, "", weak=True) if alone else None


def tidied(form: Form, text: str, vocabulary: Vocabulary) -> str:
    """The text of a form with its headings as forms have them, line by line.

    Within a text or a list only the headings count that are set as the form's first one is, for people set off lines of
    their own with emoji and brackets too.
    """
    parts = {part.name: part for part in form}
    lines = _unwrapped(text.splitlines())
    found = [_known(parts, line, vocabulary) for line in lines]
    first = next((one for one in found if one), None)
    if first is None or all(one is None or one.plain for one in found):
        return _joined(parts, lines, found) if first else text
    flowing = False
    for at, one in enumerate(found):
        if one is None:
            continue
        if flowing and not _as_first(one, first):
            found[at] = None
            continue
        flowing = parts[one.field].shape in _FLOWING
        if not one.plain:
            colon = ": " if one.name.isascii() else "："
            lines[at] = f"{one.name}{colon}{one.value}".rstrip()
    return _joined(parts, lines, found)


def _as_first(one: Heading, first: Heading) -> bool:
    return one.plain or (not first.plain and (first.weak or not one.weak))


def _known(parts: Mapping[str, Field], line: str, vocabulary: Vocabulary) -> Heading | None:
    found = heading_of(line, vocabulary)
    return found if found and found.field in parts else None


def _joined(parts: Mapping[str, Field], lines: list[str], found: list[Heading | None]) -> str:
    """What stands on the line below the name of a field that takes one stands beside it."""
    for at, one in enumerate(found):
        if one is None or one.value.strip() or parts[one.field].shape in _FLOWING:
            continue
        below = next((n for n in range(at + 1, len(lines)) if lines[n].strip()), None)
        if below is not None and found[below] is None:
            lines[at], lines[below] = f"{lines[at].rstrip()}{lines[below].strip()}", ""
    return "\n".join(lines)


def _unwrapped(lines: list[str]) -> list[str]:
    """Without what marks all of it as quoted or as code."""
    if sum(map(bool, map(_FENCE.fullmatch, lines))) in (1, 2):
        lines = ["" if _FENCE.fullmatch(line) else line for line in lines]
    held = [line for line in lines if line.strip()]
    if held and all(_QUOTED.match(line) for line in held):
        return [_QUOTED.sub("", line, count=1) for line in lines]
    return lines


def _bare_mark(name: str) -> str:
    return _MARK.sub("", name, count=1)


def _name(written: str) -> str:
    """The name without what was put around it."""
    said = _BESIDE.sub("", "".join(char for char in written if not is_picture(char)).strip(_AROUND))
    return _bare_mark(said.strip(_AROUND)).strip(_AROUND)
