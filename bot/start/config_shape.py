"""Lays what a TOML file says over dataclasses, gathering every fault on the way instead of stopping at the first."""

import re
import types
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from difflib import get_close_matches
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from rules.programme.faults import Faulty
from rules.programme.wording import LOCALES, Wording

Path = tuple[str, ...]
WORDED = 'must be text in quotes, or one for each language such as { zh = "新朋友", en = "Newcomer" }'
SCALARS = {
    int: "must be a whole number such as 5",
    str: 'must be text in quotes such as "text"',
    bool: "must be true or false",
    float: "must be a number such as 0.5",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong at `path` of the file, and what is allowed or to do."""

    path: Path
    remedy: str


class Broken(Exception):
    """A value that could not be read; its faults have been noted."""


def near(given: str, allowed: Collection[str] | Mapping[str, str]) -> str:
    """A hint at the name that was probably meant; of a mapping its key, where what is compared is the value."""
    shown = {compared: name for name, compared in allowed.items()} if isinstance(allowed, Mapping) else {}
    close = get_close_matches(given, shown or allowed, n=1)
    return f"did you mean {shown.get(close[0], close[0])}? " if close else ""


class Shape:
    """Reads values into types. `settings` are section and key of all that there are, to find one in another section."""

    def __init__(self, settings: Sequence[tuple[str, str]] = ()) -> None:
        self.faults: list[Fault] = []
        self._settings = settings

    def read(self, kind: Any, value: Any, path: Path) -> Any:
        """`value` as `kind`. Raises Broken when there are faults in it, all noted."""
        if isinstance(kind, type) and is_dataclass(kind):
            return self._dataclass(kind, value, path)
        if kind is Wording:
            return self._wording(value, path)
        if kind in SCALARS:
            return self._scalar(kind, value, path)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self._made(lambda: kind(value), path, f"must be one of: {', '.join(str(k.value) for k in kind)}")
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            return self.read(next(part for part in get_args(kind) if part is not type(None)), value, path)
        if origin in (tuple, frozenset):
            return self._list(origin, get_args(kind)[0], value, path)
        if origin is dict:
            keys, values = get_args(kind)
            return self._table(keys, values, value, path)
        if isinstance(kind, type) and issubclass(kind, dict):
            self._items(kind, value, path)
        if isinstance(kind, type) and issubclass(kind, dict | tuple):
            known = self.read(kind.__orig_bases__[0], value, path)  # type: ignore[union-attr]  # as dict[str, int] and tuple[Level, ...] have
            return self._made(lambda: kind(known), path)
        raise TypeError(f"{'.'.join(path)}: a setting can't be of type {kind}")

    def at(self, path: Path, remedy: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(path, remedy))

    def _scalar(self, kind: Any, value: Any, path: Path) -> Any:
        if type(value) is kind or (kind is float and type(value) is int):
            return kind(value)
        self.at(path, SCALARS[kind])
        raise Broken

    def _wording(self, value: Any, path: Path) -> Wording:
        """Words of the brand: one text, or a table of them by locale."""
        if isinstance(value, str):
            return Wording(value)
        if not isinstance(value, dict) or not value:
            self.at(path, WORDED)
            raise Broken
        for locale in value.keys() - set(LOCALES):
            self.at((*path, locale), f"unknown; {near(locale, LOCALES)}allowed here: {', '.join(LOCALES)}")
        known = [locale for locale in value if locale in LOCALES]
        words = self._all([(str, value[locale], (*path, locale)) for locale in known])
        for locale in known:
            if not value[locale].strip():
                self.at((*path, locale), "must not be empty")
        if len(known) < len(value) or not all(text.strip() for text in words):
            raise Broken
        return Wording(**dict(zip(known, words, strict=True)))

    def _list(self, origin: Any, kind: Any, value: Any, path: Path) -> Any:
        if not isinstance(value, list):
            tables = isinstance(kind, type) and is_dataclass(kind)
            self.at(path, f"must be tables, each headed [[{path[0]}]]" if tables else "must be a list such as [1, 2]")
            raise Broken
        return origin(self._all([(kind, item, (*path, str(n))) for n, item in enumerate(value)]))

    def _table(self, keys: Any, values: Any, value: Any, path: Path) -> dict[Any, Any]:
        if not isinstance(value, dict):
            self.at(path, f"must be a table, headed [{'.'.join(path)}]")
            raise Broken
        names, unnamed = self._each([(keys, self._key(keys, key), (*path, key)) for key in value])
        items, unread = self._each([(values, item, (*path, key)) for key, item in value.items()])
        if unnamed or unread:
            raise Broken
        return dict(zip(names, items, strict=True))

    @staticmethod
    def _key(kind: Any, key: str) -> Any:
        """TOML's keys are text; whole numbers are meant where the table counts by them."""
        return int(key) if kind is int and key.isdecimal() else key

    def _dataclass(self, kind: Any, value: Any, path: Path) -> Any:
        if not isinstance(value, dict):
            self.at(path, f"must be a table, headed [{'.'.join(path)}]")
            raise Broken
        hints = get_type_hints(kind)
        known = {field.name: hints[field.name] for field in fields(kind) if field.init}
        here = len(self.faults)
        for key in value:
            if key not in known:
                self._unknown(key, list(known), path)
        found = {}
        for name in value.keys() & known.keys():
            with suppress(Broken):
                found[name] = self.read(known[name], value[name], (*path, name))
        if len(self.faults) > here:
            self._look(lambda: kind(**found), path, found)
            raise Broken
        return self._made(lambda: kind(**found), path)

    def _unknown(self, key: str, known: list[str], path: Path) -> None:
        """The nearest name is looked for here, then in the other sections."""
        elsewhere = {
            f"[{section}] {name}": f"{section}_{name}" for section, name in self._settings if (section,) != path
        }
        hint = near(key, known) or near(key, elsewhere)
        self.at((*path, key), f"unknown; {hint}allowed here: {', '.join(known)}")

    def _items(self, kind: Any, value: Any, path: Path) -> None:
        """Where some items of a table can't be read, the others are looked at all the same."""
        _, values = get_args(kind.__orig_bases__[0])
        if not isinstance(value, dict) or values not in SCALARS:
            return
        found = {key: item for key, item in value.items() if type(item) is values}
        if len(found) < len(value):
            self._look(lambda: kind(found), path, found)

    def _all(self, parts: list[Any]) -> list[Any]:
        """Each part read; Raises Broken after all have been looked at."""
        read, broken = self._each(parts)
        if broken:
            raise Broken
        return read

    def _each(self, parts: list[Any]) -> tuple[list[Any], bool]:
        """The parts that could be read, and whether there are others."""
        read = []
        for part in parts:
            with suppress(Broken):
                read.append(self.read(*part))
        return read, len(read) < len(parts)

    def _look(self, make: Callable[[], Any], path: Path, found: Collection[str]) -> None:
        """What is wrong with values of the right types beside others that could not be read."""
        try:
            make()
        except Faulty as wrong:
            for key, allowed in wrong.faults:
                if key.split(".")[0] in found:
                    self.at((*path, *key.split(".")), allowed)
        except (ValueError, TypeError):
            return  # what is missing was not read, which is told already

    def _made(self, make: Callable[[], Any], path: Path, remedy: str | None = None) -> Any:
        """What `make` makes of values of the right types; what it finds wrong with them is noted."""
        try:
            return make()
        except Faulty as wrong:
            for key, allowed in wrong.faults:
                self.at((*path, *key.split(".")), allowed)
        except (ValueError, TypeError) as wrong:
            self.at(path, remedy or _lacking(wrong))
        raise Broken


def _lacking(wrong: Exception) -> str:
    """The keys that Python says are missing, or what else it says."""
    named = re.findall(r"'(\w+)'", str(wrong))
    return f"lacks {', '.join(named)}" if "missing" in str(wrong) else str(wrong)
