"""All that is kept about somebody, as a file: for programs under stable names, with headings for people."""

import base64
import json
from collections.abc import Iterator, Mapping
from functools import cache

from messages.renderer import Speech
from rules.mydata import MyData, Omission, Part
from rules.sheets import iso

MOMENTS = frozenset({"at", "until", "since", "expires", "deadline", "first_seen"})


def as_file(data: MyData, locale: str) -> str:
    """The file: each kind of row under a heading, one row a line, and at its end what is left out and why."""
    parts = ",\n".join(_part(part, locale) for part in data.parts)
    omitted = ",\n".join(_omission(one, locale) for one in data.omitted)
    return f'{{"at": {_json(iso(data.at))},\n"kept": [\n{parts}\n],\n"not_in_here": [\n{omitted}\n]}}\n'


def _part(part: Part, locale: str) -> str:
    head = {"what": _label(locale, f"table_{part.table}"), "table": part.table, "you_are": part.role, "cut": part.cut}
    rows = ",\n".join(_rows(part.rows))
    return f'{_json(head)[:-1]}, "rows": [\n{rows}\n]}}'


def _rows(rows: tuple[Mapping[str, object], ...]) -> Iterator[str]:
    for row in rows:
        yield "  " + _json({name: _cell(name, cell) for name, cell in row.items()})


def _cell(name: str, cell: object) -> object:
    if isinstance(cell, bytes):
        return base64.b64encode(cell).decode("ascii")
    if isinstance(cell, int) and (name in MOMENTS or name.endswith(("_at", "_until", "_since"))):
        return iso(cell)
    return cell


def _omission(one: Omission, locale: str) -> str:
    what = {"what": _label(locale, f"table_{one.table}"), "table": one.table, "you_are": one.role}
    return _json({**what, "why": _label(locale, f"untold_{one.why.value}")})


def _label(locale: str, name: str) -> str:
    return _speech().label(locale, f"mydata/{name}")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@cache
def _speech() -> Speech:
    """These labels speak of nothing that differs from brand to brand."""
    return Speech("UTC", "")
