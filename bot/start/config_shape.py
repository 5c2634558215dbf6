"""Lays what a TOML file says over dataclasses, gathering every fault on the way instead of stopping at the first.

What can't be read is noted, and something harmless stands in its place, so that all the rest is looked at as well.
"""

import types
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from difflib import get_close_matches
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from bot.start.config_bounds import NOTHING, out_of_bounds, unfit
from rules.programme.faults import UNREAD, Faulty
from rules.programme.wording import LOCALES, Wording

Path = tuple[str, ...]
WORDED = 'must be text in quotes, or one for each language such as { zh = "新朋友", en = "Newcomer" }'
AT_THE_TOP = "stands in no section; write it at the top of the file, above the first heading"
LACKING = "is missing; it has to stand here"
SCALARS = {
    int: "must be a whole number such as 5",
    str: 'must be text in quotes such as "text"',
    bool: "must be true or false",
    float: "must be a number such as 0.5",
}
HARMLESS = {int: 0, str: UNREAD, bool: False, float: 0.0, Wording: Wording(UNREAD)}


class Fault(Struct, frozen=True):
    """One thing wrong at `path` of the file, and what is allowed or to do."""

    path: Path
    remedy: str


class Broken(Exception):
    """A value that could not be read as it is; its faults have been noted. `rest` is what could be, None for nothing."""

    def __init__(self, rest: Any = None) -> None:
        super().__init__()
        self.rest = rest


def near(given: str, allowed: Collection[str] | Mapping[str, str]) -> str:
    """A hint at the name that was probably meant; of a mapping its key, where what is compared is the value."""
    shown = {compared: name for name, compared in allowed.items()} if isinstance(allowed, Mapping) else {}
    close = get_close_matches(given, shown or allowed, n=1)
    return f"did you mean {shown.get(close[0], close[0])}? " if close else ""


def unknown(given: str, allowed: Collection[str], hint: str = "") -> str:
    """What to say of a name that stands for nothing here: of an earlier release, or misspelt."""
    hint = hint or near(given, allowed)
    earlier = "" if hint else "; take out what an earlier release left"
    return f"unknown; {hint}allowed here: {', '.join(allowed)}{earlier}"


