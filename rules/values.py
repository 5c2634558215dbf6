"""What a value is made of, be it a Struct or a dataclass: sections of the config, refusals and exceptions are the latter."""

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec
import msgspec.structs


def names(kind: Any) -> tuple[str, ...]:
    """The names of its fields, in order. `kind` is a value or its class."""
    if dataclasses.is_dataclass(kind):
        return tuple(field.name for field in dataclasses.fields(kind))
    found: tuple[str, ...] = kind.__struct_fields__
    return found


def composed(value: object) -> bool:
    """Whether it has fields at all."""
    return not isinstance(value, type) and (isinstance(value, msgspec.Struct) or dataclasses.is_dataclass(value))


def parts(value: object) -> dict[str, Any]:
    """Its fields as they are, by name."""
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.asdict(value)
    return {name: getattr(value, name) for name in names(value)}


def spread(value: Any) -> Any:
    """The same with everything inside: values become dictionaries of their fields, as they may be written as JSON."""
    if composed(value):
        return {name: spread(part) for name, part in parts(value).items()}
    if isinstance(value, Mapping):
        return {key: spread(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [spread(item) for item in value]
    return value


if TYPE_CHECKING:
    from dataclasses import replace as replace  # noqa: PLC0414  # the checker knows its arguments, of a Struct too
else:

    def replace(value, /, **changes):
        """The same value with other fields."""
        change = msgspec.structs.replace if isinstance(value, msgspec.Struct) else dataclasses.replace
        return change(value, **changes)
