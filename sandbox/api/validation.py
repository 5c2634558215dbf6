"""Every request judged by the machine-readable Bot API: names, types, lengths. Compiled once per method."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypedDict

from sandbox.api.params import Upload
from sandbox.api.words import EMPTY, EMPTY_IN, INVALID
from sandbox.text.entities import units
from sandbox.world.refusals import bad_request

Check = Callable[[object, str], object]
Values = dict[str, object]


class FieldSpec(TypedDict, total=False):
    """One parameter or field: types, whether required, a constant, bounds of its length."""

    t: list[str]
    r: int
    const: str
    len: tuple[int, int, str, int]


class TypeSpec(TypedDict, total=False):
    """One type or method."""

    fields: dict[str, FieldSpec]
    subtypes: list[str]
    returns: list[str]


class Spec(TypedDict):
    """The whole Bot API."""

    version: str
    methods: dict[str, TypeSpec]
    types: dict[str, TypeSpec]


SPEC: Spec = json.loads((Path(__file__).parent / "botapi-spec.min.json").read_text("utf-8"))
UPDATE_KINDS = frozenset(SPEC["types"]["Update"]["fields"]) - {"update_id"}
SCALARS = ("Integer", "String", "Boolean", "Float", "InputFile")
TRUE, FALSE = ("true", "yes", "1"), ("false", "no", "0")


class Mismatch(Exception):
    """A value of another type than wanted; the text says where and what."""


class MethodCheck:
    """Judges the parameters of one method."""

    def __init__(self, name: str, spec: TypeSpec) -> None:
        self.name = name
        self.checks = {field: _top_check(spec["fields"][field]) for field in spec["fields"]}
        self.required = tuple(field for field, about in spec["fields"].items() if about.get("r"))

    def __call__(self, given: dict[str, object], *, strict: bool) -> Values:
        """The parameters in their proper types; raises Refused."""
        values: Values = {}
        for field, value in given.items():
            check = self.checks.get(field)
            if check is None:
                if strict and not isinstance(value, Upload):
                    raise bad_request(f'method {self.name} has no parameter "{field}"')
                continue
            try:
                values[field] = check(value, field)
            except Mismatch as wrong:
                raise bad_request(INVALID.get((self.name, field)) or INVALID.get(("*", field)) or str(wrong)) from None
        for field in self.required:
            if field not in values:
                known = EMPTY_IN.get((self.name, field)) or EMPTY.get(field)
                raise bad_request(known or f'parameter "{field}" is required')
        return values


def _top_check(spec: FieldSpec) -> Check:
    inner = _check(tuple(spec["t"]), _bounds(spec))
    if spec["t"] == ["Integer"]:
        return _top_integer
    if spec["t"] == ["Boolean"]:
        return _top_boolean
    if spec["t"] == ["Float"]:
        return _top_float
    if spec["t"] == ["Integer", "String"]:
        return _top_place
    if all(kind in SCALARS for kind in spec["t"]):
        return inner

    def parsed(value: object, where: str) -> object:
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                raise Mismatch(f"can't parse {where} JSON object") from None
        return inner(value, where)

    return parsed


def _top_integer(value: object, where: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    try:
        return int(value) if isinstance(value, str) and value.strip() == value else _wrong(where, "an Integer")
    except ValueError:
        return _wrong(where, "an Integer")


def _top_boolean(value: object, where: str) -> bool:
    if isinstance(value, bool):
        return value
    word = value.lower() if isinstance(value, str) else ""
    if word in TRUE:
        return True
    return False if word in FALSE else bool(_wrong(where, "a Boolean"))


def _top_float(value: object, where: str) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    try:
        return float(value) if isinstance(value, str) else _wrong(where, "a Float")
    except ValueError:
        return _wrong(where, "a Float")


def _top_place(value: object, where: str) -> int | str:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str):
        return _wrong(where, "an Integer or String")
    return int(value) if value.lstrip("-").isdigit() else value


def _wrong(where: str, wanted: str) -> int:
    raise Mismatch(f'parameter "{where}" must be {wanted}')


@cache
def _check(kinds: tuple[str, ...], length: tuple[int, int, str, int] | None = None) -> Check:
    """A check for a field that may have any of these types."""
    plain = tuple(kind for kind in kinds if kind in SCALARS)
    arrays = tuple(kind.removeprefix("Array of ") for kind in kinds if kind.startswith("Array of "))
    objects = tuple(kind for kind in kinds if kind not in plain and not kind.startswith("Array of "))

    def check(value: object, where: str) -> object:
        if isinstance(value, dict) and objects:
            return _object_check(objects)(value, where)
        if isinstance(value, list) and arrays:
            inner = _check(arrays)
            return [inner(item, f"{where}[{n}]") for n, item in enumerate(value)]
        return _scalar(value, where, plain, length) if plain else _wrong(where, " or ".join(kinds))

    return check


def _scalar(value: object, where: str, kinds: tuple[str, ...], length: tuple[int, int, str, int] | None) -> object:
    if isinstance(value, str) and ("String" in kinds or "InputFile" in kinds):
        _fits(value, where, length)
        return value
    if isinstance(value, bool):
        return value if "Boolean" in kinds else _wrong(where, _one_of(kinds))
    if isinstance(value, int) and ("Integer" in kinds or "Float" in kinds):
        return value
    if isinstance(value, float) and "Float" in kinds:
        return value
    if isinstance(value, Upload) and "InputFile" in kinds:
        return value
    return _wrong(where, _one_of(kinds))


def _one_of(kinds: tuple[str, ...]) -> str:
    return " or ".join(("an " if kind[0] in "AI" else "a ") + kind for kind in kinds)


def _fits(value: str, where: str, length: tuple[int, int, str, int] | None) -> None:
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise bad_request("strings must be encoded in UTF-8") from None
    if length is None or length[3]:
        return
    size = len(value.encode()) if length[2] == "bytes" else units(value)
    if not length[0] <= size <= length[1]:
        name = where.rpartition(".")[2]
        known = INVALID.get(("length", name))
        raise Mismatch(known or f"{name} must have {length[0]} to {length[1]} {length[2]}")


@cache
def _object_check(names: tuple[str, ...]) -> Check:
    """A check for an object of one of these types, told apart by their constants, then by their fields."""
    concrete = tuple(dict.fromkeys(name for given in names for name in _concrete(given)))

    def check(value: object, where: str) -> object:
        if not isinstance(value, dict):
            return _wrong(where, " or ".join(concrete))
        fitting = [name for name in concrete if _could_be(name, value)]
        if not fitting:
            return _wrong(where, f"one of {', '.join(concrete)}")
        failure = Mismatch("")
        for name in fitting:
            try:
                return _fields_check(name)(value, where)
            except Mismatch as wrong:
                failure = wrong
        raise failure

    return check


def _concrete(name: str) -> tuple[str, ...]:
    subtypes = SPEC["types"][name].get("subtypes")
    if not subtypes:
        return (name,)
    return tuple(inner for sub in subtypes if sub in SPEC["types"] for inner in _concrete(sub))


def _could_be(name: str, value: dict[str, object]) -> bool:
    fields = SPEC["types"][name]["fields"]
    constants = {field: about["const"] for field, about in fields.items() if "const" in about}
    if constants:
        return all(value.get(field) == const for field, const in constants.items())
    return all(field in value for field, about in fields.items() if about.get("r"))


@cache
def _fields_check(name: str) -> Check:
    fields = SPEC["types"][name]["fields"]
    checks = {field: _check(tuple(about["t"]), _bounds(about)) for field, about in fields.items()}
    required = tuple(field for field, about in fields.items() if about.get("r"))

    def check(value: object, where: str) -> object:
        if not isinstance(value, dict):
            return _wrong(where, name)
        for field, inner in value.items():
            if field not in checks:
                raise Mismatch(f'{name} has no field "{field}" (in {where})')
            checks[field](inner, f"{where}.{field}")
        for field in required:
            if field not in value:
                raise Mismatch(f'{name} needs the field "{field}" (in {where})')
        return value

    return check


def _bounds(about: FieldSpec) -> tuple[int, int, str, int] | None:
    length = about.get("len")
    return None if length is None else (length[0], length[1], length[2], length[3])


def conforms(value: object, *kinds: str) -> object:
    """A value that the Bot API gives out, judged as one of these types; raises Mismatch."""
    return _check(kinds)(value, kinds[0])


METHOD_CHECKS = {name.lower(): MethodCheck(name, spec) for name, spec in SPEC["methods"].items()}