class Shape:
    """Reads values into types. `settings` are section and key of all that there are, to find one in another section; `sections` are
    the names of all; `own` is
    what to say of a value of the wrong kind, where more can be said than its kind.
    """

    def __init__(
        self,
        settings: Sequence[tuple[str, str]] = (),
        own: Mapping[Path, str] | None = None,
        sections: Collection[str] = (),
    ) -> None:
        self.faults: list[Fault] = []
        self._sections = sections
        self._settings = settings
        self._own = own or {}

    def read(self, kind: Any, value: Any, path: Path) -> Any:
        """`value` as `kind`. Raises Broken when there are faults in it, all noted."""
        if kind is Wording:
            return self._wording(value, path)
        if isinstance(kind, type) and is_dataclass(kind):
            return self._dataclass(kind, value, path)
        if kind in SCALARS:
            return self._scalar(kind, value, path)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self._enum(kind, value, path)
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            return self.read(next(part for part in get_args(kind) if part is not type(None)), value, path)
        if origin in (tuple, frozenset):
            return self._list(origin, get_args(kind)[0], value, path)
        if origin is dict:
            keys, values = get_args(kind)
            return self._table(keys, values, value, path)
        if isinstance(kind, type) and issubclass(kind, dict | tuple):
            return self._gathered(kind, value, path)
        raise TypeError(f"{'.'.join(path)}: a setting can't be of type {kind}")

    def at(self, path: Path, remedy: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(path, remedy))

    def _wrong(self, path: Path, remedy: str) -> Broken:
        """A fault that leaves nothing."""
        self.at(path, remedy)
        return Broken()

    def _scalar(self, kind: Any, value: Any, path: Path) -> Any:
        own = self._own.get(path, self._own.get(path[:-1]))
        if type(value) is not kind and not (kind is float and type(value) is int):
            raise self._wrong(path, own or SCALARS[kind])
        wrong = unfit(path, value) if kind is str else out_of_bounds(path, value)
        if wrong:
            raise self._wrong(path, wrong)
        return kind(value)

    def _enum(self, kind: type[Enum], value: Any, path: Path) -> Enum:
        known = {member.value: member for member in kind}
        if isinstance(value, str | int) and value in known:
            return known[value]
        raise self._wrong(path, f"must be one of: {', '.join(map(str, known))}")

    def _wording(self, value: Any, path: Path) -> Wording:
        """Words of the brand: one text, or a table of them by locale."""
        if isinstance(value, str):
            if wrong := unfit(path, value):
                raise self._wrong(path, wrong)
            return Wording(value)
        if not isinstance(value, dict) or not value:
            raise self._wrong(path, WORDED)
        here = len(self.faults)
        for locale, words in value.items():
            if locale not in LOCALES:
                self.at((*path, locale), f"unknown; {near(locale, LOCALES)}allowed here: {', '.join(LOCALES)}")
            elif not isinstance(words, str):
                self.at((*path, locale), SCALARS[str])
            elif not words.strip():
                self.at((*path, locale), "must not be empty")
            elif wrong := unfit(path, words):
                self.at((*path, locale), wrong)
        if len(self.faults) > here:
            raise Broken
        return Wording(**value)

    def _list(self, origin: Any, kind: Any, value: Any, path: Path) -> Any:
        """Tables keep their places, for their faults are told by number; other items that can't be read are passed over."""
        tables = isinstance(kind, type) and is_dataclass(kind)
        if not isinstance(value, list):
            headed = f"must be tables, each headed [[{'.'.join(path)}]]"
            listed = "must be a list such as [1, 2]" if kind is int else 'must be a list such as ["a", "b"]'
            raise self._wrong(path, self._own.get(path) or (headed if tables else listed))
        for n, item in enumerate(value):
            if kind is Wording and item == "":  # an empty button
                self.at((*path, str(n)), NOTHING)
        read, broken = self._each([(kind, item, (*path, str(n))) for n, item in enumerate(value)])
        if broken:
            items = [_harmless(kind) if item is None else item for item in read] if tables else _there(read)
            raise Broken(origin(items) if items else None)
        return origin(read)

    def _table(self, keys: Any, values: Any, value: Any, path: Path) -> dict[Any, Any]:
        if not isinstance(value, dict):
            raise self._wrong(path, f"must be a table, headed [{'.'.join(path)}]")
        names, unnamed = self._each([(keys, self._key(keys, key), (*path, key)) for key in value])
        items, unread = self._each([(values, item, (*path, key)) for key, item in value.items()])
        found = {name: item for name, item in zip(names, items, strict=True) if name is not None and item is not None}
        if unnamed or unread:
            raise Broken(found or None)
        return found

    @staticmethod
    def _key(kind: Any, key: str) -> Any:
        """TOML's keys are text; whole numbers are meant where the table counts by them."""
        return int(key) if kind is int and key.isdecimal() else key

    def _gathered(self, kind: Any, value: Any, path: Path) -> Any:
        """A tuple or table with checks of its own, such as the ladder."""
        known, whole = self._or_rest(kind.__orig_bases__[0], value, path)
        if known is None:
            raise Broken
        made = self._checked(lambda: kind(known), path)
        if made is None or not whole:
            raise Broken(_unchecked(kind, known))
        return made

    def _dataclass(self, kind: Any, value: Any, path: Path) -> Any:
        if not isinstance(value, dict):
            raise self._wrong(path, f"must be a table, headed [{'.'.join(path)}]")
        hints = get_type_hints(kind)
        known = {field.name: field for field in fields(kind) if field.init}
        here = len(self.faults)
        strange = value.keys() - known.keys()
        for key in strange:
            self._unknown(key, list(known), path)
        found = {}
        for name, field in known.items():
            if name in value:
                read, _ = self._or_rest(hints[name], value[name], (*path, name))
                found[name] = _default(field, hints[name]) if read is None else read
            elif _required(field) and not any(near(key, [name]) for key in strange):
                self.at((*path, name), LACKING)
        whole = _laid_out(kind, found)
        self._checked(getattr(whole, "__post_init__", lambda: None), path)
        if len(self.faults) > here:
            raise Broken(whole)
        return whole

    def _unknown(self, key: str, known: list[str], path: Path) -> None:
        """The nearest name is looked for here, then in the other sections."""
        if key in self._sections and path:
            self.at((*path, key), AT_THE_TOP)
            return
        elsewhere = {
            f"[{section}] {name}": f"{section}_{name}" for section, name in self._settings if (section,) != path
        }
        hint = near(key, known) or near(key, elsewhere)
        self.at((*path, key), unknown(key, known, hint))

    def _or_rest(self, kind: Any, value: Any, path: Path) -> tuple[Any, bool]:
        """The value, or what of it could be read; and whether that is all of it."""
        try:
            return self.read(kind, value, path), True
        except Broken as broken:
            return broken.rest, False

    def _each(self, parts: Iterable[tuple[Any, Any, Path]]) -> tuple[list[Any], bool]:
        """Each part, or what of it could be read, None for nothing; and whether any is broken."""
        read = [self._or_rest(*part) for part in parts]
        return [part for part, _ in read], not all(whole for _, whole in read)

    def _checked(self, check: Callable[[], Any], path: Path) -> Any:
        """What `check` makes, None when it finds faults: those where nothing has been found yet are noted."""
        try:
            return check()
        except Faulty as wrong:
            for key, allowed in wrong.faults:
                there = (*path, *key.split("."))
                if not any(there[: len(fault.path)] == fault.path for fault in self.faults):
                    self.at(there, allowed)
        return None


def _unchecked(kind: Any, known: Any) -> Any:
    """What was read, whatever its own checks find in it: so nothing counts as missing that stands there."""
    if issubclass(kind, tuple):
        return tuple.__new__(kind, known)
    made = kind.__new__(kind)
    made.update(known)
    return made


def _there(read: list[Any]) -> list[Any]:
    return [item for item in read if item is not None]


def _required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _default(field: Field[Any], kind: Any) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return _harmless(kind) if field.default is MISSING else field.default


def _laid_out(kind: Any, found: Mapping[str, Any]) -> Any:
    """An object of these values and the defaults, as its class would make it, unchecked."""
    hints, made = get_type_hints(kind), object.__new__(kind)
    for field in fields(kind):
        object.__setattr__(made, field.name, found.get(field.name, _default(field, hints[field.name])))
    return made


def _harmless(kind: Any) -> Any:
    """What stands in the place of something that could not be read."""
    if kind in HARMLESS:
        return HARMLESS[kind]
    return _laid_out(kind, {}) if is_dataclass(kind) else get_origin(kind)()
